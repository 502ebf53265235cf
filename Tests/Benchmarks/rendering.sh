#!/bin/sh
# Measures rendering: rendering.sh [FILE]... The files are by default a generated list of 1 MB, and all lists of AWESOME_CORPUS.
# Fails where rendering takes more than 6 times as long as cmark-gfm's parse, or more than a twentieth of the time of mdformat.
set -eu
cd "$(dirname "$0")/../.."
. Tests/Benchmarks/Support/common.sh
benchmark=$(program RenderingBenchmark)
if [ $# -eq 0 ]; then
  generate
  set -- "$lists/markdown.md" ${AWESOME_CORPUS:+"$lists/real.md"}
fi
status=0
for file in "$@"; do
  echo "$file"
  "$benchmark" speed "$file" || status=1
done
if peer mdformat mdformat==1.0.0 mdformat-gfm==1.0.0; then
  for file in "$@"; do "$python" Tests/Benchmarks/Rendering/rendering.py "$benchmark" "$file" || status=1; done
fi
exit "$status"
