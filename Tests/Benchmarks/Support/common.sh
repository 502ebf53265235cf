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
# (8 lists of 1 MB), small/ (200 lists of 2 to 40 kB). Where AWESOME_CORPUS names a folder of real lists, real.md has all of them.
generate() {
  rm -rf "$lists"
  mkdir -p "$lists"
  "$(program GenerateLists)" "${SEED:-1}" "$lists"
  [ -z "${AWESOME_CORPUS:-}" ] || cat "$AWESOME_CORPUS"/*.md > "$lists/real.md"
}

# peer NAME PACKAGE...: installs packages from PyPI into .build/benchmarks/python; false, with a line on standard error, where that fails.
peer() {
  name=$1
  shift
  { [ -x "$python" ] || python3 -m venv "$benchmarks/python"; } &&
    "$python" -m pip install --quiet --disable-pip-version-check "$@" && return
  echo "$(basename "$0"): SKIPPED: comparison with $name; install python3-venv, then run: $python -m pip install $*" >&2
  return 1
}
