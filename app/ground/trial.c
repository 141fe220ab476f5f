/* Lines tried on an image, and the variables of a text for a shell. See trial.h. In: an answer with
 * an image's config. Out: answers to other lines about it. */
#include "app/ground/trial.h"

struct slice trial_image(const struct report_view *view)
{
    const struct answer *answer = view->answer;
    const struct question *question = view->question;
    bool named = answer->has_request && answer->request.verb != VERB_EXEC &&
                 (answer->has_plan || !question->image_name.len);
    if (named && answer->request.image.text.len)
        return answer->request.image.text;
    return question->image_name.len ? question->image_name : S("image");
}

static void put_words(struct buffer *out, const struct args *words)
{
    for (size_t i = 0; words && i < words->len; i++) {
        buffer_byte(out, ' ');
        quote_shell(out, words->at[i].text);
    }
}

struct trial trial_run(struct report *report, const struct report_view *view,
                       const struct args *options, const struct args *words)
{
    struct arena *arena = report->arena;
    struct buffer line = {.arena = arena};
    struct text *text = arena_new(arena, struct text);
    struct base_image *image = arena_new(arena, struct base_image);
    struct answer *answer = arena_new(arena, struct answer);
    buffer_put(&line, S("docker run"));
    put_words(&line, options);
    buffer_byte(&line, ' ');
    quote_shell(&line, trial_image(view));
    put_words(&line, words);
    *text = (struct text){SOURCE_LINE, S("line"), buffer_slice(&line)};
    *image = (struct base_image){.config = view->answer->config, .any_platform = true};
    const struct question question = {
        .image = image, .line = text, .host = view->question->host, .want_outcome = true};
    simulate(arena, &question, answer);
    size_t cost = (options ? options->len : 0) + (words ? words->len : 0);
    return (struct trial){text->bytes, answer, (uint32_t)cost};
}

/* ---- A text for a shell */

static bool is_name_byte(char c, bool first)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (!first && c >= '0' && c <= '9');
}

static struct slice name_at(struct slice text)
{
    size_t len = 0;
    while (len < text.len && is_name_byte(text.at[len], len == 0))
        len++;
    return slice_first(text, len);
}

struct names trial_variables(struct arena *arena, struct slice text)
{
    struct names names = {0};
    bool single = false, twice = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '\'' && !twice)
            single = !single;
        else if (single)
            continue;
        else if (c == '\\' || (c == '$' && i + 1 < text.len && text.at[i + 1] == '$'))
            i++;
        else if (c == '"')
            twice = !twice;
        else if (c == '$') {
            bool brace = i + 1 < text.len && text.at[i + 1] == '{';
            struct slice name = name_at(slice_after(text, i + 1 + brace));
            if (name.len)
                names_set(arena, &names, name, 0);
            i += brace + name.len;
        }
    }
    return names;
}

struct slice trial_script(struct arena *arena, const struct plan_word *argv, size_t len)
{
    struct slice *words = arena_array(arena, struct slice, len);
    for (size_t i = 0; i < len; i++)
        words[i] = argv[i].arg.text;
    size_t at = script_index(words, len);
    return at < len ? words[at] : S("");
}
