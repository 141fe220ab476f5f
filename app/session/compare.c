/* Comparing two situations: the one that was put aside, and what stands now. In: two lists of
 * words. Out: a mark for each word that the other side lacks. See compare.h. */
#include "app/session/compare.h"

#include "app/session/inside.h"

enum { WORDS_COMPARED = 200 }; /* a side, behind what both have in common at their ends */

static bool ends_piece(char c, char by)
{
    return c == '\n' || (by == ' ' && (c == ' ' || c == '\t'));
}

struct compared compare_split(struct arena *arena, struct slice text, char by)
{
    struct {
        struct slice *at;
        size_t len, cap;
    } pieces = {0};
    for (size_t from = 0, i = 0; i <= text.len; i++) {
        if (i < text.len && !ends_piece(text.at[i], by))
            continue;
        bool counts = by == ' ' ? i > from : i < text.len || i > from;
        if (counts)
            *list_add(arena, &pieces) = (struct slice){text.at + from, i - from};
        from = i + 1;
    }
    bool *differs = arena_take_zero(arena, pieces.len + 1, sizeof *differs);
    return (struct compared){pieces.at, differs, pieces.len};
}

struct compared compare_argv(struct arena *arena, const struct plan_word *argv, size_t len)
{
    struct slice *at = arena_array(arena, struct slice, len + 1);
    for (size_t i = 0; i < len; i++)
        at[i] = argv[i].arg.text;
    return (struct compared){at, arena_take_zero(arena, len + 1, sizeof(bool)), len};
}

/* The longest common subsequence of the middles, from `head` on: what is in it does not differ. */
static void mark_middle(struct arena *arena, struct compared *left, struct compared *right,
                        size_t head, size_t n, size_t m)
{
    /* common[i * (m + 1) + j]: how many words the tails from i and j on have in common */
    uint16_t *common = arena_take_zero(arena, (n + 1) * (m + 1), sizeof *common);
    for (size_t i = n; i-- > 0;)
        for (size_t j = m; j-- > 0;) {
            uint16_t *at = common + i * (m + 1) + j, below = at[m + 1], behind = at[1];
            bool same = slice_equal(left->at[head + i], right->at[head + j]);
            *at = same ? (uint16_t)(at[m + 2] + 1) : below > behind ? below : behind;
        }
    for (size_t i = 0, j = 0; i < n || j < m;) {
        const uint16_t *at = common + i * (m + 1) + j;
        if (i < n && j < m && slice_equal(left->at[head + i], right->at[head + j])) {
            i++;
            j++;
        } else if (j == m || (i < n && at[m + 1] >= at[1])) {
            left->differs[head + i++] = true;
        } else {
            right->differs[head + j++] = true;
        }
    }
}

void compare_mark(struct arena *arena, struct compared *left, struct compared *right)
{
    size_t shorter = left->len < right->len ? left->len : right->len, head = 0, tail = 0;
    while (head < shorter && slice_equal(left->at[head], right->at[head]))
        head++;
    while (tail < shorter - head &&
           slice_equal(left->at[left->len - 1 - tail], right->at[right->len - 1 - tail]))
        tail++;
    size_t n = left->len - head - tail, m = right->len - head - tail;
    if (n <= WORDS_COMPARED && m <= WORDS_COMPARED) {
        mark_middle(arena, left, right, head, n, m);
        return;
    }
    for (size_t i = 0; i < n; i++)
        left->differs[head + i] = true;
    for (size_t i = 0; i < m; i++)
        right->differs[head + i] = true;
}

/* Puts the situation aside; with one aside shows both; on that page ends the comparison. */
void comparison_command(struct session *session)
{
    struct comparison *comparison = &session->comparison;
    if (comparison->on && session->page != PANE_COMPARE) {
        session_open_page(session, PANE_COMPARE);
        return;
    }
    comparison->on = !comparison->on;
    if (comparison->on)
        session_evaluate(session, &comparison->other);
    else
        session_back(session);
    session_tell(session, comparison->on ? WORDS_SAY_COMPARE_BEGUN : WORDS_SAY_COMPARE_ENDED, NULL);
}
