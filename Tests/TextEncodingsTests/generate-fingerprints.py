#!/usr/bin/env python3
"""Prints the fingerprints of Python's codecs with which TableTests.swift compares the tables.

    python3 Tests/TextEncodingsTests/generate-fingerprints.py
"""

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLES = runpy.run_path(str(ROOT / "Sources/TextEncodings/Tables/generate-tables.py"))
decoded, CODE_PAGES = TABLES["decoded"], TABLES["CODE_PAGES"]


def fingerprint(characters):
    """FNV-1a of code points; 0 stands for none."""
    value = 0xCBF29CE484222325
    for character in characters:
        value = (value ^ (character or 0)) * 0x100000001B3 % 2**64
    return f"0x{value:016X}"


def euc_jp(row, column):
    """Python's euc_jp, and the rows that Windows adds, which are those of Shift-JIS in another place."""
    lead = row // 2 + (0x81 if row < 62 else 0xC1)
    trail = column + (0x9F if row % 2 else 0x40 if column < 63 else 0x41)
    return decoded("euc_jp", 0xA1 + row, 0xA1 + column) or decoded("cp932", lead, trail)


for name, codec in CODE_PAGES:
    print(f"    (.{name}, {fingerprint(decoded(codec, b) or (b if b < 0xA0 else 0) for b in range(0x80, 0x100))}),")
for name, _, read in TABLES["TABLES"]:
    print(name, fingerprint(read(lead, trail) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF)))
print("EUC-JP", fingerprint(euc_jp(row, column) for row in range(94) for column in range(94)))
print("four bytes", fingerprint(
    decoded("gb18030", 0x81 + i // 12600, 0x30 + i // 1260 % 10, 0x81 + i // 10 % 126, 0x30 + i % 10)
    for i in range(39420)))
