/* Progress to JSON and back. See exchange.h. In: events. Out: a text; or the other way round. */
#include "app/course/exchange.h"

#include "app/ground/json_put.h"

/* ---- Writing */

/* What is empty or zero is left out. */
static void put_text(struct buffer *out, const char *key, struct slice text)
{
    if (text.len)
        json_put_text(out, key, text);
}

static void put_number(struct buffer *out, const char *key, int64_t number)
{
    if (number)
        json_put_number(out, key, number);
}

static void put_deed(struct buffer *out, const struct deed *deed)
{
    buffer_byte(out, '{');
    json_put_text(out, "exercise", deed->exercise);
    put_number(out, "at", deed->at);
    put_text(out, "kind", deed_kind_name(deed->kind));
    if (deed->passed)
        json_put_bool(out, "passed", true);
    put_number(out, "sure", deed->sure);
    put_number(out, "hint", deed->hint);
    put_number(out, "seconds", deed->seconds);
    put_number(out, "variant", deed->variant);
    put_text(out, "answer", deed->answer);
    put_text(out, "reply", deed->reply);
    put_text(out, "beliefs", deed->beliefs);
    buffer_put(out, S("}"));
}

void exchange_put(struct buffer *out, struct slice learner, const struct deeds *deeds)
{
    buffer_put(out, S("{\"pairing_progress\":1"));
    put_text(out, "learner", learner);
    json_put_key(out, "events");
    buffer_byte(out, '[');
    for (size_t i = 0; i < deeds->len; i++) {
        buffer_put(out, i ? S(",\n") : S("\n"));
        put_deed(out, &deeds->at[i]);
    }
    buffer_put(out, S("]}\n"));
}

/* ---- Reading */

struct head {
    int64_t version;
    struct slice learner;
};

struct row {
    struct slice exercise, kind, answer, reply, beliefs;
    int64_t at, sure, hint, seconds, variant;
    bool passed;
};

static const struct json_column head_columns[] = {
    {"pairing_progress", JSON_COLUMN_NUMBER, offsetof(struct head, version)},
    {"learner", JSON_COLUMN_TEXT, offsetof(struct head, learner)},
};

static const struct json_column row_columns[] = {
    {"exercise", JSON_COLUMN_TEXT, offsetof(struct row, exercise)},
    {"kind", JSON_COLUMN_TEXT, offsetof(struct row, kind)},
    {"answer", JSON_COLUMN_TEXT, offsetof(struct row, answer)},
    {"reply", JSON_COLUMN_TEXT, offsetof(struct row, reply)},
    {"beliefs", JSON_COLUMN_TEXT, offsetof(struct row, beliefs)},
    {"at", JSON_COLUMN_NUMBER, offsetof(struct row, at)},
    {"sure", JSON_COLUMN_NUMBER, offsetof(struct row, sure)},
    {"hint", JSON_COLUMN_NUMBER, offsetof(struct row, hint)},
    {"seconds", JSON_COLUMN_NUMBER, offsetof(struct row, seconds)},
    {"variant", JSON_COLUMN_NUMBER, offsetof(struct row, variant)},
    {"passed", JSON_COLUMN_BOOL, offsetof(struct row, passed)},
};

static bool refuse(struct json_problem *problem, const char *key, const char *wanted)
{
    *problem = (struct json_problem){WORDS_REQUEST_TYPE,
                                     {.word = slice_of(key), .other = slice_of(wanted)}};
    return false;
}

static bool take_row(const struct row *row, struct deed *deed, struct json_problem *problem)
{
    enum { LONG = 1 << 20, TIME_MAX = 1 << 30 };
    enum deed_kind kind = 0;
    while (kind < DEED_KINDS && !slice_equal(row->kind, deed_kind_name(kind)))
        kind++;
    if (kind == DEED_KINDS)
        return refuse(problem, "kind", "attempt, hint or shown");
    if (!row->exercise.len || row->exercise.len > 200)
        return refuse(problem, "exercise", "an exercise's id");
    if (row->sure > 3 || row->hint > 3)
        return refuse(problem, row->sure > 3 ? "sure" : "hint", "at most 3");
    if (row->seconds > TIME_MAX || row->variant > UINT32_MAX || row->at >> 40)
        return refuse(problem, "seconds, variant, at", "numbers that can be");
    if (row->answer.len > LONG || row->reply.len > LONG || row->beliefs.len > LONG)
        return refuse(problem, "answer", "a text of at most 1 MiB");
    *deed = (struct deed){.exercise = row->exercise,
                          .at = row->at,
                          .kind = kind,
                          .passed = row->passed,
                          .sure = (uint32_t)row->sure,
                          .hint = (uint32_t)row->hint,
                          .seconds = row->seconds,
                          .variant = (uint32_t)row->variant,
                          .answer = row->answer,
                          .reply = row->reply,
                          .beliefs = row->beliefs};
    return true;
}

bool exchange_read(struct json_reader *reader, struct arena *arena, struct slice bytes,
                   struct slice *learner, struct deeds *deeds, struct json_problem *problem)
{
    static const struct json_table head_table = {
        head_columns, sizeof head_columns / sizeof *head_columns, sizeof(struct head)};
    static const struct json_table row_table = {
        row_columns, sizeof row_columns / sizeof *row_columns, sizeof(struct row)};
    struct head head;
    void *rows;
    size_t len;
    if (!json_table_read(reader, arena, bytes, &head_table, &head, "events", &row_table, &rows,
                         &len, problem))
        return false;
    if (head.version != 1)
        return refuse(problem, "pairing_progress", "1");
    *learner = head.learner;
    for (size_t i = 0; i < len; i++)
        if (!take_row((const struct row *)rows + i, list_add(arena, deeds), problem))
            return false;
    return true;
}
