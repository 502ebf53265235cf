"""Compares rendering with mdformat: rendering.py PROGRAM FILE [RUNS]

Each run times both, one after the other, so that a machine that is busy with other things is busy for both; of each the shortest time
counts. Fails where rendering takes more than a twentieth of mdformat's time.
"""

import subprocess
import sys
import time

import mdformat

LIMIT = 20
program, file = sys.argv[1:3]
text = open(file, encoding="utf-8").read()
ours, theirs = [], []
for _ in range(int(sys.argv[3]) if len(sys.argv) > 3 else 3):
    start = time.perf_counter()
    mdformat.text(text, extensions={"gfm"})
    theirs.append((time.perf_counter() - start) * 1000)
    ours.append(float(subprocess.run([program, "time", file], check=True, capture_output=True, text=True).stdout))
ratio = min(theirs) / min(ours)
print(
    f"mdformat {mdformat.__version__}: {min(theirs):.0f} ms, rendered and proven {min(ours):.1f} ms: "
    f"{ratio:.1f} times as fast (limit {LIMIT})"
)
sys.exit(ratio < LIMIT)
