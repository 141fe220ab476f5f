#!/bin/sh
# Writes what the program prints into the examples of README.md: behind every line `$ pairing …` of a
# block fenced as ```console, standard error included, and behind every line `pairing> …` that is typed
# into it. `make examples` compares; this brings them up to date after a change that was meant, and
# `git diff` shows what became of it.
#
#     write.sh [BUILD]
set -u
cd "$(dirname "$0")/../.." || exit 2
build=$(cd "${1-build}" && pwd) || exit 2
PATH=$build:$PATH
XDG_STATE_HOME=$build/readme-state
export PATH XDG_STATE_HOME
rm -rf "$XDG_STATE_HOME"
fresh=$build/README.md

awk -v typed="$build/README.typed" '
    # Runs a command with what is typed; prints what it says beyond the lines that are known.
    function run(command,    line, n) {
        while ((command | getline line) > 0)
            if (++n > said)
                print line
        said = n > said ? n : said
        close(command)
    }
    /^```/ { in_block = /^```console$/ }
    in_block && /^\$ / {
        print
        said = 0
        printf "" > typed
        close(typed)
        command = "(" substr($0, 3) ") 2>&1 <" typed
        run(command)
        next
    }
    in_block && /^pairing> / {
        print
        print substr($0, 10) >> typed
        close(typed)
        run(command)
        next
    }
    in_block && !/^```/ { next }
    { print }
' README.md >"$fresh" && cat "$fresh" >README.md && rm "$fresh" "$build/README.typed"
