#!/usr/bin/env python3
"""Measures the accuracy and speed of text repair beside ftfy.

    text-repair.py PROGRAM WORK-FOLDER [--seed N] [--misses N] [--quick]

PROGRAM is the built TextRepairBenchmark. The damaged texts are made here, with Python's code pages, so that a mistake in ours
cannot hide itself. Ends with 1, and names every figure that is missed, when there is one.
"""

import argparse
import collections
import math
import random
import re
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import ftfy

HERE = Path(__file__).resolve().parent
DEBIAN = Path("/usr/share/unicode/emoji/emoji-test.txt")
HOLES = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
# Characters of three bytes (not ●, which is ❗ when its last byte is dropped), and of two bytes beside a word or a number, as in texts.
TYPOGRAPHY = ("‘ ’ “ ” – — … • ™ € † ‡ ‰ → ← ↑ ↓ ⇒ ≤ ≥ ≠ ≈ ∞ √ ∑ ✓ ✔ ✗ ★ ☆ ■ □ ▶ ├── └── │ ─ "
              "It’s don’t “quoted” ‘single’ 2010–2020 x≥2 «oui» 25°C m² cm³ §4 ©2024 Name™ Mark® 3×4 ±2 Hola!¿Qué? 10µm a·b 90° 2÷3").split()
TYPOGRAPHY += ["one — two", "and so on…", "a → b", "25 °C", "10 €", "© 2024", "• item", "l’été", "«oui»", "I’ve “seen” it — twice…", "10 € – 20 €"]
# Characters of two bytes with only digits around them: too little evidence for most code pages.
LONE = "· « » © ® ° § ± × ÷ £ ¥ ½ ¼ ¾ ² ³ µ £5 ¥100 1½".split()
BARE = ["{}"]
MARKDOWN = ["## {} Tools", "- [Name](https://example.com/a) - {} and more text.", "**{}**", "| {} | cell |", "Text before {}, text after."]


def emoji():
    """The sequences of emoji-test, and of the newer PyPI package if installed; then also those with redundant selectors."""
    known, whole = {}, set()
    for line in DEBIAN.read_text(encoding="utf-8").splitlines() if DEBIAN.exists() else []:
        match = re.match(r"([0-9A-F ]+?)\s*; ([a-z-]+)", line)
        if match:
            text = "".join(chr(int(point, 16)) for point in match[1].split())
            known[text] = None
            if match[2] in ("fully-qualified", "component"):
                whole.add(text)
    try:
        import emoji as package
        known.update(dict.fromkeys(package.EMOJI_DATA))
        whole.update(text for text, entry in package.EMOJI_DATA.items() if entry["status"] <= package.STATUS["fully_qualified"])
    except ImportError:
        pass
    redundant = [text + "\uFE0F" for text in whole if len(text) == 1]
    both = list(dict.fromkeys(list(known) + redundant))
    return list(known), both


def words():
    result = []
    for line in (HERE / "words.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            result += [word for word in line.split()[1:] if not word.isascii()]
    return list(dict.fromkeys(result))


def signs():
    """The signs in common use, which can leave the same text as an emoji."""
    blocks = [(0x2010, 0x2070), (0x20A0, 0x20D0), (0x2100, 0x2300), (0x2500, 0x27C0)]
    points = [point for start, end in blocks for point in range(start, end)] + [0x2318, 0x2325, 0x232B, 0x23CE, 0x238B, 0x2326, 0x2303, 0x2324]
    return [chr(point) for point in points if unicodedata.category(chr(point))[0] in "PSN"]


def misread(codec, hole=chr):
    """Reads UTF-8 in a code page; `hole` replaces a byte that the code page leaves undefined."""
    table = []
    for byte in range(256):
        try:
            table.append(bytes([byte]).decode(codec))
        except UnicodeDecodeError:
            table.append(hole(byte))
    return lambda text: "".join(table[byte] for byte in text.encode("utf-8"))


def twice(one):
    return lambda text: one(one(text))


def reduced(trace):
    """Latin-1 with the controls 80 to 9F replaced; it loses far more than Windows-1252."""
    return lambda text: "".join(trace if 0x80 <= byte < 0xA0 else chr(byte) for byte in text.encode("utf-8"))


def straight(text):
    return text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})


