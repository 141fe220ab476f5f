/* A proposed pair as JSON. See design.h.
 *
 * In: a design. Out: one object, its keys in the order of README's description. */
#include "app/course/design.h"

#include "app/course/check.h"
#include "app/ground/json_put.h"

static void put_words(struct buffer *out, const struct split *split)
{
    static const char *const whys[] = {[SPLIT_IN_EVERY] = "in_every",
                                       [SPLIT_PROGRAM] = "program",
                                       [SPLIT_GUARDS] = "guards",
                                       [SPLIT_GIVES_WAY] = "gives_way",
                                       [SPLIT_DEFAULT] = "default"};
    size_t front = split->entrypoint.len, len = front + split->cmd.len;
    json_put_key(out, "words");
    buffer_byte(out, '[');
    for (size_t i = 0; i < len; i++) {
        bool first = i < front;
        buffer_put(out, i ? S(",{") : S("{"));
        json_put_text(out, "word",
                      first ? split->entrypoint.at[i].text : split->cmd.at[i - front].text);
        json_put_text(out, "in", first ? S("entrypoint") : S("cmd"));
        json_put_text(out, "why", slice_of(whys[split->why[i]]));
        buffer_byte(out, '}');
    }
    buffer_byte(out, ']');
}

static void put_wish(struct buffer *out, const struct design_wish *wish)
{
    static const char *const verdicts[] = {[WISH_HOLDS] = "holds",
                                           [WISH_CONTRADICTS] = "contradicts",
                                           [WISH_NEEDS_OPTION] = "needs_entrypoint_option",
                                           [WISH_POSSIBLE] = "possible"};
    struct args runs = {0};
    if (wish->answer)
        runs = plan_words(out->arena, &wish->answer->plan);
    buffer_byte(out, '{');
    json_put_text(out, "line", wish->never ? S("never") : wish->run);
    json_put_list(out, "wanted", &wish->wanted);
    json_put_text(out, "verdict", slice_of(verdicts[wish->verdict]));
    json_put_key(out, "contradicts");
    if (wish->verdict == WISH_CONTRADICTS && !wish->has_option)
        buffer_number(out, (int64_t)wish->other + 1);
    else
        buffer_put(out, S("null"));
    json_put_key(out, "needs");
    if (wish->verdict == WISH_CONTRADICTS && wish->typed.len && !wish->has_option)
        quote_json_array(out, &wish->needed);
    else
        buffer_put(out, S("null"));
    json_put_key(out, "runs");
    if (runs.len)
        quote_json_array(out, &runs);
    else
        buffer_put(out, S("null"));
    json_put_key(out, "instead");
    if (wish->instead.len)
        quote_json(out, wish->instead);
    else
        buffer_put(out, S("null"));
    json_put_key(out, "typed");
    if (wish->never && !wish->instead.len)
        buffer_put(out, S("null"));
    else
        buffer_number(out, (int64_t)wish->cost);
    buffer_byte(out, '}');
}

void design_put_json(struct buffer *out, const struct design *design)
{
    const struct surface *surface = &design->bare->surface;
    buffer_put(out, S("{\"pairing\":1"));
    json_put_bool(out, "holds", design->holding == design->len);
    json_put_list(out, "entrypoint", &design->split.entrypoint);
    json_put_list(out, "cmd", &design->split.cmd);
    json_put_text(out, "dockerfile", design->dockerfile);
    put_words(out, &design->split);
    json_put_key(out, "surface");
    buffer_byte(out, '{');
    json_put_list(out, "fixed", &surface->fixed);
    json_put_list(out, "anyone", &surface->anyone);
    buffer_byte(out, '}');
    json_put_key(out, "wishes");
    buffer_byte(out, '[');
    for (size_t i = 0; i < design->len; i++) {
        buffer_put(out, i ? S(",") : S(""));
        put_wish(out, &design->at[i]);
    }
    buffer_put(out, S("]}"));
}
