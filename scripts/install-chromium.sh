#!/usr/bin/env bash
# The browser for the tests and fonts for nine languages, from Debian, unless they are there.
set -euo pipefail
packages=()
command -v chromium >/dev/null || packages+=(chromium)
fc-list 2>/dev/null | grep -q "Noto Color Emoji" ||
    packages+=(fontconfig fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji)
[ ${#packages[@]} = 0 ] && exit 0
sudo=$([ "$(id -u)" = 0 ] || echo sudo)
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
$sudo apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
