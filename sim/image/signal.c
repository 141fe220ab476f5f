/* Signal names. A text in, whether it is a signal out. Models moby/sys/signal, ParseSignal. */
#include "sim/image/signal.h"

#include "sim/ground/number.h"
#include "sim/ground/utf8.h"

static const struct slice names[] = {
    S_INIT("ABRT"),   S_INIT("ALRM"),  S_INIT("BUS"),  S_INIT("CHLD"), S_INIT("CLD"),
    S_INIT("CONT"),   S_INIT("FPE"),   S_INIT("HUP"),  S_INIT("ILL"),  S_INIT("INT"),
    S_INIT("IO"),     S_INIT("IOT"),   S_INIT("KILL"), S_INIT("PIPE"), S_INIT("POLL"),
    S_INIT("PROF"),   S_INIT("PWR"),   S_INIT("QUIT"), S_INIT("SEGV"), S_INIT("STKFLT"),
    S_INIT("STOP"),   S_INIT("SYS"),   S_INIT("TERM"), S_INIT("TRAP"), S_INIT("TSTP"),
    S_INIT("TTIN"),   S_INIT("TTOU"),  S_INIT("URG"),  S_INIT("USR1"), S_INIT("USR2"),
    S_INIT("VTALRM"), S_INIT("WINCH"), S_INIT("XCPU"), S_INIT("XFSZ"), S_INIT("RTMIN"),
    S_INIT("RTMAX")};

/* RTMIN+1 to RTMIN+15 and RTMAX-1 to RTMAX-14. */
static bool is_real_time(struct slice name)
{
    int64_t number;
    bool min = slice_starts(name, S("RTMIN+")), max = slice_starts(name, S("RTMAX-"));
    struct slice digits = slice_after(name, 6);
    return (min || max) && digits.len && digits.at[0] >= '1' && digits.at[0] <= '9' &&
           parse_int(digits, 10, 64, &number) == NUMBER_OK && number <= (min ? 15 : 14);
}

bool signal_is_valid(struct arena *arena, struct slice text)
{
    int64_t number;
    if (parse_int(text, 10, 64, &number) == NUMBER_OK)
        return number != 0;
    struct slice name = utf8_upper(arena, text);
    if (slice_starts(name, S("SIG")))
        name = slice_after(name, 3);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_equal(name, names[i]))
            return true;
    return is_real_time(name);
}
