/* Words of exec form that were written as if a shell would read them.
 *
 * Nobody does: exec form is taken as it stands, so $VAR, &&, ~, * and quotes arrive at the program.
 * The text behind a shell's -c is read by that shell and is left alone here. */
#include "sim/pairing/noting.h"

#include "sim/ground/buffer.h"
#include "sim/ground/quote.h"
#include "sim/ground/utf8.h"

struct slice variable_in(struct slice s)
{
    for (size_t i = slice_find(s, '$'); i + 1 < s.len; i++) {
        struct slice found = slice_after(s, i);
        size_t len = 1;
        if (*found.at != '$')
            continue;
        if (found.at[1] == '{')
            return slice_first(found, slice_find(found, '}') + 1);
        while (len < found.len &&
               (found.at[len] == '_' || rune_is_letter((unsigned char)found.at[len]) ||
                (len > 1 && rune_is_digit((unsigned char)found.at[len]))))
            len++;
        if (len > 1)
            return slice_first(found, len);
    }
    return S("");
}

static bool is_operator(struct slice s)
{
    static const struct slice operators[] = {
        S_INIT("&&"), S_INIT("||"), S_INIT("|"), S_INIT(";"),    S_INIT("&"),
        S_INIT(">"),  S_INIT(">>"), S_INIT("<"), S_INIT("2>&1"), S_INIT("2>"),
    };
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (slice_equal(s, operators[i]))
            return true;
    return false;
}

/* A word that is a file pattern, such as *.txt; not a cron line, a regular expression or a URL. */
static bool is_glob(struct slice s)
{
    return slice_has(s, '*') && s.len > 1 && !slice_has(s, ' ') && !slice_has(s, '(') &&
           !slice_has(s, '\\') && !slice_has(s, ':') && !slice_starts(s, S("-")) &&
           (slice_starts(s, S("*.")) || slice_ends(s, S("/*")) || slice_has(s, '/') ||
            slice_has(s, '.'));
}

struct slice without_quotes(struct arena *arena, struct slice s)
{
    char last = s.len ? s.at[s.len - 1] : '\0';
    size_t first = slice_find(s, last);
    if ((last != '\'' && last != '"') || first + 1 >= s.len || (first && s.at[first - 1] != '='))
        return S("");
    return TEXT(arena, slice_first(s, first),
                slice_first(slice_after(s, first + 1), s.len - first - 2));
}

/* One word in which a blank stands where a new word was meant: -n 1, --port 80. */
static bool is_option_with_blank(struct slice s)
{
    return s.len > 2 && *s.at == '-' && slice_has(s, ' ') &&
           slice_find(s, ' ') < slice_find(s, '=') && slice_find(s, ' ') < slice_find(s, '"') &&
           slice_find(s, ' ') < slice_find(s, '\'');
}

/* "--port 80" as the two words that were meant: "--port","80". */
static struct slice as_words(struct arena *arena, struct slice s)
{
    struct buffer out = {.arena = arena};
    while (s.len) {
        struct slice part;
        slice_cut(s, ' ', &part, &s);
        if (!part.len)
            continue;
        if (out.len)
            buffer_put(&out, S(", "));
        quote_json(&out, part);
    }
    return buffer_slice(&out);
}

static void note_word(struct noting *noting, const struct arg *word, bool is_program)
{
    struct slice text = word->text;
    struct arena *arena = noting->arena;
    if (is_operator(text))
        note_add(noting, RULE_ExecFormOperator, word->origin, text, S(""), 0);
    else if (is_option_with_blank(text) || (is_program && slice_has(text, ' ')))
        note_add(noting, RULE_BlankInWord, word->origin, text, as_words(arena, text), 0);
    else if (variable_in(text).len)
        note_add(noting, RULE_ExecFormVariable, word->origin, text, variable_in(text), 0);
    else if (slice_equal(text, S("~")) || slice_starts(text, S("~/")))
        note_add(noting, RULE_ExecFormTilde, word->origin, text, S(""), 0);
    else if (without_quotes(arena, text).len)
        note_add(noting, RULE_ExecFormQuotes, word->origin, text, without_quotes(arena, text), 0);
    else if (is_glob(text))
        note_add(noting, RULE_ExecFormGlob, word->origin, text, S(""), 0);
}

void note_words(struct noting *noting)
{
    const struct image_config *config = noting->input->config;
    const struct command_list *lists[] = {&config->entrypoint, &config->cmd};
    size_t len = config->entrypoint.words.len + config->cmd.words.len, index = 0;
    struct slice *words = arena_array(noting->arena, struct slice, len);
    for (size_t l = 0; l < 2; l++)
        for (size_t i = 0; i < lists[l]->words.len; i++)
            words[index++] = lists[l]->words.at[i].text;
    size_t script = script_index(words, len);
    index = 0;
    for (size_t l = 0; l < 2; l++)
        for (size_t i = 0; i < lists[l]->words.len; i++, index++) {
            const struct arg *word = lists[l]->words.at + i;
            bool own = word->origin.text && word->origin.text->source == SOURCE_DOCKERFILE;
            if (own && lists[l]->form == FORM_EXEC && index < script)
                note_word(noting, word, index == 0);
        }
}
