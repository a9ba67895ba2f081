#!/bin/sh
# Virtual environment with the dependencies of one lock file. Does nothing when they are there already.
# Use: siapkan.sh PYTHON VENV LOCK
set -eu
python=$1 venv=$2 lock=$3

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Kinerja memerlukan Python 3.11 atau lebih baru; '$python' lebih lama. Coba: make PYTHON=python3.12 …" >&2
    exit 1
}

if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            apt-get update -qq && apt-get install -qq -y python3-venv >/dev/null
        else
            echo "Modul venv belum ada. Pasang dulu, misalnya: apt-get install python3-venv" >&2
            exit 1
        fi
    fi
    echo "Membuat lingkungan Python di $venv …"
    "$python" -m venv "$venv"
    rm -f "$venv"/terpasang-*
fi

now=$(cksum < "$lock")
stamp=$venv/terpasang-$(basename "$lock")
# The development lock contains the other one, so its stamp satisfies both.
if [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then exit 0; fi
if [ "$lock" = requirements.lock ] && [ "$(cat "$venv/terpasang-untuk" 2>/dev/null)" = "$now" ]; then exit 0; fi

echo "Memasang paket dari $lock …"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r "$lock"
echo "$now" > "$stamp"
cksum < requirements.lock > "$venv/terpasang-untuk"
