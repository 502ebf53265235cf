"""Compares rendering with mdformat: rendering.py PROGRAM FILE...

Both take turns, so that a busy machine slows down both; the shortest time of each counts. Fails where rendering takes more than a
twentieth of mdformat's time.
"""

import subprocess
import sys
import time

import mdformat

LIMIT = 20
ROUNDS = 3
program, *files = sys.argv[1:]
texts = [open(file, encoding="utf-8").read() for file in files]
ours, theirs = [], []
for _ in range(ROUNDS):
    start = time.perf_counter()
    for text in texts:
        mdformat.text(text, extensions={"gfm"})
    theirs.append((time.perf_counter() - start) * 1000)
    ours.append(float(subprocess.run([program, "time", *files], check=True, capture_output=True, text=True).stdout))
ratio = min(theirs) / min(ours)
print(
    f"mdformat {mdformat.__version__}: {min(theirs):.0f} ms, rendering: {min(ours):.1f} ms, "
    f"{ratio:.1f} times as fast (limit {LIMIT})"
)
sys.exit(ratio < LIMIT)
