/* Reasons. See reason.h.
 *
 * In: a result that does not hold. Out: sentences of words.h, with their code marked. The words are
 * compared from both ends: what is left in the middle is the difference. */
#include "app/course/reason.h"

#include "app/course/rows.h"

/* ---- Sentences */

static void add_run(struct arena *arena, struct markdown_block *block, struct slice text, bool code)
{
    if (text.len)
        *list_add(arena, block) =
            (struct markdown_run){text, code ? MARKDOWN_CODE : MARKDOWN_PLAIN, S("")};
}

/* Appends a sentence. Backquotes of its template mark code; those in a value are its own. */
static void put_sentence(struct arena *arena, struct markdown_block *block, enum words_id id,
                         const struct words_args *args)
{
    struct words_pieces pieces = {0};
    bool code = false;
    words_say_pieces(arena, id, args, &pieces);
    add_run(arena, block, block->len ? S(" ") : S(""), false);
    for (size_t i = 0; i < pieces.len; i++) {
        struct slice rest = words_flat(arena, pieces.at[i].text), text;
        if (pieces.at[i].is_value)
            add_run(arena, block, rest, code);
        while (rest.len && !pieces.at[i].is_value) {
            bool marked = slice_cut(rest, '`', &text, &rest);
            add_run(arena, block, text, code);
            code = code != marked;
        }
    }
}

static struct markdown_block *open_reason(struct arena *arena, struct markdown *reason)
{
    struct markdown_block *block = list_add(arena, reason);
    *block = (struct markdown_block){.kind = MARKDOWN_PARAGRAPH};
    return block;
}

/* ---- The line */

static bool names_docker(struct slice line)
{
    struct slice word;
    while ((word = next_word(&line)).len)
        if (slice_equal(word, S("docker")))
            return true;
    return false;
}

bool asks_for_none(const struct answer *answer, struct slice line)
{
    bool read = answer->failure.stage == STAGE_NONE && !answer->has_request;
    /* where docker is asked, and what for cannot be told, that is what is said */
    return read && trimmed(line).len && !(answer->is_unknown && names_docker(line));
}

bool reason_of_line(struct arena *arena, const struct answer *answer, struct slice line,
                    struct markdown *reason)
{
    struct slice rest = line;
    struct words_args args = {.word = next_word(&rest)};
    enum words_id id = names_docker(line) ? WORDS_REASON_NO_CONTAINER : WORDS_REASON_NO_DOCKER;
    bool exec = answer->has_request && answer->request.verb == VERB_EXEC && !answer->has_plan;
    if (exec) {
        args.word = answer->request.image.text;
        id = WORDS_REASON_EXEC;
    }
    if (!exec && !asks_for_none(answer, line))
        return false;
    put_sentence(arena, open_reason(arena, reason), id, &args);
    return true;
}

/* ---- The words */

enum what_differs {
    FAULT_OTHER,   /* one word is another */
    FAULT_PROGRAM, /* the first one is, and others stand behind it */
    FAULT_EXTRA,
    FAULT_LACKS,
    FAULT_ORDER,
    FAULT_TOGETHER, /* one word holds several */
    FAULT_APART,    /* several hold one */
    FAULT_MANY,     /* they have less in common than that */
};

/* How the words differ: got[at…) instead of want[at…), len of them too many or missing. */
struct difference {
    enum what_differs fault;
    const struct plan_word *got;
    size_t got_len;
    const struct arg *want;
    size_t want_len;
    size_t at, len;
};

/* How many words are the same at the beginning, and at the end. */
static size_t same_front(const struct difference *of)
{
    size_t n = 0;
    while (n < of->got_len && n < of->want_len &&
           slice_equal(of->got[n].arg.text, of->want[n].text))
        n++;
    return n;
}

static size_t same_back(const struct difference *of)
{
    size_t n = 0;
    while (n < of->got_len && n < of->want_len &&
           slice_equal(of->got[of->got_len - 1 - n].arg.text, of->want[of->want_len - 1 - n].text))
        n++;
    return n;
}

