#!/usr/bin/env bash
# A virtual environment, also on a Debian that keeps `venv` in a package of its own.
set -euo pipefail
python=$1 venv=$2

"$python" -c 'import sys; sys.exit(not (3, 10) <= sys.version_info < (3, 13))' || {
    echo "Python 3.10 to 3.12 is needed; $("$python" --version) was found. Try: make PYTHON=python3.11" >&2
    exit 1
}
"$python" -m venv "$venv" >/dev/null 2>&1 && exit 0
rm -rf "$venv"
echo "Python's venv module is incomplete; installing Debian's python3-venv."
sudo=$([ "$(id -u)" = 0 ] || echo sudo)
$sudo apt-get update -qq
$sudo apt-get install -y -qq python3-venv
exec "$python" -m venv "$venv"
