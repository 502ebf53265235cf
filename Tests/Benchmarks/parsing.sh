#!/bin/sh
# Measures parsing: parsing.sh FILE... A file of a megabyte or more of real lists gives the figures that the limits are about.
set -eu
cd "$(dirname "$0")/../.."
corpus="${AWESOME_CORPUS:-../shared/corpus}"
make release PRODUCT=ParsingBenchmark
program="$(swift build -c release --show-bin-path)/ParsingBenchmark"
if [ $# -eq 0 ]; then
  [ -d "$corpus" ] || { echo "parsing.sh: there is no corpus at $corpus; name files instead" >&2; exit 0; }
  folder=.build/benchmarks
  mkdir -p "$folder"
  cat "$corpus"/rust*.md "$corpus"/jaywcjlove*mac.md "$corpus"/josephmisiti*.md "$corpus"/matteocrippa*.md \
    "$corpus"/sindresorhus*.md > "$folder/list.md"
  # Lists of tables, of Chinese, and of nothing but HTML, as often as makes a megabyte.
  for name in taishi jaywcjlove__awesome-mac__ quozd qdrant__awesome-metric-learning__5045b69; do
    : > "$folder/$name.md"
    while [ "$(wc -c < "$folder/$name.md")" -lt 1000000 ]; do cat "$corpus/$name"*.md >> "$folder/$name.md"; done
  done
  set -- "$folder"/list.md "$folder"/taishi.md "$folder"/jaywcjlove*.md "$folder"/quozd.md "$folder"/qdrant*.md
fi
status=0
for file in "$@"; do
  echo "$file"
  case "$file" in *qdrant*) mode=html ;; *) mode=speed ;; esac
  "$program" "$mode" "$file" || status=1
  # The peak of each run's memory in kilobytes, as the kernel counts it.
  for mode in bare model; do
    printf '%s: ' "$mode"
    /usr/bin/time -f '%M KB' "$program" "$mode" "$file" 2>&1 > /dev/null
  done
done
"$program" hostile || status=1
exit "$status"