/* Whether both are the same characters, blanks between the words. */
static bool same_text(struct arena *arena, const struct difference *of)
{
    struct buffer got = {.arena = arena}, want = {.arena = arena};
    for (size_t i = 0; i < of->got_len; i++) {
        buffer_put(&got, i ? S(" ") : S(""));
        buffer_put(&got, of->got[i].arg.text);
    }
    for (size_t i = 0; i < of->want_len; i++) {
        buffer_put(&want, i ? S(" ") : S(""));
        buffer_put(&want, of->want[i].text);
    }
    return slice_equal(buffer_slice(&got), buffer_slice(&want));
}

/* Whether both hold the same words, as often. Of longer lists nobody asks. */
static bool same_words(const struct difference *of)
{
    enum { WORDS_MAX = 64 };
    uint64_t taken = 0;
    if (of->got_len != of->want_len || of->got_len > WORDS_MAX)
        return false;
    for (size_t i = 0; i < of->got_len; i++) {
        size_t k = 0;
        while (k < of->want_len &&
               (taken >> k & 1 || !slice_equal(of->got[i].arg.text, of->want[k].text)))
            k++;
        if (k == of->want_len)
            return false;
        taken |= UINT64_C(1) << k;
    }
    return true;
}

/* Of the places where the extra words may begin, the one at which they come from one list. */
static size_t extra_at(const struct difference *of, size_t first, size_t last, size_t len)
{
    for (size_t at = last + 1; at-- > first;) {
        size_t same = 1;
        while (same < len && of->got[at + same].from == of->got[at].from)
            same++;
        if (same == len)
            return at;
    }
    return last;
}

/* Finds it; false when there is none. */
static bool differ(struct arena *arena, struct difference *of)
{
    size_t front = same_front(of), back = same_back(of), got = of->got_len, want = of->want_len;
    of->at = front;
    if (front == got && front == want)
        return false;
    if (same_text(arena, of)) {
        bool longer = of->got[front].arg.text.len > of->want[front].text.len;
        of->fault = longer ? FAULT_TOGETHER : FAULT_APART;
    } else if (got > want && front + back >= want) {
        of->fault = FAULT_EXTRA;
        of->len = got - want;
        of->at = extra_at(of, want - back, front, of->len);
    } else if (want > got && front + back >= got) {
        of->fault = FAULT_LACKS;
        of->len = want - got;
    } else if (got == want && front + back + 1 == got) {
        of->fault = front || got == 1 ? FAULT_OTHER : FAULT_PROGRAM;
    } else if (same_words(of)) {
        of->fault = FAULT_ORDER;
    } else {
        of->fault = FAULT_MANY;
    }
    return true;
}

/* The list that a word stands in: "CMD, line 3", "CMD of the image tool". */
static struct slice list_of_word(struct arena *arena, const struct plan_word *word)
{
    const struct text *text = word->arg.origin.text;
    bool base = text && text->source == SOURCE_BASE;
    struct words_args args = {.image = base ? text->name : S("")};
    if (text && text->source == SOURCE_DOCKERFILE)
        args.line = position_of(text->bytes, word->arg.origin.span.from).line - text->implied_lines;
    args.word = word->from == WORD_CMD ? S("CMD") : S("ENTRYPOINT");
    switch (word->from) {
    case WORD_RUN: return words_say(arena, WORDS_REASON_IN_LINE, NULL);
    case WORD_OPTION: return words_say(arena, WORDS_REASON_IN_OPTION, NULL);
    case WORD_SHELL: return words_say(arena, WORDS_REASON_IN_SHELL, NULL);
    case WORD_ENTRYPOINT:
    case WORD_CMD: break;
    }
    return words_say(arena, base ? WORDS_REASON_IN_BASE : WORDS_REASON_IN_LIST, &args);
}

/* A word as it stands; an empty one as its quotes. */
static struct slice shown(struct slice word)
{
    return word.len ? word : S("''");
}

