/* From options to a course. See open_walk.h. */
#include "app/command/open_walk.h"

#include "app/course/trouble.h"
#include "app/ground/heap.h"
#include "app/ground/report.h"
#include "app/session/keep.h"

#include <stdlib.h>
#include <unistd.h>

int open_walk_read(struct cli *cli, struct walk_setup *setup)
{
    struct keep keep;
    bool placed = keep_open(&keep, getenv("XDG_STATE_HOME"), getenv("HOME")) == 0;
    *setup = (struct walk_setup){
        .memory = &heap,
        .lessons = cli_value(cli, CLI_LESSONS),
        .state = placed ? arena_copy(&cli->held, slice_of(keep.directory)).at : NULL,
        .plan_name = cli_value(cli, CLI_PLAN)};
    return setup->plan_name.len ? cli_read(cli, setup->plan_name, &setup->plan) : 0;
}

/* What is wrong with the plan, "FILE:LINE: TEXT" each. */
static int fail_plan(struct cli *cli, const struct walk *walk)
{
    struct arena *arena = &cli->held;
    struct buffer out = {.arena = arena};
    struct report report = {.arena = arena};
    faults_put(&out, &walk->course.faults);
    for (struct slice line, rest = buffer_slice(&out); rest.len;) {
        slice_cut(rest, '\n', &line, &rest);
        cli_write(cli, STDERR_FILENO,
                  TEXT(arena, S("pairing: "), report_visible(&report, line), S("\n")));
    }
    return 2;
}

int open_walk_fail(struct cli *cli, const struct walk_setup *setup, const struct walk *walk,
                   enum walk_failure failure)
{
    const struct words_args args = {.file = setup->lessons};
    return failure == WALK_BAD_PLAN ? fail_plan(cli, walk)
                                    : cli_fail(cli, WORDS_CLI_FILE_UNREADABLE, &args, WORDS_COUNT);
}
