#!/usr/bin/env bash
# What the browser tests need from Debian, unless it is there: Chromium, fonts for nine languages,
# and a library that Playwright's driver is linked with.
set -euo pipefail
packages=()
command -v chromium >/dev/null || packages+=(chromium)
/sbin/ldconfig -p | grep -q 'libatomic\.so\.1' || packages+=(libatomic1)
fc-list 2>/dev/null | grep -q "Noto Color Emoji" ||
    packages+=(fontconfig fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji)
[ ${#packages[@]} = 0 ] && exit 0
sudo=$([ "$(id -u)" = 0 ] || echo sudo)
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
$sudo apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
