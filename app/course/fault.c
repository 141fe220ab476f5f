/* The author's errors, gathered and printed. See fault.h. */
#include "app/course/fault.h"

static bool is_known(const struct faults *faults, const struct fault *fault)
{
    for (size_t i = faults->len; i-- > 0 && slice_equal(faults->at[i].file, fault->file);)
        if (faults->at[i].line == fault->line && faults->at[i].id == fault->id &&
            (faults->variant.len || slice_equal(faults->at[i].word, fault->word)))
            return true;
    return false;
}

static void add(struct faults *faults, uint32_t line, enum words_id id,
                const struct words_args *args, bool warning)
{
    struct fault fault = {.file = faults->file, .line = line, .warning = warning, .id = id};
    fault.word = args ? args->word : S("");
    if (faults->len < FAULTS_MAX && is_known(faults, &fault))
        return;
    *(warning ? &faults->warnings : &faults->errors) += 1;
    if (faults->len == FAULTS_MAX)
        return;
    fault.text = words_say(faults->arena, id, args);
    if (faults->variant.len)
        fault.text = words_say(faults->arena, WORDS_LESSON_VARIANT,
                               &(struct words_args){.word = faults->variant, .other = fault.text});
    fault.text = arena_copy(faults->arena, fault.text);
    fault.word = arena_copy(faults->arena, fault.word);
    *list_add(faults->arena, faults) = fault;
}

void fault_add(struct faults *faults, uint32_t line, enum words_id id,
               const struct words_args *args)
{
    add(faults, line, id, args, false);
}

void fault_warn(struct faults *faults, uint32_t line, enum words_id id,
                const struct words_args *args)
{
    add(faults, line, id, args, true);
}

void fault_word(struct faults *faults, uint32_t line, enum words_id id, struct slice word,
                struct slice other)
{
    const struct words_args args = {.word = word, .other = other};
    add(faults, line, id, &args, false);
}

bool fault_if_full(struct faults *faults, uint32_t line, size_t len, size_t most)
{
    const struct words_args args = {.number = (uint32_t)most};
    if (len < most)
        return false;
    fault_add(faults, line, WORDS_LESSON_TOO_MANY, &args);
    return true;
}

static void put_fault(struct buffer *out, const struct fault *fault)
{
    buffer_put(out, fault->file);
    buffer_byte(out, ':');
    if (fault->line) {
        buffer_number(out, fault->line);
        buffer_byte(out, ':');
    }
    buffer_byte(out, ' ');
    if (fault->warning) {
        buffer_put(out, words_say(out->arena, WORDS_LABEL_WARNING, NULL));
        buffer_put(out, S(": "));
    }
    buffer_put(out, words_flat(out->arena, fault->text));
    buffer_byte(out, '\n');
}

/* Those of one file from `first` on, by line. */
static void put_file(struct buffer *out, const struct faults *faults, size_t first)
{
    struct slice file = faults->at[first].file;
    uint32_t line = 0, next;
    for (bool more = true; more; line = next) {
        more = false;
        next = UINT32_MAX;
        for (size_t i = first; i < faults->len; i++) {
            const struct fault *fault = &faults->at[i];
            if (!slice_equal(fault->file, file) || fault->line < line)
                continue;
            if (fault->line == line)
                put_fault(out, fault);
            else if (fault->line < next) {
                next = fault->line;
                more = true;
            }
        }
    }
}

void faults_put(struct buffer *out, const struct faults *faults)
{
    for (size_t i = 0; i < faults->len; i++) {
        bool first = true;
        for (size_t k = 0; k < i && first; k++)
            first = !slice_equal(faults->at[k].file, faults->at[i].file);
        if (first)
            put_file(out, faults, i);
    }
}
