/* CMD and ENTRYPOINT that look like exec form and are none, and heredocs where there are none.
 *
 * BuildKit takes such a line as shell form without a word. */
#include "sim/pairing/noting.h"

#include "sim/ground/buffer.h"
#include "sim/ground/utf8.h"

/* The quotes that word processors put in place of " and ', in UTF-8. */
static const struct slice curly_quotes[] = {S_INIT("\xE2\x80\x9C"), S_INIT("\xE2\x80\x9D"),
                                            S_INIT("\xE2\x80\x98"), S_INIT("\xE2\x80\x99"),
                                            S_INIT("\xE2\x80\x9E")};

static size_t curly_at(struct slice s)
{
    for (size_t i = 0; i < sizeof curly_quotes / sizeof *curly_quotes; i++)
        if (slice_starts(s, curly_quotes[i]))
            return curly_quotes[i].len;
    return 0;
}

/* Whether a backslash stands where JSON knows no escape, as in C:\\Program. */
static bool has_bad_escape(struct slice text)
{
    for (size_t i = slice_find(text, '\\'); i < text.len; i++)
        if (text.at[i] == '\\' && (++i == text.len || !slice_has(S("\"\\/bfnrtu"), text.at[i])))
            return true;
    return false;
}

/* The text as JSON would have it: other quotes turned into ", and every backslash doubled where one
 * of them is no escape. */
static struct slice as_json(struct arena *arena, struct slice text)
{
    struct buffer out = {.arena = arena};
    bool doubled = has_bad_escape(text);
    while (text.len) {
        size_t curly = curly_at(text);
        if (curly || *text.at == '\'')
            buffer_byte(&out, '"');
        else
            buffer_byte(&out, *text.at);
        if (doubled && *text.at == '\\')
            buffer_byte(&out, '\\');
        text = slice_after(text, curly ? curly : 1);
    }
    return buffer_slice(&out);
}

static struct slice skip_blanks(struct slice s)
{
    while (s.len && (*s.at == ' ' || *s.at == '\t'))
        s = slice_after(s, 1);
    return s;
}

/* Skips a string in double quotes; false when there is none or it does not end. */
static bool skip_string(struct slice *s)
{
    if (!s->len || *s->at != '"')
        return false;
    for (size_t i = 1; i < s->len; i++) {
        if (s->at[i] == '\\')
            i++;
        else if (s->at[i] == '"') {
            *s = slice_after(*s, i + 1);
            return true;
        }
    }
    return false;
}

/* What follows an array of strings at the start of text; false when there is no such array. */
static bool behind_array(struct slice text, struct slice *rest)
{
    struct slice s = skip_blanks(slice_after(text, 1));
    while (skip_string(&s)) {
        s = skip_blanks(s);
        if (s.len && *s.at == ']') {
            *rest = slice_after(s, 1);
            return true;
        }
        if (!s.len || *s.at != ',')
            return false;
        s = skip_blanks(slice_after(s, 1));
    }
    return false;
}

static bool has_curly(struct slice text)
{
    for (; text.len; text = slice_after(text, 1))
        if (curly_at(text))
            return true;
    return false;
}

/* Whether a text that is no array was meant as one: ["a",], [a, b], but not [ -f x ] && y. */
static bool looks_like_array(struct slice text)
{
    struct slice inner = skip_blanks(slice_after(text, 1));
    if (inner.len && *inner.at == '"')
        return true;
    return slice_ends(text, S("]")) && slice_has(text, ',');
}

static void note_near_array(struct noting *noting, const struct instruction *instruction)
{
    struct slice text = instruction->operand.text, rest, none;
    struct origin at = instruction->operand.origin;
    struct slice inner = skip_blanks(slice_after(text, 1));
    if (behind_array(text, &rest) && rest.len) {
        struct slice array = slice_first(text, text.len - rest.len);
        note_add(noting, RULE_TextAfterArray, at, instruction->name, array, 0);
        return;
    }
    enum rule rule;
    if (has_curly(text))
        rule = RULE_CurlyQuotedArray;
    else if (inner.len && *inner.at == '\'')
        rule = RULE_SingleQuotedArray;
    else if (looks_like_array(text))
        rule = RULE_ArrayNotJSON;
    else
        return;
    /* The mended array is offered only where it is one then. */
    struct slice mended = as_json(noting->arena, text);
    if (!behind_array(mended, &none) || none.len)
        mended = S("");
    note_add(noting, rule, at, instruction->name, mended, 0);
}

/* <<NAME at the start of a word, as far as the next blank; empty when there is none. */
static struct slice heredoc_in(struct slice text)
{
    for (size_t i = slice_find(text, '<'); i + 2 < text.len; i++) {
        char next = text.at[i + 2];
        bool starts = i == 0 || text.at[i - 1] == ' ' || text.at[i - 1] == '\t';
        if (starts && text.at[i] == '<' && text.at[i + 1] == '<' &&
            (next == '-' || next == '"' || next == '\'' || rune_is_letter((unsigned char)next))) {
            struct slice word = slice_after(text, i);
            return slice_first(word, slice_find(word, ' '));
        }
    }
    return S("");
}

void note_arrays(struct noting *noting)
{
    const struct build_result *build = noting->input->build;
    const struct image_config *config = noting->input->config;
    for (size_t i = 0; i < build->instructions_len; i++) {
        const struct instruction *instruction = build->instructions + i;
        bool is_cmd = instruction->keyword == KEYWORD_CMD;
        if ((!is_cmd && instruction->keyword != KEYWORD_ENTRYPOINT) || instruction->exec_form)
            continue;
        struct slice text = instruction->operand.text;
        struct slice heredoc = heredoc_in(text);
        if (heredoc.len)
            note_add(noting, RULE_HeredocNotHere, instruction->at, instruction->name, heredoc, 0);
        /* A list that is not in force any more is BuildKit's to warn of. */
        const struct command_list *list =
            config ? is_cmd ? &config->cmd : &config->entrypoint : NULL;
        if (list && list->at.span.from != instruction->at.span.from)
            continue;
        if (slice_starts(text, S("[")))
            note_near_array(noting, instruction);
        else if (slice_ends(text, S("\"]")))
            note_add(noting, RULE_ArrayNotJSON, instruction->operand.origin, instruction->name,
                     S(""), 0);
    }
}
