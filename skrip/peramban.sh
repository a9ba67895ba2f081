#!/bin/sh
# A Chromium for the browser tests: the one on the machine, else Debian's package.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Memasang Chromium …"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium >/dev/null
    exit 0
fi
echo "Chromium tidak ada. Uji peramban memerlukannya; pasang dulu, misalnya: apt-get install chromium" >&2
exit 1
