# Sourced by the benchmarks: what they measure, and the programs they compare with.
benchmarks=.build/benchmarks
lists=$benchmarks/lists
python=$benchmarks/python/bin/python

# program PRODUCT: builds a product of the package for release and prints its path.
program() {
  make release PRODUCT="$1" >&2
  echo "$(swift build -c release --show-bin-path)/$1"
}

# generate: writes lists into .build/benchmarks/lists, the same for the same SEED, by default 1: markdown.md and html.md (1 MB each), large/
# (8 lists of 1 MB), small/ (200 lists of 2 to 40 kB).
generate() {
  rm -rf "$lists"
  mkdir -p "$lists"
  "$(program GenerateLists)" "${SEED:-1}" "$lists"
}

# measure FUNCTION FILE...: calls a function with the files as one set; without files, with the generated list of 1 MB, and with all real
# lists of the folder AWESOME_CORPUS, where that is set.
measure() {
  if [ $# -gt 1 ]; then "$@"; return; fi
  "$1" "$lists/markdown.md"
  [ -z "${AWESOME_CORPUS:-}" ] || "$1" "$AWESOME_CORPUS"/*.md
}

# title FILE...: prints the name of a set.
title() { echo "$1$([ $# -eq 1 ] || echo " and $(($# - 1)) more")"; }

# peer NAME PACKAGE...: installs packages from PyPI into .build/benchmarks/python; false, with a line on standard error, where that fails.
peer() {
  name=$1
  shift
  { [ -x "$python" ] || python3 -m venv "$benchmarks/python"; } &&
    "$python" -m pip install --quiet --disable-pip-version-check "$@" && return
  echo "$(basename "$0"): SKIPPED: comparison with $name; install python3-venv, then run: $python -m pip install $*" >&2
  return 1
}
