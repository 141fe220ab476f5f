# Draws the include graph of sim/ and app/ and finds what breaks the walls of the house.
#
# In: C files, as arguments. Out: one line for each arrow that should not be; with -v show=1 also
# the number of arrows between units. A unit is X.c and X.h together.
BEGIN {
    # Floors from the ground upward. An arrow may go down or stay on its floor.
    split("sim/ground sim/dockerfile sim/shell sim/image sim/docker sim/pairing sim/simulate sim/sim " \
          "app/ground app/course app/session app/screen app/command app/main", order, " ")
    for (i in order)
        floor_of[order[i]] = i + 0
    # What belongs to C and POSIX; any other <header> is foreign.
    split("assert ctype errno fcntl dirent float inttypes langinfo limits locale math poll pwd setjmp " \
          "signal stdalign stdarg stdbool stddef stdint stdio stdlib stdnoreturn string strings time " \
          "termios unistd wchar wctype sys/types sys/stat sys/wait sys/ioctl sys/resource sys/time " \
          "sys/select sys/file sys/mman sys/utsname", names, " ")
    for (i in names)
        of_libc[names[i] ".h"] = 1
    # sim/ computes and nothing else.
    split("limits setjmp stdalign stdbool stddef stdint stdnoreturn string", names, " ")
    for (i in names)
        of_sim[names[i] ".h"] = 1
}

function unit(path) {
    sub(/\.[ch]$/, "", path)
    return path
}

# sim/image/config.h is on the floor sim/image, sim/simulate.h and app/main.c on floors of their own.
function level(path,    parts, n, name) {
    path = unit(path)
    n = split(path, parts, "/")
    name = parts[1] "/" parts[2]
    return name in floor_of ? floor_of[name] : 0
}

function broken(what) {
    print FILENAME ":" FNR ": " what
}

FNR == 1 && !level(FILENAME) { broken("stands on no floor of the house") }

/^#[ \t]*include[ \t]*"/ {
    split($0, quoted, "\"")
    to = quoted[2]
    if (to !~ /^(sim|app)\//)
        broken("includes " to ", which is not a full path")
    else if (level(to) > level(FILENAME))
        broken("includes " to ": an arrow upward")
    if (FILENAME ~ /^app\// && to ~ /^sim\// && to != "sim/sim.h")
        broken("includes " to ": app/ knows sim/sim.h alone")
    from = unit(FILENAME)
    to = unit(to)
    if (from != to && !((from, to) in arrow)) {
        arrow[from, to] = 1
        arrows++
        out[from] = out[from] " " to
    }
}

/^#[ \t]*include[ \t]*</ {
    header = $0
    sub(/.*</, "", header)
    sub(/>.*/, "", header)
    if (FILENAME ~ /^sim\// && !(header in of_sim))
        broken("includes <" header ">: sim/ has no use for it")
    if (!(header in of_libc)) {
        if (header in owner && owner[header] != FILENAME)
            broken("includes <" header ">, as " owner[header] " does: one file knows it")
        owner[header] = FILENAME
    }
}

# Whether arrows lead from one unit to another.
function leads(from, to,    seen, todo, n, i, next_units, k, at) {
    todo[n = 1] = from
    for (i = 1; i <= n; i++) {
        if (todo[i] == to)
            return 1
        k = split(out[todo[i]], next_units, " ")
        for (at = 1; at <= k; at++)
            if (!(next_units[at] in seen)) {
                seen[next_units[at]] = 1
                todo[++n] = next_units[at]
            }
    }
    return 0
}

END {
    for (pair in arrow) {
        split(pair, ends, SUBSEP)
        if (leads(ends[2], ends[1]))
            print ends[1] " -> " ends[2] ": part of a circle"
    }
    if (show)
        print arrows + 0 " arrows"
}
