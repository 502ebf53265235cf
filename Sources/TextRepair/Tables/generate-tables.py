#!/usr/bin/env python3
"""Writes EmojiSequences, CanonicalPairs, LetterContexts and LetterNeighbours.swift beside this script.

    python3 Sources/TextRepair/Tables/generate-tables.py [--check] [emoji-test.txt]

The argument is Unicode's emoji-test.txt; without one, the copy of the Debian package unicode-data is read where it is installed.
When the PyPI package `emoji` is importable, the sequences of its newer Unicode version are added; one of the two must be there.
When `babel` is, the contexts of letters are counted anew in the names of Unicode's CLDR, otherwise LetterContexts.swift stays as
it is. The output is already in the project's format. What is committed was made with unicode-data 15.0.0, emoji 2.16.0 and
babel 2.18.0. With --check nothing is written; the status is 1 when a file would change.

The neighbours of letters are counted in the translations of the installed Debian packages, /usr/share/locale, half of them: those whose
name has an even CRC-32. The others are for real-text.py. Without translations LetterNeighbours.swift stays as it is; what is committed
was made with those of 198 locales of Debian 12.

It also prints the fingerprint of all sequences, which RepertoireTests.swift compares with those made from the templates.
"""

import collections
import gettext
import math
import re
import sys
import unicodedata
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKS = "--check" in sys.argv
changed = []
LOCALES = Path("/usr/share/locale")
DEBIAN = Path("/usr/share/unicode/emoji/emoji-test.txt")
TONES = range(0x1F3FB, 0x1F400)
VS16 = 0xFE0F

# Languages in Latin script, and how much their texts weigh.
LANGUAGES = dict(fr=3, es=3, pt=3, de=3, it=2, sv=2, da=1, nb=1, nn=1, fi=1, pl=3, cs=2, sk=1, hu=2, ro=2, tr=3, hr=1, bs=1, sl=1,
                 lv=1, lt=1, et=1, vi=2, ca=1, gl=1, eu=1, nl=1, az=1, eo=1, mt=1, cy=1, ga=1, sq=1)
LANGUAGES["is"] = 1
VOWELS = set("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýāăąēėęěīįıōőœūůűųơưəǎǐǒǔ") | set(map(chr, range(0x1EA0, 0x1EFA)))


def write(name, text):
    """Writes a file beside this script, or only notes that it would change."""
    path = HERE / name
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        changed.append(name)
        if not CHECKS:
            path.write_text(text, encoding="utf-8")


def fingerprint(sequences):
    """A number for a set of sequences: FNV-1a over the sorted code points, 0 behind each sequence."""
    value = 0xCBF29CE484222325
    for sequence in sorted(sequences):
        for point in sequence + (0,):
            value = (value ^ point) * 0x100000001B3 % 2**64
    return value


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
    # In the order of code points, so that either source gives the same file.
    whole = sorted(s for s, status in sequences.items() if status in ("fully-qualified", "component"))
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
    write(
        "EmojiSequences.swift",
        "/// The fully-qualified emoji of Unicode's emoji-test as templates.\n"
        "///\n/// `generate-tables.py` writes this file and defines the templates.\n"
        "enum EmojiSequences {\n"
        '  static let templates = """\n' + body + '\n    """\n}\n')


