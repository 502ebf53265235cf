#!/bin/sh
# Measures text repair beside ftfy, which is installed from PyPI into .build: text-repair.sh [--seed N] [--misses N] [--quick]
set -eu
cd "$(dirname "$0")/../.."
make release PRODUCT=TextRepairBenchmark
program="$(swift build -c release --show-bin-path)/TextRepairBenchmark"
environment=.build/benchmarks/python
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check ftfy==6.3.1 emoji==2.16.0
exec "$environment/bin/python" Tests/Benchmarks/TextRepair/text-repair.py "$program" .build/benchmarks/text-repair "$@"
