#!/bin/sh
# Writes what the program prints into the examples of README.md: behind every line `$ pairing …` of a
# block fenced as ```console, standard error included. `make examples` compares; this brings them up
# to date after a change that was meant, and `git diff` shows what became of it.
#
#     write.sh [BUILD]
set -u
cd "$(dirname "$0")/../.." || exit 2
build=$(cd "${1-build}" && pwd) || exit 2
PATH=$build:$PATH
export PATH
fresh=$build/README.md

awk '
    /^```/ { in_block = /^```console$/ }
    in_block && /^\$ / {
        print
        command = "(" substr($0, 3) ") 2>&1 </dev/null"
        while ((command | getline line) > 0)
            print line
        close(command)
        next
    }
    in_block && !/^```/ { next }
    { print }
' README.md >"$fresh" && cat "$fresh" >README.md && rm "$fresh"
