/* `pairing class FILE… [--json | --csv]`: many learners' progress files in one table.
 *
 * In: what `pairing progress export` wrote. Out: exercise by exercise how many are where, which
 * ideas are about, who is stuck; as CSV a row a learner and exercise, as JSON both. Every answer is
 * run again here; hints and times are what the files claim, and are called so. */
#include "app/course/class.h"

#include "app/command/print.h"
#include "app/course/exchange.h"

#include <unistd.h>

/* ---- Reading */

static struct slice name_of(struct slice path)
{
    for (size_t i = path.len; i > 0; i--)
        if (path.at[i - 1] == '/') {
            path = slice_after(path, i);
            break;
        }
    return slice_ends(path, S(".json")) ? slice_first(path, path.len - 5) : path;
}

static struct slice kept(struct cli *cli, struct slice text)
{
    return text.len ? arena_copy(&cli->held, text) : S("");
}

/* Texts of the reader go with the next file. */
static void keep_deeds(struct cli *cli, struct deeds *deeds)
{
    for (size_t i = 0; i < deeds->len; i++) {
        struct deed *deed = &deeds->at[i];
        deed->exercise = kept(cli, deed->exercise);
        deed->answer = kept(cli, deed->answer);
        deed->reply = kept(cli, deed->reply);
        deed->beliefs = kept(cli, deed->beliefs);
    }
}

static int read_file(struct cli *cli, struct json_reader *reader, struct class *class,
                     struct slice path)
{
    struct slice bytes, learner;
    struct deeds deeds = {0};
    struct json_problem problem;
    int status = cli_read(cli, path, &bytes);
    if (status)
        return status;
    cli->held.ceiling += 64 * bytes.len + class->len * sizeof(struct record);
    if (!exchange_read(reader, &cli->held, bytes, &learner, &deeds, &problem)) {
        const struct words_args args = {.file = path,
                                        .other = words_say(&cli->held, problem.id, &problem.args)};
        return cli_fail(cli, WORDS_PROGRESS_BAD, &args, WORDS_COUNT);
    }
    keep_deeds(cli, &deeds);
    class_add(class, name_of(path), &deeds);
    return 0;
}

/* ---- Text */

static bool was_touched(const struct class *class, const struct class_exercise *exercise)
{
    return exercise->of[RECORD_NEW] < class->learners_len;
}

static void put_exercises(struct report *report, const struct class *class)
{
    size_t untouched = 0;
    report_gap(report);
    report_line(report, REPORT_TEXT, 0);
    for (unsigned state = RECORD_NEW; state <= RECORD_HELD; state++) {
        report_pad(report, 36 + 8 * state, 1);
        report_add(report, ROLE_LABEL, record_state_name((enum record_state)state));
    }
    for (size_t i = 0; i < class->len; i++) {
        const struct class_exercise *exercise = &class->at[i];
        untouched += !was_touched(class, exercise);
        if (!was_touched(class, exercise))
            continue;
        report_line(report, REPORT_TEXT, 0);
        report_add(report, ROLE_PLAIN, exercise->id);
        for (unsigned state = RECORD_NEW; state <= RECORD_HELD; state++) {
            report_pad(report, 36 + 8 * state, 1);
            report_add(report, ROLE_PLAIN,
                       exercise->of[state] ? words_digits(report->arena, exercise->of[state])
                                           : S("-"));
        }
    }
    const struct words_args args = {.number = (uint32_t)untouched};
    if (untouched)
        report_text(report, ROLE_FAINT, 0, words_say(report->arena, WORDS_CLASS_UNTOUCHED, &args));
}

static void put_beliefs(struct report *report, const struct class *class)
{
    bool any = false;
    for (unsigned belief = 0; belief < BELIEF_COUNT; belief++) {
        uint32_t holders = 0;
        for (size_t l = 0; l < class->learners_len; l++)
            holders += class->learners[l].beliefs[belief];
        if (!holders)
            continue;
        if (!any)
            report_title(report, WORDS_CLASS_BELIEFS);
        any = true;
        report_line(report, REPORT_TEXT, 6);
        report_add(report, ROLE_PLAIN, S("  "));
        report_add(report, ROLE_PLAIN, words_digits(report->arena, holders));
        report_pad(report, 6, 1);
        report_add(report, ROLE_PLAIN, belief_name((enum belief)belief));
        report_text(report, ROLE_FAINT, 6, words_of_belief(report->arena, (enum belief)belief));
    }
}

