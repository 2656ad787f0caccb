#!/bin/sh
# Print the Python to start with: 3.11 or newer, the system's own first, so that .venv is tied to nobody's pyenv.
# Installs Debian's where there is none and that is allowed.
find_python() {
    for candidate in /usr/bin/python3 python3 python3.13 python3.12 python3.11; do
        command -v "$candidate" >/dev/null 2>&1 || continue
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
        command -v "$candidate"
        return 0
    done
    return 1
}

install_python() {
    command -v apt-get >/dev/null 2>&1 || return 1
    root=""
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || return 1
        root="sudo -n"
    fi
    echo "  Python 3 is missing; installing it with apt ..." >&2
    said=$($root apt-get update -qq 2>&1 &&
        $root env DEBIAN_FRONTEND=noninteractive \
            apt-get install --yes --no-install-recommends python3 python3-venv 2>&1) && return 0
    printf '%s\n' "$said" | tail -n 25 >&2
    return 1
}

find_python && exit 0
install_python && find_python && exit 0
echo "Python 3.11 or newer is missing. Run this line, then start again:

sudo apt-get update && sudo apt-get install --yes python3 python3-venv
" >&2
exit 1
