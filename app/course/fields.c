/* Lines of NAME and value. See fields.h.
 *
 * In: the text of a block. Out: fields of an exercise, variants, rows of a plan; and a fault for
 * each line that is none. */
#include "app/course/fields.h"

#include "app/course/rows.h"

/* ---- The block exercise */

struct field_reading {
    struct arena *arena;
    struct faults *faults;
    struct exercise *exercise;
    uint32_t line;
};

static bool is_name(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!((s.at[i] >= 'a' && s.at[i] <= 'z') || (s.at[i] >= '0' && s.at[i] <= '9') ||
              (s.at[i] == '-' && i)))
            return false;
    return s.len > 0;
}

static bool read_id(struct field_reading *reading, struct slice value)
{
    struct slice lesson, name;
    reading->exercise->id = value;
    return slice_cut(value, '/', &lesson, &name) && is_name(lesson) && is_name(name) &&
           value.len <= 60;
}

static bool read_kind(struct field_reading *reading, struct slice value)
{
    unsigned kind = 0;
    while (kind < EXERCISE_KIND_COUNT &&
           !slice_equal(exercise_kind_name((enum exercise_kind)kind), value))
        kind++;
    reading->exercise->kind = (enum exercise_kind)kind;
    return kind < EXERCISE_KIND_COUNT;
}

static bool read_path(struct field_reading *reading, struct slice value)
{
    reading->exercise->core = slice_equal(value, S("core"));
    return reading->exercise->core || slice_equal(value, S("more"));
}

/* M and two or three digits, several with blanks or commas between them. */
static bool read_cures(struct field_reading *reading, struct slice value)
{
    if (slice_equal(value, S("none")))
        return true;
    while (value.len) {
        struct slice word = next_word(&value);
        uint32_t number;
        if (slice_ends(word, S(",")))
            word.len--;
        if (word.len < 3 || !slice_starts(word, S("M")) ||
            !number_of(slice_after(word, 1), &number))
            return false;
        *list_add(reading->arena, &reading->exercise->cures) = word;
    }
    return true;
}

static bool read_image(struct field_reading *reading, struct slice value)
{
    reading->exercise->image = value;
    return is_name(value);
}

static bool read_measure(struct field_reading *reading, struct slice value)
{
    reading->exercise->measure =
        slice_equal(value, S("words entrypoint"))  ? MEASURE_WORDS_ENTRYPOINT
        : slice_equal(value, S("characters line")) ? MEASURE_CHARACTERS_LINE
                                                   : MEASURE_NONE;
    return reading->exercise->measure != MEASURE_NONE;
}

static bool read_par(struct field_reading *reading, struct slice value)
{
    return number_of(value, &reading->exercise->par);
}

static bool read_leads(struct field_reading *reading, struct slice value)
{
    reading->exercise->leads = value;
    return is_name(value);
}

static const struct field {
    struct slice name;
    bool (*read)(struct field_reading *reading, struct slice value);
    const char *takes;
    bool needed;
} fields[] = {
    {S_INIT("id"), read_id, "LESSON/NAME in small letters, digits and -", true},
    {S_INIT("kind"), read_kind, "write, repair, run, predict, origin, sort, design or golf", true},
    {S_INIT("path"), read_path, "core or more", true},
    {S_INIT("cures"), read_cures, "mistakes, M28 M74, or none", true},
    {S_INIT("image"), read_image, "a name in small letters", false},
    {S_INIT("measure"), read_measure, "words entrypoint, or characters line", false},
    {S_INIT("par"), read_par, "a number", false},
    {S_INIT("leads"), read_leads, "the slug of a lesson", false},
};

enum { FIELDS = sizeof fields / sizeof *fields };

static void fail_name(struct field_reading *reading, struct slice name)
{
    struct slice names[FIELDS];
    for (size_t i = 0; i < FIELDS; i++)
        names[i] = fields[i].name;
    fault_word(reading->faults, reading->line, WORDS_LESSON_FIELD_UNKNOWN, name,
               nearest(name, names, FIELDS, true));
}

static void read_field(struct field_reading *reading, struct slice text, unsigned *seen)
{
    struct slice name, value;
    size_t i = 0;
    if (!slice_cut(text, ':', &name, &value)) {
        fault_word(reading->faults, reading->line, WORDS_LESSON_FIELD_LINE, text, S(""));
        return;
    }
    name = trimmed(name);
    value = trimmed(value);
    while (i < FIELDS && !slice_equal(fields[i].name, name))
        i++;
    if (i == FIELDS) {
        fail_name(reading, name);
        return;
    }
    const struct words_args args = {
        .word = name, .other = value, .file = slice_of(fields[i].takes)};
    if (*seen >> i & 1)
        fault_add(reading->faults, reading->line, WORDS_LESSON_FIELD_TWICE, &args);
    else if (!value.len || !fields[i].read(reading, value))
        fault_add(reading->faults, reading->line, WORDS_LESSON_FIELD_BAD, &args);
    *seen |= 1U << i;
}

