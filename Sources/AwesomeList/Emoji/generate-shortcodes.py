#!/usr/bin/env python3
"""Writes ShortcodeTable.swift beside this script: the names of emoji that GitHub knows, each emoji with its names.

    pip install pymdown-extensions && python3 Sources/AwesomeList/Emoji/generate-shortcodes.py

The PyPI package pymdown-extensions holds the data of GitHub's gemoji. The name that comes first is the one to write.
"""

import collections
from pathlib import Path

from pymdownx import gemoji_db

HERE = Path(__file__).resolve().parent


def names_by_emoji():
    """The names of each emoji, as between the colons; GitHub's own pictures are not characters and are left out."""
    names = collections.defaultdict(list)
    for name, entry in gemoji_db.emoji.items():
        points = entry.get("unicode_alt") or entry.get("unicode")
        if points:
            names["".join(chr(int(point, 16)) for point in points.split("-"))].append(name.strip(":"))
    spoken = {name: text for text, all_names in names.items() for name in all_names}
    for alias, name in gemoji_db.aliases.items():
        if name.strip(":") in spoken:
            names[spoken[name.strip(":")]].append(alias.strip(":"))
    return names


def main():
    lines, line = [], ""
    for text, names in sorted(names_by_emoji().items()):
        entry = "=".join([text] + names)
        if len(line) + len(entry) > 106:
            lines.append(line)
            line = ""
        line += entry + " "
    lines.append(line)
    body = " \\\n".join("    " + line.rstrip() for line in lines)
    (HERE / "ShortcodeTable.swift").write_text(
        "/// The names of emoji on GitHub, as of gemoji " + gemoji_db.version.lstrip("v") + ": an emoji and its names, "
        "the one to write first.\n"
        "///\n/// `generate-shortcodes.py` writes this file.\n"
        "enum ShortcodeTable {\n"
        '  static let entries = """\n' + body + '\n    """\n}\n', encoding="utf-8")
    print(sum(entry.count("=") for entry in body.split()), "names")


main()
