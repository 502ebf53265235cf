#!/bin/sh
# Kills and continues runs of a night, and folds a million outcomes: nights.sh [KILLS] [SEED]
set -eu
cd "$(dirname "$0")/../.."
. Tests/Benchmarks/Support/common.sh
program=${AWESOME:-$(program awesome)}
status=0
python3 Tests/Benchmarks/Nights/resuming.py "$program" "$benchmarks/nights" "${1:-200}" "${2:-1}" || status=1
python3 Tests/Benchmarks/Nights/folding.py "$program" "$benchmarks/nights" || status=1
exit $status
