#!/bin/sh
# Measures rendering: rendering.sh [FILE]. A file of a megabyte or more of real lists gives the figures that the limits are about.
# Fails when a limit is missed: 6 times the time of cmark-gfm's parse alone, a twentieth of the time of mdformat, which is installed from
# PyPI into .build.
set -eu
cd "$(dirname "$0")/../.."
corpus="${AWESOME_CORPUS:-../shared/corpus}"
make release PRODUCT=RenderingBenchmark
program="$(swift build -c release --show-bin-path)/RenderingBenchmark"
mkdir -p .build/benchmarks
if [ $# -eq 0 ]; then
  [ -d "$corpus" ] || { echo "rendering.sh: there is no corpus at $corpus; name a file instead" >&2; exit 0; }
  cat "$corpus"/rust*.md "$corpus"/jaywcjlove*mac.md "$corpus"/josephmisiti*.md "$corpus"/matteocrippa*.md \
    "$corpus"/sindresorhus*.md > .build/benchmarks/list.md
  set -- .build/benchmarks/list.md
fi
missed=0
"$program" speed "$1" || missed=1
environment=.build/benchmarks/mdformat
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
if "$environment/bin/pip" install --quiet --disable-pip-version-check mdformat==1.0.0 mdformat-gfm==1.0.0; then
  "$environment/bin/python" Tests/Benchmarks/Rendering/rendering.py "$program" "$1" || missed=1
else
  echo "rendering.sh: mdformat is not to be had; that comparison is left out"
fi
exit $missed
