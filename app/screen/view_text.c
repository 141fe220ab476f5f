/* Text for views: sentences, titles, and reports that scroll. In: what the session says. Out:
 * cells, and where the parts of the screen are. See view_inside.h. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"

/* ---- Small things */

unsigned view_desk_of(const struct session *session)
{
    return learning_is_start(session) && session->page == PANE_COUNT ? ON_START
           : session->learning                                       ? ON_COURSE
                                                                     : ON_PAD;
}

struct slice view_say(struct view *view, enum words_id id, const struct words_args *args)
{
    return words_say(view_arena(view), id, args);
}

struct report view_report(struct view *view, int columns)
{
    return (struct report){.arena = view_arena(view),
                           .columns = columns > 0 ? (unsigned)columns : 1};
}

int view_put(struct view *view, struct area area, int row, int col, struct slice text,
             enum role role)
{
    return frame_put(view->frame, area, row, col, text, (struct pen){role, 0});
}

static void add_part(struct view *view, struct view_part part)
{
    if (view->parts_len < VIEW_PARTS)
        view->parts[view->parts_len++] = part;
}

void view_title(struct view *view, enum pane pane, int row, int from, int to, struct slice title,
                struct slice tail)
{
    bool focus = pane != PANE_COUNT && view->kept->pane == pane;
    frame_across(view->frame, row, from, to);
    frame_title(view->frame, row, from, to, title, tail,
                (struct pen){focus ? ROLE_FOCUS : ROLE_TITLE, 0});
    if (focus && title.len) /* seen also where neither bold nor a cursor is */
        view_put(view, (struct area){row, from, 1, to - from + 1}, 0, 1, S(">"), ROLE_FOCUS);
    if (pane != PANE_COUNT)
        add_part(view, (struct view_part){.pane = pane == PANE_ANSWER ? PANE_RESULT : pane,
                                          .area = {row, from, 1, to - from + 1}});
}

void view_part(struct view *view, enum pane pane, struct area area)
{
    add_part(view, (struct view_part){.pane = pane, .area = area});
}

void view_list(struct view *view, enum pane pane, struct area area, size_t first)
{
    add_part(view, (struct view_part){pane, area, first, true});
}

void view_item(struct view *view, enum pane pane, struct area area, size_t index)
{
    for (int row = 0; row < area.rows; row++)
        add_part(view, (struct view_part){pane, area_rows(area, row, 1), index, true});
}

size_t view_scroll_top(struct view *view, enum pane pane, size_t rows, int visible)
{
    struct session *session = view->session;
    size_t height = visible > 0 ? (size_t)visible : 0;
    size_t last = rows > height ? rows - height : 0;
    session->height[pane] = height;
    if (session->top[pane] > last)
        session->top[pane] = last;
    return session->top[pane];
}

size_t view_list_top(struct view *view, enum pane pane, int visible)
{
    struct session *session = view->session;
    size_t row = session->row[pane], height = visible > 0 ? (size_t)visible : 1;
    size_t top = view_scroll_top(view, pane, session->rows[pane], visible);
    if (row < top)
        top = row;
    if (row >= top + height)
        top = row - height + 1;
    return session->top[pane] = top;
}

int view_block_top(struct view *view, enum pane pane, const int *starts, size_t len, size_t chosen,
                   int visible)
{
    struct session *session = view->session;
    chosen = chosen < len ? chosen : len - 1;
    size_t rows = starts[len] > 0 ? (size_t)starts[len] : 0;
    int top = (int)view_scroll_top(view, pane, rows, visible);
    if (starts[chosen + 1] > top + visible)
        top = starts[chosen + 1] - visible;
    if (starts[chosen] < top)
        top = starts[chosen];
    session->top[pane] = (size_t)top;
    return top;
}

struct slice view_tail(struct slice title, struct slice tail, int columns)
{
    int both = (int)(text_columns(title) + text_columns(tail));
    return both + 9 <= columns ? tail : S("");
}

struct slice view_range(struct view *view, size_t first, size_t visible, size_t all)
{
    if (all <= visible)
        return S("");
    struct buffer from = {.arena = view_arena(view)}, of = {.arena = view_arena(view)};
    size_t last = first + visible < all ? first + visible : all;
    buffer_number(&from, (int64_t)first + 1);
    if (last > first + 1) {
        buffer_byte(&from, '-');
        buffer_number(&from, (int64_t)last);
    }
    buffer_number(&of, (int64_t)all);
    const struct words_args args = {.word = buffer_slice(&from), .other = buffer_slice(&of)};
    return view_say(view, WORDS_VIEW_OF, &args);
}

int view_text(struct view *view, struct area area, const struct report *report, int top,
              unsigned how)
{
    return frame_report(view->frame, area, report, top, how);
}

int view_scrolled(struct view *view, enum pane pane, struct area area, const struct report *report,
                  unsigned how)
{
    struct area nothing = {area.row, area.col, 0, area.cols};
    int rows = view_text(view, nothing, report, 0, how);
    view_scrolled_rows(view, pane, area, report, how, rows);
    if (pane == view->session->page && pane != PANE_PROPOSAL) /* no title of its own says it */
        view->range = view_range(view, view->session->top[pane],
                                 area.rows > 0 ? (size_t)area.rows : 0, (size_t)rows);
    return rows;
}

void view_scrolled_rows(struct view *view, enum pane pane, struct area area,
                        const struct report *report, unsigned how, int rows)
{
    size_t top = view_scroll_top(view, pane, rows > 0 ? (size_t)rows : 0, area.rows);
    if (area.rows > 0)
        view_text(view, area, report, (int)top, how);
    view_part(view, pane, area);
}

enum words_id view_page_name(enum pane page)
{
    switch (page) {
    case PANE_GRID: return WORDS_VIEW_GRID_PAGE;
    case PANE_MERGE: return WORDS_VIEW_MERGE_PAGE;
    case PANE_EXPLAIN: return WORDS_VIEW_EXPLAIN_PAGE;
    case PANE_COMPARE: return WORDS_VIEW_COMPARE_PAGE;
    case PANE_EXAMPLES: return WORDS_VIEW_EXAMPLES_PAGE;
    case PANE_TRIED: return WORDS_VIEW_TRIED_PAGE;
    case PANE_SHARE: return WORDS_VIEW_SHARE_PAGE;
    case PANE_TOWER: return WORDS_VIEW_TOWER_PAGE;
    case PANE_SURFACE: return WORDS_VIEW_SURFACE_PAGE;
    case PANE_DESIGN:
    case PANE_PROPOSAL: return WORDS_DESIGN_PAGE;
    case PANE_SEARCH: return WORDS_VIEW_SEARCH_PAGE;
    case PANE_PROGRESS: return WORDS_VIEW_PROGRESS_PAGE;
    case PANE_RULE: return WORDS_VIEW_RULE_PAGE;
    case PANE_HELP: return WORDS_VIEW_HELP;
    default: return WORDS_VIEW_PAD;
    }
}
