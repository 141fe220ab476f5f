/* Search in the course: lessons, exercises, rules, error messages. In: words as they are typed or
 * pasted. Out: where they stand, and going there. See learning.h. */
#include "app/session/inside.h"

#include "app/ground/cluster.h"

void learning_search(struct session *session)
{
    struct learning *learning = session->learning;
    if (!learning)
        return;
    learning->words_len = 0;
    learning->hits = (struct walk_hits){0};
    session->rows[PANE_SEARCH] = session->row[PANE_SEARCH] = 0;
    session_open_page(session, PANE_SEARCH);
}

/* The words are others now. */
static void search_anew(struct session *session)
{
    struct learning *learning = session->learning;
    struct slice words = utf8_trim((struct slice){learning->words, learning->words_len});
    bool volatile whole = false;
    learning->hits = (struct walk_hits){0};
    if (learning_begins(session) && words.len) {
        arena_reset(&learning->found, 0);
        walk_search(&learning->walk, &learning->found, words, &learning->hits);
        whole = true;
    }
    learning_ends(session);
    if (!whole)
        learning->hits = (struct walk_hits){0};
    session->rows[PANE_SEARCH] = learning->hits.len;
    session->row[PANE_SEARCH] = session->top[PANE_SEARCH] = 0;
}

/* Line ends of a pasted message are blanks; of one that is too long the beginning counts. */
void learning_search_type(struct session *session, struct slice text)
{
    struct learning *learning = session->learning;
    char *words = learning->words;
    size_t len = learning->words_len;
    for (size_t i = 0; i < text.len && len < SEARCH_BYTES; i++) {
        bool blank = text.at[i] == '\n' || text.at[i] == '\r' || text.at[i] == '\t';
        if (!blank)
            words[len++] = text.at[i];
        else if (len && words[len - 1] != ' ')
            words[len++] = ' ';
    }
    while (len && ((unsigned char)words[len - 1] & 0xC0) == 0x80 && len == SEARCH_BYTES)
        len--; /* no half of a character at the end */
    learning->words_len = len;
    search_anew(session);
}

void learning_search_erase(struct session *session, bool all)
{
    struct learning *learning = session->learning;
    struct slice words = {learning->words, learning->words_len};
    learning->words_len = all || !words.len ? 0 : cluster_before(words, words.len);
    search_anew(session);
}

/* Enter: to a lesson or an exercise, or the page of a rule. */
void learning_search_choose(struct session *session)
{
    struct learning *learning = session->learning;
    size_t row = session->row[PANE_SEARCH];
    if (row >= learning->hits.len)
        return;
    const struct walk_hit *hit = &learning->hits.at[row];
    if (hit->rule < RULE_COUNT) {
        learning->rule = hit->rule;
        session_open_page(session, PANE_RULE);
        return;
    }
    learning_keep_draft(session);
    if (learning_begins(session))
        learning_arrive(session, walk_to(&learning->walk, hit->place, learning->clock()));
    learning_ends(session);
}