KEPT = {
    "1252, holes as C1": misread("cp1252"),
    "latin-1": misread("latin-1"),
    "1250": misread("cp1250"),
    "1251": misread("cp1251"),
    "1254": misread("cp1254"),
    "1257": misread("cp1257"),
    "ISO 8859-2": misread("iso8859-2"),
    "CP437": misread("cp437"),
    "CP850": misread("cp850"),
    "Mac Roman": misread("mac-roman"),
    "1252 twice": twice(misread("cp1252")),
    "latin-1 twice": twice(misread("latin-1")),
    "1252 then latin-1": lambda text: KEPT["latin-1"](KEPT["1252, holes as C1"](text)),
}
LOSSY = {
    "1252, holes dropped": misread("cp1252", lambda byte: ""),
    "1252, holes to U+FFFD": misread("cp1252", lambda byte: "\uFFFD"),
    "1252, holes to ?": misread("cp1252", lambda byte: "?"),
    "1252, A0 to space": lambda text: KEPT["1252, holes as C1"](text).replace("\xA0", " "),
    "1252, quotes straightened": lambda text: straight(KEPT["1252, holes as C1"](text)),
    "latin-1, C1 dropped": reduced(""),
    "latin-1, C1 to U+FFFD": reduced("\uFFFD"),
    "latin-1, C1 to ?": reduced("?"),
}
# Corruptions that lose more, and may leave the same text as a sequence that lost less. "unique" takes it for that sequence, so these
# texts cannot come back; they are not counted as wrong.
NARROWER = {f"latin-1, C1 {trace}": LOSSY[f"1252, holes {trace}"] for trace in ("dropped", "to U+FFFD", "to ?")}

# Limits. Where no byte is lost: the percentage of each kind of text. Lone characters have none; words without other text that proves
# the code page may have two likely readings. In every row, at least as many texts as by ftfy must be repaired.
SHARES = {"emoji": 99.5, "typography": 97, "words": 90}
# Where the bytes that Windows-1252 leaves undefined are lost: every unique emoji, and nothing wrong.
NARROW = ("1252, holes dropped", "1252, holes to U+FFFD", "1252, holes to ?")
# Megabytes per second.
SPEEDS = {"clean ASCII": 2000, "clean mixed": 300, "generated list": 300, "every line damaged": 20}


def is_unique(damaged, forms):
    """Whether no other sequence of the repertoire leaves the same text; a lone letter (⏏ without its last two bytes) is not damage."""
    return forms[damaged] == 1 and (len(damaged) > 3 or sum(not character.isascii() for character in damaged) > 1)


def is_partly(original, damaged, repaired):
    """Whether every word is original or as damaged, so that nothing new is wrong."""
    words = [text.split(" ") for text in (original, damaged, repaired)]
    return len(set(map(len, words))) == 1 and all(ours in (good, bad) for good, bad, ours in zip(*words))