static void put_learner(struct report *report, const struct class_learner *learner,
                        struct slice text)
{
    report_line(report, REPORT_TEXT, 24);
    report_add(report, ROLE_PLAIN, S("  "));
    report_add(report, ROLE_PLAIN, learner->name);
    report_pad(report, 24, 2);
    report_add(report, ROLE_PLAIN, text);
}

static void put_stuck(struct report *report, const struct class *class)
{
    bool any = false;
    for (size_t l = 0; l < class->learners_len; l++) {
        struct buffer where = {.arena = report->arena};
        for (size_t i = 0; i < class->len; i++)
            if (class_is_stuck(&class->learners[l].records[i])) {
                buffer_put(&where, where.len ? S(" ") : S(""));
                buffer_put(&where, class->at[i].id);
            }
        if (!where.len)
            continue;
        if (!any)
            report_title(report, WORDS_CLASS_STUCK);
        any = true;
        put_learner(report, &class->learners[l], buffer_slice(&where));
    }
}

/* Whose answers do not pass though the file says so. */
static void put_unborne(struct report *report, const struct class *class)
{
    bool any = false;
    for (size_t l = 0; l < class->learners_len; l++) {
        if (!class->learners[l].unborne)
            continue;
        if (!any)
            report_title(report, WORDS_CLASS_UNBORNE);
        any = true;
        put_learner(report, &class->learners[l],
                    words_digits(report->arena, (uint64_t) class->learners[l].unborne));
    }
}

static int print_text(struct cli *cli, const struct class *class)
{
    const struct paint paint = print_paint(cli);
    struct report report = {.arena = &cli->held, .columns = paint.columns};
    const struct words_args args = {.number = (uint32_t) class->learners_len};
    report_text(&report, ROLE_PLAIN, 0, words_say(&cli->held, WORDS_CLASS_TITLE, &args));
    put_exercises(&report, class);
    put_beliefs(&report, class);
    put_stuck(&report, class);
    put_unborne(&report, class);
    return print_report(cli, &report, &paint) ? 0 : 2;
}

/* ---- CSV (RFC 4180) and JSON */

/* A field; what a spreadsheet would take for a formula gets a quote in front. */
static void put_field(struct buffer *out, struct slice text)
{
    bool formula = text.len && slice_has(S("=+-@\t\r"), *text.at);
    bool quoted = formula;
    for (size_t i = 0; i < text.len; i++)
        quoted = quoted || slice_has(S("\",\r\n"), text.at[i]);
    if (!quoted) {
        buffer_put(out, text);
        return;
    }
    buffer_put(out, formula ? S("\"'") : S("\""));
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '"')
            buffer_byte(out, '"');
        buffer_byte(out, text.at[i]);
    }
    buffer_byte(out, '"');
}

static int print_csv(struct cli *cli, const struct class *class)
{
    struct buffer out = {.arena = &cli->held};
    buffer_put(&out, S("learner,exercise,state_rerun,attempts_claimed,hints_claimed,"
                       "seconds_claimed,stuck\r\n"));
    cli->held.ceiling += 512 * class->len * class->learners_len;
    for (size_t l = 0; l < class->learners_len; l++)
        for (size_t i = 0; i < class->len; i++) {
            const struct record *record = &class->learners[l].records[i];
            const int64_t numbers[] = {record->attempts, record->hints, record->seconds};
            if (record->state == RECORD_NEW)
                continue;
            put_field(&out, class->learners[l].name);
            buffer_byte(&out, ',');
            put_field(&out, class->at[i].id);
            buffer_byte(&out, ',');
            buffer_put(&out, record_state_name(record->state));
            for (size_t n = 0; n < 3; n++) {
                buffer_byte(&out, ',');
                buffer_number(&out, numbers[n]);
            }
            buffer_put(&out, class_is_stuck(record) ? S(",yes\r\n") : S(",no\r\n"));
        }
    return cli_write(cli, STDOUT_FILENO, buffer_slice(&out)) ? 0 : 2;
}

