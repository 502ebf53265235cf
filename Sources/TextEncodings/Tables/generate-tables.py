#!/usr/bin/env python3
"""Writes the tables beside this script from the codecs of Python.

    python3 Sources/TextEncodings/Tables/generate-tables.py [--check]

A table lists the characters of an encoding in the order of their bytes, in the notation that CharacterTable.swift reads: a
character means itself, `a-z` a range, a number that many cells without a character. What is committed was made with Python 3.11.
With --check nothing is written; the status is 1 when a file would change.
"""

import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKS = "--check" in sys.argv
changed = []

CODE_PAGES = [
    ("windows1250", "cp1250"), ("windows1251", "cp1251"), ("windows1252", "cp1252"), ("windows1253", "cp1253"),
    ("windows1254", "cp1254"), ("windows1255", "cp1255"), ("windows1256", "cp1256"), ("windows1257", "cp1257"),
    ("windows1258", "cp1258"), ("windows874", "cp874"), ("iso88592", "iso8859-2"), ("iso88593", "iso8859-3"),
    ("iso88594", "iso8859-4"), ("iso88595", "iso8859-5"), ("iso88596", "iso8859-6"), ("iso88597", "iso8859-7"),
    ("iso88598", "iso8859-8"), ("iso885910", "iso8859-10"), ("iso885913", "iso8859-13"), ("iso885914", "iso8859-14"),
    ("iso885915", "iso8859-15"), ("iso885916", "iso8859-16"), ("codePage437", "cp437"), ("codePage850", "cp850"),
    ("codePage852", "cp852"), ("codePage866", "cp866"), ("koi8R", "koi8-r"), ("koi8U", "koi8-u"),
    ("macRoman", "mac-roman"), ("macCyrillic", "mac-cyrillic"),
]


def decoded(codec, *values):
    """The one character of some bytes; None if they are none or several, as where the first byte is a character by itself."""
    try:
        text = bytes(values).decode(codec)
    except UnicodeDecodeError:
        return None
    return ord(text) if len(text) == 1 else None


def big5(lead, trail):
    """As browsers read Big5: signs by Microsoft's page, the rest with the characters of Hong Kong."""
    codecs = ("cp950", "big5hkscs") if lead <= 0xA3 else ("big5hkscs", "cp950")
    return decoded(codecs[0], lead, trail) or decoded(codecs[1], lead, trail)


TABLES = [
    ("Big5Table", "the characters of Big5, with those of Hong Kong", big5),
    ("EUCKRTable", "the characters of EUC-KR, with the rest of the Hangul as in Windows",
     lambda lead, trail: decoded("cp949", lead, trail)),
    ("GB18030Table", "the characters of two bytes of GB 18030, which are those of GBK and more",
     lambda lead, trail: decoded("gb18030", lead, trail)),
    ("JISX0212Table", "the characters of JIS X 0212, with the bytes of EUC-JP after its first",
     lambda lead, trail: decoded("euc_jp", 0x8F, lead, trail)),
    ("ShiftJISTable", "the characters of two bytes of Shift-JIS, as in Windows",
     lambda lead, trail: decoded("cp932", lead, trail)),
]


def write(name, text):
    """Writes a file beside this script, or only notes that it would change."""
    path = HERE / name
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        changed.append(name)
        if not CHECKS:
            path.write_text(text, encoding="utf-8")


def written(point):
    """A character as it stands in a literal of Swift: escaped if it is invisible or moves others."""
    character = chr(point)
    hidden = unicodedata.category(character)[0] in "CZM" or unicodedata.bidirectional(character) in ("R", "AL", "AN")
    return f"\\u{{{point:X}}}" if hidden or character.isascii() else character


def tokens(cells):
    """The cells in the notation of a table; cells without a character at the end are left out."""
    index = 0
    while index < len(cells):
        start = index
        if cells[index] is None:
            while index < len(cells) and cells[index] is None:
                index += 1
            if index < len(cells):
                yield str(index - start)
            continue
        while index + 1 < len(cells) and cells[index + 1] == cells[index] + 1:
            index += 1
        index += 1
        if index - start > 2:
            yield f"{written(cells[start])}-{written(cells[index - 1])}"
        else:
            yield from map(written, cells[start:index])


def literal(cells, indent):
    """A string literal of several lines."""
    lines, line, width = [], "", 0
    for token in tokens(cells):
        # Editors show most of these characters in two columns.
        size = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in token)
        if width + size > 112 - indent:
            lines.append(line)
            line, width = "", 0
        line, width = line + token, width + size
    lines.append(line)
    space = " " * indent
    return '"""\n' + "\\\n".join(space + line for line in lines) + f'\n{space}"""'


def write_code_pages():
    out = ["/// The characters of the bytes from 0x80 on in each code page; `generate-tables.py` writes this file.", "///",
           "/// A byte below 0xA0 that a page leaves undefined is the control of the same number, as in browsers.", "extension CodePage {",
           "  var text: String {", "    switch self {"]
    for name, codec in CODE_PAGES:
        cells = [decoded(codec, byte) or (byte if byte < 0xA0 else None) for byte in range(0x80, 0x100)]
        out += [f"    case .{name}:", "      " + literal(cells, 6)]
    out += ["    }", "  }", "}", ""]
    write("CodePageTables.swift", "\n".join(out))


def write_double_bytes():
    for name, what, read in TABLES:
        cells = []
        for lead in range(0x81, 0xFF):
            cells += [read(lead, trail) for trail in range(0x40, 0xFF)]
        write(f"{name}.swift", f"/// {what[0].upper()}{what[1:]}; `generate-tables.py` writes this file.\n"
              f"enum {name} {{\n  static let text = {literal(cells, 4)}\n}}\n")


if __name__ == "__main__":
    write_code_pages()
    write_double_bytes()
    for name in changed:
        print(f"{name} {'would change' if CHECKS else 'written'}")
    sys.exit(1 if CHECKS and changed else 0)
