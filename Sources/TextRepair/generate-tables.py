#!/usr/bin/env python3
"""Writes EmojiSequences.swift, LegacyTables.swift and CanonicalPairs.swift beside this script.

    python3 Sources/TextRepair/generate-tables.py [emoji-test.txt]

The argument is Unicode's emoji-test.txt; without one, the copy of the Debian package unicode-data is read. When the PyPI package
`emoji` is importable, the sequences of its newer Unicode version are added. The output is
already in the project's format.
"""

import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
DEBIAN = Path("/usr/share/unicode/emoji/emoji-test.txt")
TONES = range(0x1F3FB, 0x1F400)
VS16 = 0xFE0F

CODECS = [
    ("windows1252", "cp1252"),
    ("windows1250", "cp1250"),
    ("windows1251", "cp1251"),
    ("windows1254", "cp1254"),
    ("windows1257", "cp1257"),
    ("iso88592", "iso8859-2"),
    ("codePage437", "cp437"),
    ("codePage850", "cp850"),
    ("macRoman", "mac-roman"),
]


def read_emoji_test(path):
    """The sequences of emoji-test.txt, in its order, with their status."""
    sequences = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.match(r"([0-9A-F ]+?)\s*; ([a-z-]+)", line)
        if match:
            sequences[tuple(int(point, 16) for point in match[1].split())] = match[2]
    return sequences


def read_package(sequences):
    """Adds what the PyPI package `emoji` knows and emoji-test.txt does not yet."""
    try:
        import emoji
    except ImportError:
        return
    names = {value: name for name, value in emoji.STATUS.items()}
    for text, entry in emoji.EMOJI_DATA.items():
        sequence = tuple(map(ord, text))
        sequences.setdefault(sequence, names[entry["status"]].replace("_", "-"))


def unqualified(sequence):
    """A sequence with every choice of its variation selectors left out."""
    results = [()]
    for point in sequence:
        kept = [result + (point,) for result in results]
        results = kept + results if point == VS16 else kept
    return results


def toned(template):
    """The sequences a template stands for.

    One light tone stands for each of the five; light then medium-light for each unequal pair; light twice for every pair.
    """
    places = [index for index, point in enumerate(template) if point in TONES]
    if not places or len(template) == 1:
        return [template]
    if len(places) == 1:
        choices = [(tone,) for tone in TONES]
    else:
        equal = template[places[0]] == template[places[1]]
        choices = [(first, second) for first in TONES for second in TONES if equal or first != second]
    results = []
    for choice in choices:
        sequence = list(template)
        for place, tone in zip(places, choice):
            sequence[place] = tone
        results.append(tuple(sequence))
    return results


def templates(sequences):
    """The fewest templates that stand for all fully-qualified sequences and components."""
    whole = [s for s, status in sequences.items() if status in ("fully-qualified", "component")]
    known = set(whole)
    result, covered = [], set()
    for sequence in whole:
        if sequence in covered:
            continue
        places = [index for index, point in enumerate(sequence) if point in TONES]
        options = [sequence]
        if places and len(sequence) > 1:
            for second in (TONES[0], TONES[1]):
                option = list(sequence)
                for place, tone in zip(places, (TONES[0], second)):
                    option[place] = tone
                options.insert(0, tuple(option))
            options = [o for o in options if set(toned(o)) <= known] or [sequence]
        best = max(options, key=lambda option: len(toned(option)))
        result.append(best)
        covered.update(toned(best))
    expanded = {variant for template in result for one in toned(template) for variant in unqualified(one)}
    assert expanded == set(sequences), (len(expanded - set(sequences)), len(set(sequences) - expanded))
    return result


def write_sequences(found):
    """One line of the literal holds about forty templates; a space ends each template."""
    lines, line = [], ""
    for text in ("".join(map(chr, template)) for template in found):
        if len(line) + len(text) > 86:
            lines.append(line)
            line = ""
        line += text + " "
    lines.append(line)
    body = " \\\n".join("    " + line.rstrip() for line in lines)
    (HERE / "EmojiSequences.swift").write_text(
        "/// The fully-qualified emoji of Unicode's emoji-test as templates.\n"
        "///\n/// `generate-tables.py` writes this file and says what a template stands for.\n"
        "enum EmojiSequences {\n"
        '  static let templates: StaticString = """\n' + body + '\n    """\n}\n', encoding="utf-8")


def write_tables():
    """The upper halves of the code pages; a byte that a code page leaves undefined stands for the control of the same number."""
    out = ["/// What bytes 0x80 to 0xFF stand for in each code page; `generate-tables.py` writes this file.",
           "///", "/// A byte that the code page leaves undefined is its own number here.", "enum LegacyTables {"]
    for name, codec in CODECS:
        out.append(f"  static let {name}: [UInt16] = [")
        values = []
        for byte in range(0x80, 0x100):
            try:
                values.append(ord(bytes([byte]).decode(codec)))
            except UnicodeDecodeError:
                values.append(byte)
        for start in range(0, 128, 13):
            out.append("    " + ", ".join(f"0x{value:04X}" for value in values[start:start + 13]) + ",")
        out.append("  ]")
    out.append("}\n")
    (HERE / "LegacyTables.swift").write_text("\n".join(out), encoding="utf-8")


def write_pairs():
    """The canonical compositions of the basic plane, by Python's copy of the Unicode Character Database."""
    out = ["/// The characters that stand for two others (Unicode canonical composition) as triples: first, second, composed.",
           "///", "/// The second is 0 where one character is replaced by another. `generate-tables.py` writes this file.",
           "enum CanonicalPairs {", "  static let triples: [UInt16] = ["]
    values = []
    for point in range(0xC0, 0x10000):
        parts = unicodedata.decomposition(chr(point))
        if not parts or parts.startswith("<") or point in range(0xAC00, 0xD7A4):
            continue
        first, second = ([int(part, 16) for part in parts.split()] + [0])[:2]
        if second == 0 and point < 0x3000:
            values += [point, 0, ord(unicodedata.normalize("NFC", chr(point)))]
        elif second and unicodedata.normalize("NFC", chr(first) + chr(second)) == chr(point):
            values += [first, second, point]
    for start in range(0, len(values), 12):
        out.append("    " + ", ".join(f"0x{value:04X}" for value in values[start:start + 12]) + ",")
    out += ["  ]", "}\n"]
    (HERE / "CanonicalPairs.swift").write_text("\n".join(out), encoding="utf-8")


def main():
    sequences = read_emoji_test(Path(sys.argv[1]) if len(sys.argv) > 1 else DEBIAN)
    read_package(sequences)
    found = templates(sequences)
    write_sequences(found)
    write_tables()
    write_pairs()
    print(f"{len(sequences)} sequences, {len(found)} templates")


main()
