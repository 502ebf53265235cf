"""Prints the shortest time that mdformat takes to format a file: rendering.py FILE [RUNS]"""

import sys
import time

import mdformat

text = open(sys.argv[1], encoding="utf-8").read()
best = None
for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 2):
    start = time.perf_counter()
    mdformat.text(text, extensions={"gfm"})
    taken = time.perf_counter() - start
    best = taken if best is None else min(best, taken)
print(f"mdformat {mdformat.__version__}: {best * 1000:.0f} ms")
