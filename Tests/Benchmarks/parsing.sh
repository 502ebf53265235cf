#!/bin/sh
# Measures parsing: parsing.sh [FILE]... The files are by default generated lists in Markdown and raw HTML, and all lists of AWESOME_CORPUS.
# Fails where the list takes more than 2.5 times the processor time of cmark-gfm's parse, or 9 times in files of mostly raw HTML, and where
# hostile input takes more than linear time.
set -eu
cd "$(dirname "$0")/../.."
. Tests/Benchmarks/Support/common.sh
benchmark=$(program ParsingBenchmark)
generate
status=0

speed() {
  title "$@"
  "$benchmark" speed "$@" || status=1
  for mode in bare model; do echo "peak memory of the first, $mode: $("$benchmark" "$mode" "$1") kB"; done
}

measure speed "$@"
[ $# -gt 0 ] || speed "$lists/html.md"
"$benchmark" hostile || status=1
exit "$status"
