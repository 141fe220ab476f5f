/* Line mode: saying, reading, and what is said about the store. See learn.h. */
#include "app/command/learn.h"

#include "app/course/trouble.h"
#include "app/session/keep.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int64_t learn_now(void)
{
    return (int64_t)time(NULL);
}

void learn_say(struct learn *learn, enum words_id id, const struct words_args *args)
{
    report_text(&learn->report, ROLE_PLAIN, 0, words_say(learn->report.arena, id, args));
}

void learn_title(struct learn *learn, struct slice text)
{
    report_title_text(&learn->report, text);
}

void learn_choice(struct learn *learn, struct slice key, struct slice text)
{
    report_line(&learn->report, REPORT_TEXT, 16);
    report_add(&learn->report, ROLE_PLAIN, S("  "));
    report_add(&learn->report, ROLE_TYPED, key);
    report_pad(&learn->report, 16, 2);
    report_add(&learn->report, ROLE_PLAIN, text);
}

struct slice learn_number(struct learn *learn, size_t n)
{
    struct buffer text = {.arena = learn->report.arena};
    buffer_number(&text, (int64_t)n);
    return buffer_slice(&text);
}

void learn_flush(struct learn *learn)
{
    struct report *report = &learn->report;
    if (report->len) {
        report_line(report, REPORT_TEXT, 0);
        learn->leave |= !print_report(learn->cli, report, &learn->paint);
    }
    arena_reset(&learn->cli->arena, 4 * SITTING_TEXT);
    *report = (struct report){.arena = &learn->cli->arena, .columns = learn->paint.columns};
}

bool learn_read(struct learn *learn, const char *prompt, struct slice *text)
{
    learn_flush(learn);
    if (learn->leave)
        return false;
    if (learn->ahead.at) {
        *text = learn->ahead;
        learn->ahead = (struct slice){0};
        return true;
    }
    if (line_read(learn->line, prompt, S(""), text) != LINE_ENTERED) {
        if (learn->terminal)
            cli_write(learn->cli, STDOUT_FILENO, S("\n"));
        learn->leave = true;
        return false;
    }
    if (learn->terminal) {
        line_remember(learn->line, *text);
        learn->leave |= !cli_write(learn->cli, STDOUT_FILENO, S("\n"));
    }
    *text = utf8_trim(*text);
    return true;
}

/* ---- The store */

const char *learn_state(struct cli *cli)
{
    struct keep keep;
    if (keep_open(&keep, getenv("XDG_STATE_HOME"), getenv("HOME")) != 0)
        return NULL;
    return arena_copy(&cli->held, slice_of(keep.directory)).at;
}

void learn_tell_store(struct cli *cli, struct store *store)
{
    struct words_args args;
    enum words_id id = trouble_words(store, &args);
    if (id != WORDS_COUNT)
        cli_fail(cli, id, &args, WORDS_COUNT);
}

void learn_open_store(struct cli *cli, struct store *store)
{
    store_open(store, learn_state(cli));
    learn_tell_store(cli, store);
}