class Measure:
    """The counts of one corruption and one kind of text."""

    def __init__(self):
        self.count = self.ours = self.partly = self.ours_wrong = self.ftfy = self.ftfy_wrong = 0
        self.unique = self.unique_ours = self.taken = 0
        self.misses = []

    def add(self, original, damaged, ours, theirs, unique, taken):
        self.count += 1
        self.ours += ours == original
        partly = ours not in (original, damaged) and is_partly(original, damaged, ours)
        self.partly += partly
        wrong = ours not in (original, damaged) and not partly
        self.taken += wrong and taken
        self.ours_wrong += wrong and not taken
        self.ftfy += theirs == original
        self.ftfy_wrong += theirs not in (original, damaged) and not is_partly(original, damaged, theirs)
        if unique:
            self.unique += 1
            self.unique_ours += ours == original
        if ours != original:
            self.misses.append((original, damaged, ours, unique))

    def missed(self, name, kind):
        """The missed limits, as sentences."""
        if not self.count:
            return []
        row, missed = f"{name}, {kind}", []
        if name in KEPT and 100 * self.ours < SHARES.get(kind, 0) * self.count:
            missed.append(f"{row}: {100 * self.ours / self.count:.2f} % repaired, less than {SHARES[kind]} %")
        if self.ours < self.ftfy:
            missed.append(f"{row}: {self.ours} repaired, ftfy repairs {self.ftfy}")
        wrong = self.ours_wrong + (self.partly if kind == "emoji" else 0)
        if wrong and (name in NARROW or kind in ("emoji", "typography") and name in KEPT):
            missed.append(f"{row}: {wrong} wrong")
        if name in NARROW and self.unique_ours < self.unique:
            missed.append(f"{row}: {self.unique - self.unique_ours} of the {self.unique} unique ones not repaired")
        return missed


def run(program, lines, work):
    """Our repairs of texts, each as a separate document."""
    path = work / "damaged.txt"
    path.write_bytes(b"\n".join(line.encode("utf-8", "surrogatepass") for line in lines) + b"\n")
    output = subprocess.run([program, "lines", path], check=True, stdout=subprocess.PIPE).stdout
    return [line.decode("utf-8") for line in output.split(b"\n")[:-1]]


def theirs(text):
    return ftfy.fix_encoding(text)


def accuracy(arguments, work):
    """Prints the share of damaged texts that we and ftfy repair; returns the missed limits."""
    sequences, repertoire = emoji()
    shares(sequences, repertoire)
    texts = {"emoji": repertoire, "typography": TYPOGRAPHY, "lone signs": LONE, "words": words()}
    chance = random.Random(arguments.seed)
    missed = []
    print(f"{'corruption':26} {'text':11} {'number':>6} {'ours':>7} {'partly':>6} {'wrong':>6} {'ftfy':>7} {'wrong':>6} {'unique':>7} {'of them':>8} {'taken':>6}")
    for name, damage in {**KEPT, **LOSSY}.items():
        forms = collections.Counter(map(damage, dict.fromkeys(repertoire + signs())))
        taken = set(map(NARROWER[name], repertoire)) if name in NARROWER else set()
        for kind, originals in texts.items():
            items = []
            for text in originals:
                for frame in (BARE[0], chance.choice(MARKDOWN)):
                    original = frame.format(text)
                    damaged = damage(original)
                    if damaged != original:
                        unique = kind == "emoji" and is_unique(damage(text), forms)
                        items.append((original, damaged, unique, damage(text) in taken))
            ours = run(arguments.program, [item[1] for item in items], work)
            measure = Measure()
            for (original, damaged, unique, is_taken), our in zip(items, ours, strict=True):
                measure.add(original, damaged, our, theirs(damaged) if not arguments.quick else damaged, unique, is_taken)
            report(name, kind, measure, arguments)
            missed += measure.missed(name, kind)
    return missed


def shares(sequences, repertoire):
    """Prints the share of sequences that can be known from what is left of them."""
    print(f"Unique: no other of the {len(repertoire)} sequences (emoji-test in every status, and the redundant U+FE0F) leaves the same text.")
    for name in ("1252, holes dropped", "1252, holes to U+FFFD", "1252, holes to ?"):
        damage = LOSSY[name]
        forms = collections.Counter(map(damage, repertoire))
        share = lambda texts: 100 * sum(forms[damage(text)] == 1 for text in texts) / len(texts)
        print(f"  {name:24} {share(sequences):.2f} % of the {len(sequences)} of emoji-test, {share(repertoire):.2f} % of all")
    print()


