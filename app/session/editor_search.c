/* Searching in the editor as one types. In: a pattern that grows. Out: the cursor on the nearest
 * match.
 *
 * The text is walked once for each change of the pattern, with Knuth, Morris and Pratt's table, so
 * that no pattern and no text makes it slower than that. */
#include "app/session/editor.h"

struct pattern {
    const struct editor_search *search;
    bool fold; /* no capitals in it: capitals of the text count as small letters */
    size_t back[EDITOR_PATTERN_MAX + 1]; /* where to go on after a mismatch */
};

static unsigned char folded(const struct pattern *pattern, char c)
{
    unsigned char byte = (unsigned char)c;
    return pattern->fold && byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte + 32) : byte;
}

static void prepare(struct pattern *pattern, const struct editor_search *search)
{
    const char *at = search->pattern;
    pattern->search = search;
    pattern->fold = true;
    for (size_t i = 0; i < search->len; i++)
        pattern->fold = pattern->fold && !(at[i] >= 'A' && at[i] <= 'Z');
    pattern->back[0] = pattern->back[1] = 0;
    for (size_t i = 1, k = 0; i < search->len; i++) {
        while (k && at[i] != at[k])
            k = pattern->back[k];
        k += at[i] == at[k];
        pattern->back[i + 1] = k;
    }
}

/* The next match that ends behind *from, which moves there; false when there is none. */
static bool next_match(const struct pattern *pattern, struct slice text, size_t *from,
                       size_t *matched, size_t *at)
{
    const struct editor_search *search = pattern->search;
    size_t k = *matched;
    for (size_t i = *from; i < text.len; i++) {
        unsigned char c = folded(pattern, text.at[i]);
        while (k && (k == search->len || c != (unsigned char)search->pattern[k]))
            k = pattern->back[k];
        k += c == (unsigned char)search->pattern[k];
        if (k == search->len) {
            *at = i + 1 - k;
            *from = i + 1;
            *matched = k;
            return true;
        }
    }
    return false;
}

/* The first match from `near` on, or the last one before it; round the end where there is none. */
static bool find(struct editor *editor, size_t near, bool backward, size_t *found)
{
    struct pattern pattern = {0};
    prepare(&pattern, &editor->search);
    struct slice text = editor_text(editor);
    size_t from = 0, matched = 0, at = 0, first = 0, last_before = 0, last = 0;
    bool any = false, before = false;
    while (next_match(&pattern, text, &from, &matched, &at)) {
        if (!backward && at >= near) {
            *found = at;
            return true;
        }
        first = any ? first : at;
        last_before = at < near ? at : last_before;
        before = before || at < near;
        last = at;
        any = true;
    }
    *found = !backward ? first : before ? last_before : last;
    return any;
}

static void look(struct editor *editor, size_t near, bool backward)
{
    struct editor_search *search = &editor->search;
    size_t at = 0;
    search->found = search->len && find(editor, near, backward, &at);
    search->at = at;
    editor_go_byte(editor, search->found ? at : search->origin);
}

void editor_search_start(struct editor *editor, bool backward)
{
    editor->run = RUN_NONE;
    editor->search = (struct editor_search){
        .on = true, .backward = backward, .origin = editor->cursor, .at = editor->cursor};
}

void editor_search_type(struct editor *editor, struct slice text)
{
    struct editor_search *search = &editor->search;
    if (text.len > EDITOR_PATTERN_MAX - search->len)
        return;
    if (text.len)
        memcpy(search->pattern + search->len, text.at, text.len);
    search->len += text.len;
    /* a longer pattern may still match where the shorter one did */
    size_t near = search->found ? search->at : search->origin;
    look(editor, search->backward ? near + 1 : near, search->backward);
}

void editor_search_erase(struct editor *editor)
{
    struct editor_search *search = &editor->search;
    size_t len;
    if (!search->len)
        return;
    utf8_decode_last((struct slice){search->pattern, search->len}, &len);
    search->len -= len;
    search->found = false;
    look(editor, search->backward ? search->origin + 1 : search->origin, search->backward);
}

void editor_search_again(struct editor *editor, bool backward)
{
    struct editor_search *search = &editor->search;
    search->backward = backward;
    size_t near = search->found ? search->at : search->origin;
    look(editor, backward || !search->found ? near : near + 1, backward);
}

void editor_search_end(struct editor *editor, bool stay)
{
    struct editor_search *search = &editor->search;
    if (!stay)
        editor_go_byte(editor, search->origin);
    search->on = false;
}
