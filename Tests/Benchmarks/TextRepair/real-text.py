#!/usr/bin/env python3
"""Measures text repair beside ftfy on real text: translations of the installed packages, man pages, documentation.

    real-text.py PROGRAM WORK-FOLDER [--seed N] [--misses N] [--quick] [--tuning] [--rows NAMES] [--cases FILE] [--healthy FOLDER]...

PROGRAM is the built TextRepairBenchmark. Texts are split by package: the CRC-32 of the name of a package's catalogue is even for tuning,
odd for testing. Tables and thresholds are made with the former only (--tuning shows these); the figures are those of the latter.
strings.txt is split by the CRC-32 of each line in the same way. Ends with 1, and names every figure that is missed, when there is one.
"""

import argparse
import collections
import gettext
import gzip
import json
import random
import re
import subprocess
import sys
import unicodedata
import zlib
from pathlib import Path

import ftfy

HERE = Path(__file__).resolve().parent
LOCALES = Path("/usr/share/locale")
LANGUAGES = "cs da de el es fi fr hu it nl pl pt_BR ro ru sv tr uk".split()
MORE = "bg ca eo et eu gl hr is ja ko lt lv nb ga sk sl sr vi zh_CN he ar fa hi ka th".split()
PAGES = {"1252": "cp1252", "latin-1": "latin-1", "1251": "cp1251", "437": "cp437", "1250": "cp1250", "Mac": "mac-roman",
         "850": "cp850", "8859-2": "iso8859-2"}
# Percent right, at least, and wrong, at most.
STRINGS = {"1252": (97, .5), "latin-1": (97, .5), "1251": (91, .5), "437": (93, .5), "1250": (85, 1), "Mac": (87, .5), "850": (90, 1.6),
           "8859-2": (86, 1.6)}
FILES = {"1252": 98.8, "1251": 99, "437": 99, "850": 99, "Mac": 99, "1250": 98, "8859-2": 99}
LINES = {"1252": 98, "1251": 95, "437": 95, "1250": 93, "Mac": 95}
# Real damage in packages that ftfy leaves.
SEEN = {tuple(f"\ts/{text} (fix by Michał Łomnicki <michal.lomnicki@gmail.com>)." for text in ("twĂłĹź/twĂłrz/", "twóż/twórz/"))}
BLOCKS = [(0x2010, 0x2060), (0x20A0, 0x20D0), (0x2100, 0x2150), (0x2150, 0x2190), (0x2190, 0x2200), (0x2200, 0x2300), (0x2500, 0x2580),
          (0x2580, 0x25A0), (0x25A0, 0x2600), (0x2600, 0x2700), (0x2700, 0x27C0)]


def misread(codec, hole=chr):
    """Reads UTF-8 in a code page; `hole` replaces a byte that the code page leaves undefined."""
    table = []
    for byte in range(256):
        try:
            table.append(bytes([byte]).decode(codec))
        except UnicodeDecodeError:
            table.append(hole(byte))
    return lambda text: "".join(table[byte] for byte in text.encode("utf-8"))


DAMAGE = {name: misread(codec) for name, codec in PAGES.items()}


def is_ours(name, tuning):
    return zlib.crc32(name.encode()) % 2 == (0 if tuning else 1)


def catalogue(path):
    """The translations in a catalogue of gettext, as lines."""
    try:
        with path.open("rb") as file:
            texts = gettext.GNUTranslations(file)._catalog
    except (OSError, UnicodeDecodeError, ValueError, LookupError, IndexError, SyntaxError):
        return []
    return [line for key, text in texts.items() if key != "" and isinstance(text, str) for line in text.split("\n") if line.strip()]


def translations(language, tuning):
    """The lines of each catalogue in a language."""
    result = {}
    for path in sorted((LOCALES / language / "LC_MESSAGES").glob("*.mo")):
        if is_ours(path.stem, tuning):
            lines = catalogue(path)
            if lines:
                result[path.stem] = lines
    return result


class Row:
    """The counts of one row of the table."""

    def __init__(self, name, right=0, wrong=100):
        self.name, self.right, self.wrong = name, right, wrong
        self.count = 0
        self.counts = collections.Counter()
        self.misses = []

    def add(self, original, damaged, ours, theirs, place=""):
        self.count += 1
        for who, text in (("ours", ours), ("ftfy", theirs)):
            self.counts[who, "right" if text == original else "left" if text == damaged else "wrong"] += 1
        if ours != original:
            self.misses.append((original, damaged, ours, place))

    def share(self, who, what):
        return 100 * self.counts[who, what] / max(self.count, 1)

    def report(self, misses):
        print(f"{self.name:44} {self.count:6} {self.share('ours', 'right'):7.2f} {self.share('ours', 'wrong'):7.2f} "
              f"{self.share('ftfy', 'right'):8.2f} {self.share('ftfy', 'wrong'):7.2f}  {self.right or '':>6} {self.wrong:>5}", flush=True)
        shown = sorted(self.misses, key=lambda miss: miss[2] == miss[1])[:misses]
        for original, damaged, ours, place in shown:
            print(f"    {'left ' if ours == damaged else 'WRONG'} {original!r} {damaged!r}{'' if ours == damaged else ' ' + repr(ours)} {place}")
        missed = []
        if self.share("ours", "right") < self.right:
            missed.append(f"{self.name}: {self.share('ours', 'right'):.2f} % right, less than {self.right} %")
        if self.share("ours", "wrong") > self.wrong:
            missed.append(f"{self.name}: {self.share('ours', 'wrong'):.2f} % wrong, more than {self.wrong} %")
        return missed


