/* `pairing card`: one page to print.
 *
 * In: the learner's progress, where there is any. Out: text of at most 80 columns. */
#include "app/command/cli.h"

#include "app/command/learn.h"
#include "app/command/print.h"
#include "app/course/card.h"
#include "app/course/met.h"
#include "app/course/store.h"
#include "app/session/keep.h"

#include <stdlib.h>
#include <unistd.h>

/* The beliefs that were met so far. Looking leaves nothing behind: without a file of progress there
 * are none. That it cannot be written is no news for who only prints; that it is broken is. */
static size_t find_met(struct cli *cli, enum belief beliefs[BELIEF_COUNT])
{
    struct keep keep;
    struct store store;
    struct deeds deeds = {0};
    if (keep_open(&keep, getenv("XDG_STATE_HOME"), getenv("HOME")) != 0)
        return 0;
    struct slice path = TEXT(&cli->held, slice_of(keep.directory), S("/progress.db"));
    if (access(arena_copy(&cli->held, path).at, R_OK) != 0)
        return 0;
    store_open(&store, keep.directory);
    if (store.trouble == STORE_SET_ASIDE || store.trouble == STORE_BROKEN)
        learn_tell_store(cli, &store);
    store_deeds(&store, &cli->held, &deeds);
    store_close(&store);
    return beliefs_met(&deeds, beliefs);
}

int card_run(struct cli *cli)
{
    enum belief beliefs[BELIEF_COUNT];
    if (cli->words.len) {
        const struct words_args args = {.word = cli->words.at[0]};
        return cli_fail(cli, WORDS_CLI_EXTRA, &args, WORDS_CLI_TRY_HELP);
    }
    struct paint paint = print_paint(cli);
    if (!paint.columns || paint.columns > CARD_COLUMNS)
        paint.columns = CARD_COLUMNS;
    struct report report = {.arena = &cli->held, .columns = paint.columns};
    card_report(&report, beliefs, find_met(cli, beliefs));
    return print_report(cli, &report, &paint) ? 0 : 2;
}