def report(name, kind, measure, arguments):
    share = lambda part, whole: f"{100 * part / whole:7.2f}" if whole else "      -"
    unique = f"{share(measure.unique, measure.count)} {share(measure.unique_ours, measure.unique):>8}" if kind == "emoji" else " " * 16
    print(f"{name:26} {kind:11} {measure.count:6} {share(measure.ours, measure.count)} {measure.partly:6} {measure.ours_wrong:6} "
          f"{share(measure.ftfy, measure.count)} {measure.ftfy_wrong:6} {unique} {measure.taken or '':>6}", flush=True)
    for original, damaged, ours, is_unique in sorted(measure.misses, key=lambda miss: not miss[3])[:arguments.misses]:
        print(f"    {original!r}  damaged {damaged!r}  ours {'unchanged' if ours == damaged else repr(ours)}{'  unique' if is_unique else ''}")
    wrong = [miss for miss in measure.misses if miss[2] != miss[1]]
    for original, damaged, ours, _ in wrong[:arguments.misses]:
        print(f"    WRONG {original!r}  damaged {damaged!r}  ours {ours!r}")


def speed(arguments, work):
    """Prints the speed from bytes in memory to repaired bytes, by processor time, the best of several runs; returns the missed limits."""
    chance = random.Random(arguments.seed)
    clean = words()
    sentence = lambda pool: " ".join(chance.choice(pool) for _ in range(12))
    plain = ["metric", "learning", "list", "of", "(https://example.com/page)", "tools", "and", "libraries", "-", "the"]
    typical = plain * 3 + TYPOGRAPHY + clean + emoji()[0][:200]
    files = {
        "clean ASCII": "\n".join(sentence(plain) for _ in range(60000)),
        "clean mixed": "\n".join(sentence(typical) for _ in range(60000)),
        "generated list": arguments.list.read_text(encoding="utf-8"),
        "every line damaged": "\n".join(KEPT["1252, holes as C1"](sentence(plain) + " " + chance.choice(clean) + " 😎") for _ in range(20000)),
        "every word damaged": "\n".join(KEPT["1252, holes as C1"](sentence(clean)) for _ in range(5000)),
    }
    print(f"\n{'text':20} {'MB':>6} {'ours MB/s':>10} {'ftfy MB/s':>10} {'ratio':>8} {'target':>7}")
    missed = []
    for name, text in files.items():
        data = text.encode("utf-8")
        path = work / "speed.txt"
        path.write_bytes(data + b"\n")
        output = subprocess.run([arguments.program, "speed", path], check=True, stdout=subprocess.PIPE, text=True).stdout
        ours, theirs, target = float(output), ftfy_speed(text), SPEEDS.get(name, 0)
        print(f"{name:20} {len(data) / 1e6:6.1f} {ours:10.0f} {theirs:10.1f} {ours / theirs:8.0f} {target or '':>7}", flush=True)
        if ours < target:
            missed.append(f"{name}: {ours:.0f} MB/s, less than {target}")
    return missed


def ftfy_speed(text):
    """ftfy's megabytes per second of processor time on the first lines of a text, the best of several runs."""
    sample = text[:200000].split("\n")
    best = math.inf
    for _ in range(3):
        start = time.process_time()
        for line in sample:
            ftfy.fix_encoding(line)
        best = min(best, time.process_time() - start)
    return len("\n".join(sample).encode()) / 1e6 / best


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("work", type=Path)
    parser.add_argument("--list", type=Path, required=True, help="a list without damage")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="without ftfy")
    parser.add_argument("--misses", type=int, default=0, help="show so many of the texts not repaired, a row")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    missed = accuracy(arguments, arguments.work) + speed(arguments, arguments.work)
    for sentence in missed:
        print(f"missed: {sentence}", file=sys.stderr)
    return 1 if missed else 0


sys.exit(main())
