#!/bin/sh
# Measures rendering beside mdformat, which is installed from PyPI into .build: rendering.sh [FILE]
set -eu
cd "$(dirname "$0")/../.."
corpus="${AWESOME_CORPUS:-../shared/corpus}"
swift build -c release --product RenderingBenchmark
program="$(swift build -c release --show-bin-path)/RenderingBenchmark"
mkdir -p .build/benchmarks
if [ $# -eq 0 ]; then
  [ -d "$corpus" ] || { echo "rendering.sh: there is no corpus at $corpus; name a file instead" >&2; exit 0; }
  cat "$corpus"/rust*.md "$corpus"/jaywcjlove*mac.md "$corpus"/josephmisiti*.md "$corpus"/matteocrippa*.md \
    "$corpus"/sindresorhus*.md > .build/benchmarks/list.md
  set -- .build/benchmarks/list.md
fi
"$program" speed "$1"
environment=.build/benchmarks/mdformat
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check mdformat==1.0.0 mdformat-gfm==1.0.0
"$environment/bin/python" Tests/Benchmarks/Rendering/rendering.py "$1"