static void put_json_learner(struct buffer *out, const struct class *class,
                             const struct class_learner *learner)
{
    bool first = true;
    buffer_put(out, S("{\"name\":"));
    quote_json(out, learner->name);
    buffer_put(out, S(",\"not_borne_out\":"));
    buffer_number(out, learner->unborne);
    buffer_put(out, S(",\"beliefs\":["));
    for (unsigned belief = 0; belief < BELIEF_COUNT; belief++)
        if (learner->beliefs[belief]) {
            buffer_put(out, first ? S("") : S(","));
            quote_json(out, belief_name((enum belief)belief));
            first = false;
        }
    buffer_put(out, S("],\"exercises\":["));
    first = true;
    for (size_t i = 0; i < class->len; i++) {
        const struct record *record = &learner->records[i];
        if (record->state == RECORD_NEW)
            continue;
        buffer_put(out, first ? S("{\"id\":") : S(",{\"id\":"));
        first = false;
        quote_json(out, class->at[i].id);
        buffer_put(out, S(",\"rerun\":{\"state\":"));
        quote_json(out, record_state_name(record->state));
        buffer_put(out, S("},\"claimed\":{\"attempts\":"));
        buffer_number(out, record->attempts);
        buffer_put(out, S(",\"hints\":"));
        buffer_number(out, record->hints);
        buffer_put(out, S(",\"seconds\":"));
        buffer_number(out, record->seconds);
        buffer_put(out, S("}}"));
    }
    buffer_put(out, S("]}"));
}

static int print_json(struct cli *cli, const struct class *class)
{
    struct buffer out = {.arena = &cli->held};
    cli->held.ceiling += 1024 * class->len * (class->learners_len + 1);
    buffer_put(&out, S("{\"pairing_class\":1,\"exercises\":["));
    for (size_t i = 0; i < class->len; i++) {
        buffer_put(&out, i ? S(",\n{\"id\":") : S("\n{\"id\":"));
        quote_json(&out, class->at[i].id);
        for (unsigned state = RECORD_NEW; state <= RECORD_HELD; state++) {
            buffer_put(&out, S(",\""));
            buffer_put(&out, record_state_name((enum record_state)state));
            buffer_put(&out, S("\":"));
            buffer_number(&out, (int64_t) class->at[i].of[state]);
        }
        buffer_put(&out, S("}"));
    }
    buffer_put(&out, S("],\"learners\":["));
    for (size_t l = 0; l < class->learners_len; l++) {
        buffer_put(&out, l ? S(",\n") : S("\n"));
        put_json_learner(&out, class, &class->learners[l]);
    }
    buffer_put(&out, S("]}\n"));
    return cli_write(cli, STDOUT_FILENO, buffer_slice(&out)) ? 0 : 2;
}

int class_run(struct cli *cli)
{
    struct course course;
    struct class class;
    struct json_reader reader;
    int status = 0;
    if (!cli->words.len)
        return cli_fail(cli, WORDS_CLASS_NONE, NULL, WORDS_CLI_TRY_HELP);
    course_open(&cli->held, &cli->arena, cli_value(cli, CLI_LESSONS), &course);
    class_open(&cli->held, &course, &class);
    if (!json_reader_init(&reader, cli->held.memory))
        return cli_fail(cli, WORDS_CLI_NO_MEMORY, NULL, WORDS_COUNT);
    for (size_t i = 0; !status && i < cli->words.len; i++)
        status = read_file(cli, &reader, &class, cli->words.at[i]);
    json_reader_free(&reader);
    if (status)
        return status;
    cli->held.ceiling += (size_t)64 << 20;
    class_rerun(&class, &cli->arena);
    if (cli_has(cli, CLI_CSV))
        return print_csv(cli, &class);
    return cli_has(cli, CLI_JSON) ? print_json(cli, &class) : print_text(cli, &class);
}
