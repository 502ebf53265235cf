#!/bin/sh
# Measures text repair beside ftfy: text-repair.sh [--seed N] [--misses N] [--quick]; --quick leaves ftfy out.
set -eu
cd "$(dirname "$0")/../.."
. Tests/Benchmarks/Support/common.sh
benchmark=$(program TextRepairBenchmark)
generate
peer ftfy ftfy==6.3.1 emoji==2.16.0 || exit 1
exec "$python" Tests/Benchmarks/TextRepair/text-repair.py "$benchmark" "$benchmarks/text-repair" --list "$lists/markdown.md" "$@"
