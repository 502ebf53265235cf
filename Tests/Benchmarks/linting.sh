#!/bin/sh
# Measures linting: linting.sh [FILE]... The files are by default a generated list of 1 MB, and all lists of AWESOME_CORPUS.
# Fails where a limit is missed: 4 times the time of cmark-gfm's parse, a quarter of rumdl's time on the same file, 15 ms for start-up
# and the project's own list, 3 times lint's time for init, and 0.7 of the time of one core for many lists on two or more.
set -eu
cd "$(dirname "$0")/../.."
. Tests/Benchmarks/Support/common.sh
awesome=$(program awesome)
benchmark=$(program LintingBenchmark)
generate
status=0

# best COMMAND...: the shortest of 20 runs of each command, in milliseconds. The runs take turns, so that a busy machine slows down all
# of them. The words of a command are separated by tabs.
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
# limit NAME NUMERATOR DENOMINATOR LIMIT: prints a ratio and fails the run where it is above its limit.
limit() {
  awk -v n="$1" -v a="$2" -v b="$3" -v l="$4" \
    'BEGIN { printf "%s: %s / %s = %.2f (limit %s)\n", n, a, b, a / b, l; exit a / b > l }' || status=1
}

speed() {
  title "$@"
  "$benchmark" speed "$@" || status=1
}
against_rumdl() {
  times=$(best "$(words "$awesome" lint --no-config "$@")" "$(words "$rumdl" check --no-cache --no-config "$@")")
  limit "$# files, ms, against $("$rumdl" --version)" "${times% *}" "${times#* }" 0.25
}

init_against_lint() {
  folder=$(mktemp -d)
  cp "$1" "$folder/README.md"
  # The configuration is written into the working directory.
  times=$(best "$(words env -C "$folder" "$awesome" init --force README.md)" \
    "$(words env -C "$folder" "$awesome" lint --no-config README.md)")
  rm -r "$folder"
  limit "init, ms, against lint" "${times% *}" "${times#* }" 3
}

measure speed "$@"
limit "start-up and the project's list, ms" "$(best "$(words "$awesome" lint --no-config awesome.md)")" 1 15
rumdl=$(dirname "$python")/rumdl
! peer rumdl rumdl==0.3.0 || measure against_rumdl "$@"
[ $# -gt 0 ] || init_against_lint "$lists/markdown.md"

cores=$(getconf _NPROCESSORS_ONLN)
if [ "$cores" -lt 2 ] || ! command -v taskset >/dev/null; then
  echo "linting.sh: SKIPPED: many files on all cores against one; needs two cores and taskset (util-linux)" >&2
  exit "$status"
fi
for folder in large small; do
  set -- "$awesome" lint --no-config --quiet "$lists/$folder"/*.md
  times=$(best "$(words "$@")" "$(words taskset -c 0 "$@")")
  limit "$folder lists, ms, $cores cores against one" "${times% *}" "${times#* }" 0.7
done
exit "$status"
