"""Folds a night of a million URLs, of which 3 % are in trouble, into a state, on three nights in a row.

folding.py PROGRAM FOLDER [LINKS]
"""

import os
import pathlib
import random
import subprocess
import sys

LIMITS = {"CPU": 5.0, "memory": 300.0}


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    links = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(1)
    verdicts = [("gone", 404, "404 Not Found"), ("transient", 503, "503 Service Unavailable"), ("moved", 301, None)]
    troubled = {n: rng.choice(verdicts) for n in rng.sample(range(links), links * 3 // 100)}

    def write(date):
        with open(folder / "outcomes.jsonl", "w") as file:
            for n in range(links):
                verdict, status, reason = troubled.get(n, ("ok", 200, None))
                line = f'{{"url":"https://host{n % 50_000}.example/page/{n}","date":"{date}","verdict":"{verdict}","status":{status}'
                if reason:
                    line += f',"reason":"{reason}"'
                if verdict == "moved":
                    line += f',"target":"https://host{n % 50_000}.example/new/{n}"'
                file.write(line + "}\n")

    for name in ["s.jsonl", "s.jsonl.nights.jsonl"]:
        (folder / name).unlink(missing_ok=True)
    worst = (0.0, 0.0)
    for date in ["2027-02-26", "2027-02-27", "2027-02-28"]:
        write(date)
        process = subprocess.Popen(
            [program, "history", "fold", "--state", "s.jsonl", "outcomes.jsonl"], cwd=folder, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"the fold failed: {status}")
        worst = max(worst[0], usage.ru_utime + usage.ru_stime), max(worst[1], usage.ru_maxrss / 1024)
    size = (folder / "s.jsonl").stat().st_size
    lines = sum(1 for _ in open(folder / "s.jsonl")) - 1
    print(f"fold of {links} URLs: {worst[0]:.2f} s of CPU (limit {LIMITS['CPU']:.0f}), {worst[1]:.0f} MB (limit {LIMITS['memory']:.0f})")
    print(f"state: {lines} links, {size / 1e6:.2f} MB")
    sys.exit(0 if worst[0] <= LIMITS["CPU"] and worst[1] <= LIMITS["memory"] else 1)


main()
