#!/bin/sh
# Measures linting: linting.sh [FILE]. A file of a megabyte or more of real lists gives the figures that the limits are about.
# Fails when a limit is missed: 4 times the time of cmark-gfm's parse alone, a quarter of rumdl's time on the same file, 15 ms for start-up
# and the project's own list, and less than 0.7 of the time of one core for many lists on two or more.
set -eu
cd "$(dirname "$0")/../.."
corpus="${AWESOME_CORPUS:-../shared/corpus}"
work=.build/benchmarks
mkdir -p "$work"
make release
make release PRODUCT=LintingBenchmark
program="$PWD/.build/release/awesome"
missed=0
if [ $# -eq 0 ]; then
  [ -d "$corpus" ] || { echo "linting.sh: there is no corpus at $corpus; name a file instead" >&2; exit 0; }
  cat "$corpus"/rust*.md "$corpus"/jaywcjlove*mac.md "$corpus"/josephmisiti*.md "$corpus"/matteocrippa*.md \
    "$corpus"/sindresorhus*.md > "$work/list.md"
  set -- "$work/list.md"
fi

# The shortest of 20 runs of each of some commands, in milliseconds. They run in turn, so that what else the machine is busy with meets
# all of them; a command's words are divided by tabs.
best() {
  python3 -c '
import subprocess, sys, time
best = [float("inf")] * len(sys.argv[1:])
for _ in range(20):
    for number, command in enumerate(sys.argv[1:]):
        start = time.perf_counter()
        subprocess.run(command.split("\t"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        best[number] = min(best[number], time.perf_counter() - start)
print(*(round(time * 1000, 1) for time in best))' "$@"
}
words() { printf '%s\t' "$@" | sed 's/.$//'; }
# Prints a ratio and notes when it is above its limit: NAME, NUMERATOR, DENOMINATOR, LIMIT.
limit() {
  awk -v n="$1" -v a="$2" -v b="$3" -v l="$4" \
    'BEGIN { printf "%s: %s / %s = %.2f (limit %s)\n", n, a, b, a / b, l; exit a / b > l }' || missed=1
}

"$(swift build -c release --show-bin-path)/LintingBenchmark" speed "$1" || missed=1
limit "start-up and the project's list, ms" "$(best "$(words "$program" lint --no-config awesome.md)")" 1 15

rumdl="$work/rumdl/bin/rumdl"
[ -x "$rumdl" ] || { python3 -m venv "$work/rumdl" && "$work/rumdl/bin/pip" install --quiet rumdl; } || true
if [ -x "$rumdl" ]; then
  times="$(best "$(words "$program" lint --no-config "$1")" "$(words "$rumdl" check --no-cache --no-config "$1")")"
  limit "1 file, ms, against rumdl $("$rumdl" --version | awk '{ print $2 }')" "${times% *}" "${times#* }" 0.25
else
  echo "rumdl is not to be had; that comparison is left out"
fi

cores=$(getconf _NPROCESSORS_ONLN)
rm -rf "$work/many"
mkdir "$work/many"
for number in $(seq 1 8); do cp "$1" "$work/many/$number.md"; done
set -- "$program" lint --no-config --quiet "$work"/many/*.md
if [ "$cores" -gt 1 ]; then
  times="$(best "$(words "$@")" "$(words taskset -c 0 "$@")")"
  limit "8 files, ms, $cores cores against one" "${times% *}" "${times#* }" 0.7
fi
exit $missed
