#!/bin/sh
# Measures text repair beside ftfy: text-repair.sh [--seed N] [--misses N] [--quick]; --quick leaves ftfy out.
set -eu
cd "$(dirname "$0")/../.."
. Tests/Benchmarks/Support/common.sh
benchmark=$(program TextRepairBenchmark)
generate
peer ftfy ftfy==6.3.1 emoji==2.16.0 || exit 1
work=$benchmarks/text-repair
status=0
"$python" Tests/Benchmarks/TextRepair/text-repair.py "$benchmark" "$work" --list "$lists/markdown.md" "$@" || status=1
# ftfy's own cases are in its source distribution only.
[ -d "$work/ftfy" ] || "$python" -m pip download --quiet --no-deps --no-binary :all: --dest "$work/ftfy" ftfy==6.3.1 || true
for archive in "$work"/ftfy/ftfy-*.tar.gz; do
  [ ! -f "$archive" ] || tar -xzf "$archive" -C "$work/ftfy" --strip-components 1
done
set -- "$@" ${AWESOME_CORPUS:+--healthy "$AWESOME_CORPUS"}
"$python" Tests/Benchmarks/TextRepair/real-text.py "$benchmark" "$work" --cases "$work/ftfy/tests/test_cases.json" "$@" || status=1
exit $status
