#!/bin/sh
# Measures parsing: parsing.sh [FILE]... The files are by default generated lists in Markdown and raw HTML, and all lists of AWESOME_CORPUS.
# Fails where the list takes more than 2.5 times the processor time of cmark-gfm's parse, or 9 times in a file of mostly raw HTML, and
# where hostile input takes more than linear time.
set -eu
cd "$(dirname "$0")/../.."
. Tests/Benchmarks/Support/common.sh
benchmark=$(program ParsingBenchmark)
if [ $# -eq 0 ]; then
  generate
  set -- "$lists"/*.md
fi
status=0
for file in "$@"; do
  echo "$file"
  "$benchmark" speed "$file" || status=1
  for mode in bare model; do echo "peak memory, $mode: $("$benchmark" "$mode" "$file") kB"; done
done
"$benchmark" hostile || status=1
exit "$status"