static struct slice shown_words(struct arena *arena, const struct difference *of)
{
    struct args words = {0};
    struct buffer out = {.arena = arena};
    bool extra = of->fault == FAULT_EXTRA;
    for (size_t i = 0; i < of->len; i++)
        args_add(arena, &words, extra ? of->got[of->at + i].arg.text : of->want[of->at + i].text,
                 (struct origin){0});
    if (words.len == 1)
        return shown(words.at[0].text);
    quote_shell_words(&out, &words);
    return buffer_slice(&out);
}

/* What happened. *word is the one whose list was named. */
static enum words_id what_happened(struct arena *arena, const struct difference *of,
                                   struct words_args *args, const struct plan_word **word)
{
    bool behind = of->fault == FAULT_LACKS && of->at;
    *word = &of->got[behind ? of->at - 1 : of->at];
    *args = (struct words_args){.word = shown((*word)->arg.text),
                                .file = list_of_word(arena, *word),
                                .number = (uint32_t)of->len};
    if (of->fault != FAULT_EXTRA && of->fault != FAULT_LACKS)
        args->other = shown(of->want[of->at].text);
    switch (of->fault) {
    case FAULT_OTHER: return WORDS_REASON_OTHER;
    case FAULT_PROGRAM: return WORDS_REASON_PROGRAM;
    case FAULT_EXTRA: args->word = shown_words(arena, of); return WORDS_REASON_EXTRA;
    case FAULT_LACKS:
        args->other = shown_words(arena, of);
        return behind ? WORDS_REASON_LACKS : WORDS_REASON_LACKS_FIRST;
    case FAULT_ORDER: return WORDS_REASON_ORDER;
    case FAULT_TOGETHER: return WORDS_REASON_TOGETHER;
    case FAULT_MANY: return WORDS_REASON_MANY;
    case FAULT_APART: break;
    }
    return WORDS_REASON_APART;
}

/* The rule and the question. */
static enum words_id what_rules(const struct difference *of, enum word_from from, bool line)
{
    bool typed = from == WORD_RUN || from == WORD_OPTION;
    switch (of->fault) {
    case FAULT_LACKS: return line ? WORDS_REASON_RULE_ALL_TYPED : WORDS_REASON_RULE_FRONT;
    case FAULT_ORDER: return line ? WORDS_REASON_RULE_AS_TYPED : WORDS_REASON_RULE_ORDER;
    case FAULT_TOGETHER: return typed ? WORDS_REASON_RULE_QUOTES : WORDS_REASON_RULE_STRING;
    case FAULT_APART: return typed ? WORDS_REASON_RULE_BLANK : WORDS_REASON_RULE_STRINGS;
    case FAULT_OTHER:
    case FAULT_PROGRAM:
    case FAULT_EXTRA:
    case FAULT_MANY: break;
    }
    switch (from) {
    case WORD_ENTRYPOINT:
        return line ? WORDS_REASON_RULE_ENTRYPOINT_LINE : WORDS_REASON_RULE_ENTRYPOINT;
    case WORD_CMD: return line ? WORDS_REASON_RULE_CMD_LINE : WORDS_REASON_RULE_CMD;
    case WORD_RUN: return line ? WORDS_REASON_RULE_TYPED_LINE : WORDS_REASON_RULE_TYPED;
    case WORD_OPTION: return WORDS_REASON_RULE_OPTION;
    case WORD_SHELL: break;
    }
    return WORDS_REASON_RULE_SHELL;
}

