#!/bin/sh
# Measures rendering: rendering.sh [FILE]... The files are by default a generated list of 1 MB, and all lists of AWESOME_CORPUS.
# Fails where rendering takes more than 6 times as long as cmark-gfm's parse, or more than a twentieth of the time of mdformat.
set -eu
cd "$(dirname "$0")/../.."
. Tests/Benchmarks/Support/common.sh
benchmark=$(program RenderingBenchmark)
generate
status=0

speed() {
  title "$@"
  "$benchmark" speed "$@" || status=1
}
against_mdformat() { "$python" Tests/Benchmarks/Rendering/rendering.py "$benchmark" "$@" || status=1; }

measure speed "$@"
! peer mdformat mdformat==1.0.0 mdformat-gfm==1.0.0 || measure against_mdformat "$@"
exit "$status"
