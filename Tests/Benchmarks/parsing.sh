#!/bin/sh
# Measures parsing: parsing.sh FILE... A file of a megabyte or more of real lists gives the figures that the limits are about.
set -eu
cd "$(dirname "$0")/../.."
corpus="${AWESOME_CORPUS:-../shared/corpus}"
swift build -c release --product ParsingBenchmark
program="$(swift build -c release --show-bin-path)/ParsingBenchmark"
if [ $# -eq 0 ]; then
  [ -d "$corpus" ] || { echo "parsing.sh: there is no corpus at $corpus; name files instead" >&2; exit 0; }
  mkdir -p .build/benchmarks
  cat "$corpus"/rust*.md "$corpus"/jaywcjlove*mac.md "$corpus"/josephmisiti*.md "$corpus"/matteocrippa*.md \
    "$corpus"/sindresorhus*.md > .build/benchmarks/list.md
  set -- .build/benchmarks/list.md
fi
for file in "$@"; do
  "$program" speed "$file"
  # The peak of each run's memory in kilobytes, as the kernel counts it.
  for mode in bare model; do
    printf '%s: ' "$mode"
    /usr/bin/time -f '%M KB' "$program" "$mode" "$file" 2>&1 > /dev/null
  done
done
"$program" hostile