def write_pairs():
    """The canonical compositions of the basic plane, by Python's copy of the Unicode Character Database."""
    out = ["/// The pairs of Unicode canonical composition as triples: first, second, composed.",
           "///", "/// The second is 0 if one character is replaced by another. `generate-tables.py` writes this file.",
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
    write("CanonicalPairs.swift", "\n".join(out))


def strings(tree):
    """The texts in nested dictionaries and lists."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, (dict, list, tuple)):
        for branch in tree.values() if isinstance(tree, dict) else tree:
            yield from strings(branch)


def write_contexts():
    """How unusual each letter is by what stands on its two sides: nothing, a vowel, a consonant."""
    try:
        from babel import localedata
    except ImportError:
        return
    counts = collections.Counter()
    for language, weight in LANGUAGES.items():
        names = set()
        for part in ("territories", "languages", "scripts", "months", "days", "currency_names", "variants", "meta_zones"):
            for text in strings(localedata.load(language).get(part)):
                names.update(re.findall(r"[^\W\d_]+", text.lower()))
        total = sum(map(len, names))
        for name in names:
            sides = [0] + [1 if letter in VOWELS else 2 for letter in name] + [0]
            for index, letter in enumerate(name):
                if 0xC0 <= ord(letter) < 0x250:
                    counts[letter, sides[index], sides[index + 2]] += weight / total * 1e6
    out = ["/// The rarity of accented Latin letters by place, which `generate-tables.py` counts in the names of Unicode's CLDR.",
           "///", "/// Nine digits follow each letter: for no letter, a vowel and a consonant before it, times the same after it. 0 is frequent,",
           "/// 9 unknown, each step half as frequent as the one before.", "enum LetterContexts {",
           '  static let vowels = "' + "".join(sorted(v for v in VOWELS if ord(v) < 0x250)) + '"', "", '  static let table = """']
    entries = []
    for letter in sorted({letter for letter, _, _ in counts}):
        digits = [round(math.log2(60000 / (counts[letter, left, right] + 150))) for left in range(3) for right in range(3)]
        entries.append(letter + "".join(str(min(9, max(0, digit))) for digit in digits))
    for start in range(0, len(entries), 9):
        end = " \\" if start + 9 < len(entries) else ""
        out.append("    " + " ".join(entries[start:start + 9]) + end)
    out += ['    """', "}\n"]
    write("LetterContexts.swift", "\n".join(out))


def catalogues(language):
    """The words in the translations of installed packages: those whose name has an even CRC-32, as real-text.py tests with the others."""
    for path in sorted(LOCALES.glob(f"{language}/LC_MESSAGES/*.mo")):
        if zlib.crc32(path.stem.encode()) % 2 == 0:
            try:
                with path.open("rb") as file:
                    texts = gettext.GNUTranslations(file)._catalog
            except (OSError, UnicodeDecodeError, ValueError, LookupError, IndexError):
                continue
            for key, text in texts.items():
                if key and isinstance(text, str):
                    yield from re.findall(r"[^\W\d_]+", text.lower())


def write_neighbours():
    """How frequent each accented Latin letter is, and beside which letters it stands."""
    totals, sides = collections.Counter(), (collections.Counter(), collections.Counter())
    for language, weight in LANGUAGES.items():
        words = collections.Counter(catalogues({"nb": "nb", "pt": "pt_BR"}.get(language, language)))
        # Words of user interfaces occur a thousand times, others as often as in any text.
        words = {word: count**.7 for word, count in words.items()}
        size = sum(len(word) * count for word, count in words.items())
        if size < 5000:
            continue
        for word, count in words.items():
            padded = " " + word + " "
            for index, letter in enumerate(word, 1):
                if 0xDF <= ord(letter) < 0x250:
                    share = weight * count / size * 1e6
                    totals[letter] += share
                    for side, neighbour in enumerate((padded[index - 1], padded[index + 1])):
                        column = 0 if neighbour == " " else ord(neighbour) - 96 if "a" <= neighbour <= "z" else 27
                        sides[side][letter, column] += share
    if not totals:
        return
    largest = max(totals.values())
    out = ["/// How rare the accented Latin letters are by their neighbours, which `generate-tables.py` counts in the translations of packages.",
           "///", "/// After each letter: its rarity; then, for no letter, a to z and any other letter before it, and the same after it, how rare it",
           "/// is there. A digit, 0 to f, is the binary logarithm.", "enum LetterNeighbours {", '  static let table = """']
    for letter in sorted(totals):
        total = totals[letter]
        digits = [math.log2(largest / total)]
        for side in sides:
            digits += [-math.log2((side[letter, column] + .002 * total + 1) / (total + .06 * total + 28)) for column in range(28)]
        out.append("    " + letter + "".join("0123456789abcdef"[min(15, max(0, round(digit)))] for digit in digits) + " \\")
    out[-1] = out[-1].removesuffix(" \\")
    out += ['    """', "}\n"]
    write("LetterNeighbours.swift", "\n".join(out))


def main():
    named = [argument for argument in sys.argv[1:] if argument != "--check"]
    path = Path(named[0]) if named else DEBIAN
    sequences = read_emoji_test(path) if named or path.exists() else {}
    read_package(sequences)
    if not sequences:
        sys.exit("neither emoji-test.txt (Debian package unicode-data) nor the PyPI package emoji is here; install one, or name the file")
    found = templates(sequences)
    write_sequences(found)
    write_pairs()
    write_contexts()
    write_neighbours()
    print(f"{len(sequences)} sequences, {len(found)} templates, fingerprint {fingerprint(sequences):#018x}")
    for name in changed:
        print(f"{name} {'would change' if CHECKS else 'written'}")
    return 1 if CHECKS and changed else 0


sys.exit(main())
