#!/usr/bin/env bash
# The tests of the model and the engine, as on processors that have fewer instructions than this one.
set -euo pipefail
cd "$(dirname "$0")/.."
flags=$(grep -m1 '^flags' /proc/cpuinfo || true)

test_with() {
    echo "With at most $1:"
    ONEDNN_MAX_CPU_ISA=$2 MKL_ENABLE_INSTRUCTIONS=$3 ATEN_CPU_CAPABILITY=$4 \
        KOKORO_PRECISION=float32 HF_HUB_OFFLINE=1 .venv/bin/python -m pytest tests/model tests/engine
}

[[ $flags != *amx_tile* ]] || test_with AVX-512 AVX512_CORE AVX512 avx512
[[ $flags != *avx512* ]] || test_with AVX2 AVX2 AVX2 avx2