class Bench:
    def __init__(self, arguments):
        self.arguments = arguments
        self.missed = []

    def ours(self, texts):
        path = self.arguments.work / "texts"
        path.write_bytes(b"".join(text.encode("utf-8") + b"\0" for text in texts))
        output = subprocess.run([self.arguments.program, "texts", path], check=True, stdout=subprocess.PIPE).stdout
        return [text.decode("utf-8") for text in output.split(b"\0")[:-1]]

    def theirs(self, text):
        return text if self.arguments.quick else "\n".join(map(ftfy.fix_encoding, text.split("\n")))

    def report(self, row):
        self.missed += row.report(self.arguments.misses)

    def texts(self, row, pairs):
        """Adds texts that are damaged alone."""
        pairs = [(original, damaged) for original, damaged in pairs if original != damaged]
        for (original, damaged), ours in zip(pairs, self.ours([damaged for _, damaged in pairs]), strict=True):
            row.add(original, damaged, ours, self.theirs(damaged))
        self.report(row)

    def strings(self):
        tuning = self.arguments.tuning
        known = [line for line in (HERE / "strings.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        known = [line for line in known if is_ours(line, tuning)]
        chance = random.Random(self.arguments.seed)
        found = []
        for language in LANGUAGES + MORE:
            words = sorted({word for lines in translations(language, tuning).values() for line in lines for word in re.findall(r"[^\W\d_]\S*(?: \S+)?", line)
                            if not word.isascii() and len(word) > 2 and not set(word) & set("%{}<>\\&@=/")})
            found += chance.sample(words, min(10, len(words)))
        for name, damage in DAMAGE.items():
            right, wrong = STRINGS[name]
            self.texts(Row(f"short strings alone, {name}", right, wrong), [(text, damage(text)) for text in known])
            self.texts(Row(f"words of {len(LANGUAGES + MORE)} languages alone, {name}", right, wrong), [(text, damage(text)) for text in found])

    def letters(self):
        letters = [chr(point) for point in range(0xC0, 0x530) if unicodedata.category(chr(point))[0] == "L"]
        pairs = [(word, DAMAGE[page](word)) for letter in letters for page in ("1252", "latin-1") for word in [f"a{letter}b" if letter.islower() or not letter.isupper() else f"A{letter}B"]]
        self.texts(Row("two-byte letters in an ASCII word", 40, 0), pairs)

    def signs(self):
        holes = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
        signs = [chr(point) for start, end in BLOCKS for point in range(start, end) if unicodedata.category(chr(point))[0] in "PSN"]
        for trace, hole in (("dropped", ""), ("to U+FFFD", "\uFFFD"), ("to ?", "?")):
            damage = misread("cp1252", lambda byte: hole)
            for frame in ("{}", "## {} Tools", "a {} b", "{0}{0}{0}"):
                pairs = [(frame.format(sign), damage(frame.format(sign))) for sign in signs if holes & set(sign.encode())]
                self.texts(Row(f"signs, bytes {trace}, {frame}", 0, 0), pairs)

    def files(self):
        tuning = self.arguments.tuning
        for name, right in FILES.items():
            row = Row(f"whole files of {len(LANGUAGES)} languages, {name}", right, 1)
            chance = random.Random(self.arguments.seed)
            originals = []
            for language in LANGUAGES:
                catalogues = [lines for lines in translations(language, tuning).values() if len(lines) > 40]
                for lines in chance.sample(catalogues, 4):
                    start = chance.randrange(max(1, len(lines) - 150))
                    originals.append((language, "\n".join(line for line in lines[start:start + 150] if "://" not in line)))
            damaged = [DAMAGE[name](text) for _, text in originals]
            for (language, text), bad, ours in zip(originals, damaged, self.ours(damaged), strict=True):
                theirs = self.theirs(bad).split("\n")
                for lines in zip(text.split("\n"), bad.split("\n"), ours.split("\n"), theirs, strict=True):
                    if lines[0] != lines[1]:
                        row.add(*lines, place=language)
            self.report(row)

    def lines(self):
        tuning = self.arguments.tuning
        for name, right in LINES.items():
            row = Row(f"one damaged line among 30, {name}", right, 1)
            chance = random.Random(self.arguments.seed)
            items = []
            for language in LANGUAGES:
                catalogues = [lines for lines in translations(language, tuning).values() if len(lines) > 40]
                for _ in range(20):
                    lines = chance.choice(catalogues)
                    start = chance.randrange(len(lines) - 31)
                    chosen = [line for line in lines[start:start + 31]]
                    places = [index for index, line in enumerate(chosen) if not line.isascii() and "://" not in line]
                    if not places:
                        continue
                    place = chance.choice(places)
                    damaged = list(chosen)
                    damaged[place] = DAMAGE[name](chosen[place])
                    items.append((chosen, damaged, place, language))
            ours = self.ours(["\n".join(damaged) for _, damaged, _, _ in items])
            for (chosen, damaged, place, language), repaired in zip(items, ours, strict=True):
                repaired = repaired.split("\n")
                others = [index for index in range(len(chosen)) if repaired[index] != chosen[index] and index != place]
                our = repaired[place] if not others else "HEALTHY LINE CHANGED " + repaired[others[0]]
                row.add(chosen[place], damaged[place], our, self.theirs(damaged[place]), place=language)
            self.report(row)

    def cases(self):
        """ftfy's own cases, without those that it fixes itself only by losing text."""
        if not self.arguments.cases or not self.arguments.cases.exists():
            print("ftfy's own cases: SKIPPED: no source distribution of ftfy")
            return
        positives, negatives = Row("ftfy's own cases, damaged", 96, 100), Row("ftfy's own cases, healthy", 100, 0)
        pairs = []
        for case in json.loads(self.arguments.cases.read_text(encoding="utf-8")):
            original = case["original"]
            fixed = case.get("fixed-encoding", case["fixed"])
            # Lost text, combining marks, a pile of several damages, and two that are damaged for sure or not at all.
            if "\uFFFD" in fixed or any(map(unicodedata.combining, fixed)) or any(text in original for text in ("DrÃ¥ber", "â €", "MISUT")):
                continue
            # What ftfy is expected to fail at is no measure, unless it is healthy.
            if case["expect"] == "pass" or original == fixed:
                pairs.append((original, fixed, case["expect"]))
        for (original, fixed, expect), ours in zip(pairs, self.ours([pair[0] for pair in pairs]), strict=True):
            theirs = ftfy.fix_encoding(original)
            if original == fixed:
                negatives.add(fixed, "", ours, theirs, expect)
            else:
                positives.add(fixed, original, ours, theirs, expect)
        self.report(positives)
        self.report(negatives)

    def healthy(self):
        texts, names = [], []

        def add(name, data):
            try:
                text = data.decode("utf-8").replace("\0", "")
            except UnicodeDecodeError:
                return
            if text and not text.isascii() and len(data) < 3_000_000:
                texts.append(text)
                names.append(name)

        for path in sorted(LOCALES.glob("*/LC_MESSAGES/*.mo")):
            add(str(path), "\n".join(catalogue(path)).encode("utf-8", "replace"))
        roots = [Path("/usr/share/man"), Path("/usr/share/doc"), Path("/usr/lib/python3"), Path("/usr/share/perl"), *self.arguments.healthy]
        for root in roots:
            for path in sorted(root.rglob("*")):
                if path.is_file() and path.suffix in (".gz", ".md", ".txt", ".rst", ".py", ".pod", ".pm", ".html", "") and not path.is_symlink():
                    try:
                        add(str(path), gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes())
                    except (OSError, EOFError):
                        pass
        changed, damaged = [], 0
        for start in range(0, len(texts), 500):
            for name, text, ours in zip(names[start:start + 500], texts[start:start + 500], self.ours(texts[start:start + 500]), strict=True):
                lines = [(a, b) for a, b in zip(text.split("\n"), ours.split("\n"), strict=True) if a != b]
                # Real files have real damage; where ftfy makes the same repairs, it is that.
                others = [(a, b) for a, b in lines if b != ftfy.fix_encoding(a) and (a, b) not in SEEN]
                if others:
                    changed.append((name, others))
                damaged += bool(lines)
        print(f"{'real files':44} {len(texts):6} {damaged} repaired, {len(changed)} of these unlike ftfy")
        for name, lines in changed:
            print(f"    {name}")
            for before, after in lines[:4]:
                print(f"      {before[:150]!r} {after[:150]!r}")
        if changed:
            self.missed.append(f"real files: {len(changed)} of {len(texts)} changed where ftfy finds no such damage")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("work", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--quick", action="store_true", help="without ftfy")
    parser.add_argument("--tuning", action="store_true")
    parser.add_argument("--rows", default="strings letters signs files lines cases healthy")
    parser.add_argument("--cases", type=Path, help="test_cases.json of ftfy's source distribution")
    parser.add_argument("--healthy", type=Path, action="append", default=[])
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    bench = Bench(arguments)
    print(f"{'row':44} {'number':>6} {'right':>7} {'wrong':>7} {'ftfy':>8} {'wrong':>7}  {'limits':>12}")
    for name in arguments.rows.split():
        getattr(bench, name)()
    for sentence in bench.missed:
        print(f"missed: {sentence}", file=sys.stderr)
    return 1 if bench.missed else 0


sys.exit(main())