bool reason_of_words(struct arena *arena, const struct result *result, bool line, bool many,
                     struct markdown *reason)
{
    struct words_args args;
    const struct plan_word *word;
    const struct args *want = result->wants_argv ? &result->argv : &result->begins;
    if (result->holds || !want->len || !result->answer || !result->answer->has_plan)
        return false;
    struct difference difference = {.got = result->answer->plan.argv,
                                    .got_len = result->answer->plan.argv_len,
                                    .want = want->at,
                                    .want_len = want->len};
    if (!result->wants_argv && difference.got_len > want->len)
        difference.got_len = want->len; /* what stands behind does not matter */
    if (!differ(arena, &difference) || (difference.fault == FAULT_MANY && !many))
        return false;
    struct markdown_block *block = open_reason(arena, reason);
    enum words_id id = what_happened(arena, &difference, &args, &word);
    put_sentence(arena, block, id, &args);
    put_sentence(arena, block, what_rules(&difference, word->from, line), NULL);
    return true;
}

/* ---- Settings */

bool reason_of_setting(struct arena *arena, const struct check *check, const struct result *result,
                       struct markdown *reason)
{
    bool starts = !result->holds && result->answer && result->answer->has_plan;
    struct words_args args = {.word = result->got, .other = check->value, .file = check->name};
    enum words_id id = WORDS_REASON_ENV;
    if (!starts)
        return false;
    switch (check->expect) {
    case EXPECT_USER: id = WORDS_REASON_USER; break;
    case EXPECT_WORKDIR: id = WORDS_REASON_WORKDIR; break;
    case EXPECT_ENV:
        id = check->unset ? WORDS_REASON_ENV_SET : id;
        args.other = TEXT(arena, check->name, S("="), check->value);
        break;
    default: return false;
    }
    if (slice_equal(result->got, S("unset")))
        id = WORDS_REASON_ENV_UNSET;
    put_sentence(arena, open_reason(arena, reason), id, &args);
    return true;
}

/* ---- A prediction */

/* The only word that was said and does not run; the length: there is none, or more than one. */
static size_t only_other(const struct args *said, const struct args *runs)
{
    size_t other = said->len, count = 0;
    for (size_t i = 0; i < said->len && said->len == runs->len; i++)
        if (!slice_equal(said->at[i].text, runs->at[i].text)) {
            other = i;
            count++;
        }
    return count == 1 && said->len > 1 ? other : said->len;
}

/* The step as a sentence of its own. */
static void put_step(struct arena *arena, struct markdown_block *block, struct slice step)
{
    struct buffer out = {.arena = arena};
    buffer_put(&out, step);
    if (out.len && out.at[0] >= 'a' && out.at[0] <= 'z')
        out.at[0] = (char)(out.at[0] - 'a' + 'A');
    buffer_put(&out, S("."));
    add_run(arena, block, S(" "), false);
    add_run(arena, block, buffer_slice(&out), false);
}

bool reason_of_said(struct arena *arena, const struct result *result, struct slice step,
                    struct markdown *reason)
{
    const struct args *said = &result->said, *runs = &result->argv;
    struct slice message, rest;
    if (result->holds || !result->said_argv || !result->answer)
        return false;
    bool starts = result->answer->has_plan;
    size_t other = only_other(said, runs);
    struct words_args args = {0};
    enum words_id id = WORDS_REASON_SAID_ONE;
    if (!starts && said->len) {
        id = WORDS_REASON_SAID_WORDS;
        slice_cut(trimmed(result->answer->failure.message), '\n', &message, &rest);
        args.word = trimmed(message);
        step = S("");
    } else if (starts && !said->len) {
        id = WORDS_REASON_SAID_NOTHING;
    } else if (said->len != runs->len) {
        id = WORDS_REASON_SAID_COUNT;
        args.word = words_digits(arena, said->len);
        args.other = words_digits(arena, runs->len);
    } else if (other < said->len) {
        args.word = shown(said->at[other].text);
        step = S("");
    } else {
        return false;
    }
    struct markdown_block *block = open_reason(arena, reason);
    put_sentence(arena, block, id, &args);
    if (step.len)
        put_step(arena, block, step);
    return true;
}

void reason_of_shell_form(struct arena *arena, struct slice step, struct markdown *reason)
{
    const struct words_args args = {.word = step};
    put_sentence(arena, open_reason(arena, reason), WORDS_REASON_SHELL_FORM, &args);
}