void fields_read(struct arena *arena, struct faults *faults, struct slice text, uint32_t line,
                 struct exercise *exercise)
{
    struct field_reading reading = {arena, faults, exercise, line};
    struct line_walk walk = {text, line + 1};
    unsigned seen = 0;
    for (struct slice field; walk_line(arena, &walk, &field, &reading.line);)
        read_field(&reading, field, &seen);
    bool golf = exercise->kind == EXERCISE_GOLF;
    for (size_t i = 0; i < FIELDS; i++) {
        bool of_golf = fields[i].read == read_measure || fields[i].read == read_par;
        const struct words_args args = {.word = fields[i].name, .other = slice_of(fields[i].takes)};
        if (!(seen >> i & 1) && (fields[i].needed || (of_golf && golf)))
            fault_add(faults, line, WORDS_LESSON_FIELD_MISSING, &args);
        if ((seen >> i & 1) && of_golf && !golf)
            fault_add(faults, line, WORDS_LESSON_FIELD_GOLF, &args);
    }
}

/* ---- vary */

static void read_values(struct arena *arena, struct slice text, struct vary *vary)
{
    struct slice value;
    for (bool more = true; more;) {
        more = slice_cut(text, '|', &value, &text);
        *list_add(arena, vary) = trimmed(value);
    }
}

/* Capital letters, digits and _, as it stands between {{ and }}. */
static bool is_vary_name(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!((s.at[i] >= 'A' && s.at[i] <= 'Z') || (s.at[i] >= '0' && s.at[i] <= '9') ||
              s.at[i] == '_'))
            return false;
    return s.len > 0;
}

void vary_read(struct arena *arena, struct faults *faults, struct slice text, uint32_t line,
               struct varies *varies)
{
    struct line_walk walk = {text, line + 1};
    for (struct slice row; walk_line(arena, &walk, &row, &line);) {
        struct slice name, values;
        if (!slice_cut(row, '=', &name, &values) || !is_vary_name(trimmed(name))) {
            fault_word(faults, line, WORDS_LESSON_VARY_LINE, row, S(""));
            continue;
        }
        if (fault_if_full(faults, line, varies->len, PART_LINES_MAX))
            return;
        for (size_t i = 0; i < varies->len; i++)
            if (slice_equal(varies->at[i].name, trimmed(name)))
                fault_word(faults, line, WORDS_LESSON_NAME_TWICE, trimmed(name), S("vary"));
        struct vary *vary = list_add(arena, varies);
        *vary = (struct vary){.name = trimmed(name), .line = line};
        read_values(arena, values, vary);
        if (vary->len < 2)
            fault_word(faults, line, WORDS_LESSON_VARY_ONE, vary->name, S(""));
    }
}

/* ---- plan */

/* lock: on. False when it is no such line. */
static bool read_switch(struct slice row, struct plan *plan, bool *good)
{
    struct slice name, value;
    if (!slice_cut(row, ':', &name, &value))
        return false;
    const struct {
        struct slice name;
        bool *is;
    } switches[] = {{S("lock"), &plan->lock}, {S("skip"), &plan->skip}, {S("shown"), &plan->shown}};
    name = trimmed(name);
    value = trimmed(value);
    *good = slice_equal(name, S("minutes")) && number_of(value, &plan->minutes);
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++)
        if (slice_equal(switches[i].name, name)) {
            *switches[i].is = slice_equal(value, S("on"));
            *good = *switches[i].is || slice_equal(value, S("off"));
        }
    return true;
}

void plan_read(struct arena *arena, struct faults *faults, struct slice text, uint32_t line,
               struct plan *plan)
{
    struct line_walk walk = {text, line + 1};
    for (struct slice row; walk_line(arena, &walk, &row, &line);) {
        struct slice rest = row;
        struct plan_row made = {.id = next_word(&rest), .line = line};
        bool good;
        if (!read_switch(row, plan, &good)) {
            if (fault_if_full(faults, line, plan->len, PLAN_ROWS_MAX))
                return;
            struct slice minutes = next_word(&rest);
            good = slice_has(made.id, '/') && !rest.len &&
                   (!minutes.len || number_of(minutes, &made.minutes));
            if (good)
                *list_add(arena, plan) = made;
        }
        if (!good)
            fault_word(faults, line, WORDS_LESSON_PLAN_LINE, row, S(""));
    }
}
