#!/usr/bin/env bash
# Write the lock files again: every package of `make run` and of `make test`, with its hashes, for
# Python 3.10 to 3.12 on Linux, macOS and Windows. What is locked already stays as it is;
# `scripts/lock.sh --upgrade` takes the newest that the requirements allow. Needs uv.
#
# torch and its CUDA libraries are left out: which build fits is the machine's matter.
# constraints.txt pins its version.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

compile() {
    uv pip compile --quiet --universal --python-version 3.10 --generate-hashes \
        --no-header --no-annotate --no-strip-extras --constraints constraints.txt "$@" >/dev/null
}

# An entry, a package and its hashes, begins in the first column.
without_torch() {
    awk '/^[^ ]/ {kept = !/^(torch|triton|cuda-[a-z]+|nvidia-[a-z0-9-]+)(\[.*\])?==/} kept' "$@"
}

header() {
    echo "# Written by scripts/lock.sh from requirements with the SHA-256 $(cat "$@" | sha256sum | cut -c1-16)"
}

# uv prefers the versions that its output file holds.
cat requirements-test.lock > "$scratch/test.txt" 2>/dev/null || true
compile requirements-test.txt "$@" --output-file "$scratch/test.txt"
compile requirements-oracle.txt --no-deps --output-file "$scratch/oracle.txt"
compile requirements.txt --constraints "$scratch/test.txt" --output-file "$scratch/run.txt"

{
    header requirements.txt requirements-test.txt requirements-oracle.txt
    without_torch "$scratch/test.txt" "$scratch/oracle.txt"
} > requirements-test.lock
{
    header requirements.txt
    without_torch "$scratch/run.txt"
} > requirements.lock
