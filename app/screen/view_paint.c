/* The whole screen: header, page, footer, and what lies over them. In: the session. Out: a frame.
 * See view.h; each page has a file of its own. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"
#include "app/ground/heap.h"

#include <stdlib.h>

/* ---- The first row */

/* Looks at all of the text only when it or what was saved is another one than before. */
static bool is_dirty(struct view *view)
{
    struct view_kept *kept = view->kept;
    struct session *session = view->session;
    const struct editor *editor = &session->editor;
    bool same = kept->dirty_known && kept->changes == session->changes &&
                kept->saved_hash == editor->saved_hash && kept->saved_len == editor->saved_len;
    if (!same)
        kept->dirty = session_dirty(session);
    kept->dirty_known = true;
    kept->changes = session->changes;
    kept->saved_hash = editor->saved_hash;
    kept->saved_len = editor->saved_len;
    return kept->dirty;
}

/* The last part of the file's path, and whether the text is saved. */
static struct slice file_text(struct view *view)
{
    struct session *session = view->session;
    struct report report = view_report(view, 0);
    struct slice path = slice_of(session->path);
    if (session->metadata && !session->editor.lines.len)
        path = session->metadata_name;
    for (size_t at = 0; (at = slice_find(path, '/')) < path.len;)
        path = slice_after(path, at + 1);
    struct slice name =
        path.len ? report_visible(&report, path) : view_say(view, WORDS_VIEW_DOCKERFILE, NULL);
    const struct words_args args = {.file = name};
    bool nowhere = !session->path && session->editor.lines.len;
    return nowhere || is_dirty(view) ? view_say(view, WORDS_VIEW_NOT_SAVED, &args) : name;
}

/* Text at a column, or two columns behind what stands there already; only whole. */
static int put_head(struct view *view, struct area row, int used, int col, struct slice text)
{
    col = col > used + 1 ? col : used + 2;
    if (col + (int)text_columns(text) > row.cols && used)
        return used;
    return view_put(view, row, 0, col, text, ROLE_HEAD);
}

/* Whether the first row tells the place in the course: where a lesson is at hand. */
static bool is_in_course(const struct session *session)
{
    enum pane page = session->page == PANE_HELP ? session->help_for : session->page;
    return session->learning && session->learning->lesson.lesson && page != PANE_HOME &&
           page != PANE_SEARCH && page != PANE_PROGRESS && page != PANE_RULE;
}

static void put_header(struct view *view, struct area row)
{
    const struct session *session = view->session;
    bool home = session->page == PANE_HOME, wide = row.cols >= 72;
    bool first = session->under[PANE_HOME] == PANE_HOME; /* nothing but the way out is below it */
    struct slice menu = view_say(view,
                                 !home   ? WORDS_VIEW_MENU_KEY
                                 : first ? WORDS_VIEW_HOME_KEYS
                                         : WORDS_VIEW_HOME_BACK,
                                 NULL);
    struct area left = row;
    left.cols -= (int)text_columns(menu) + 3;
    frame_fill(view->frame, row, (struct pen){ROLE_HEAD, 0});
    if (wide && view->range.len) {
        left.cols -= (int)text_columns(view->range) + 2;
        view_put(view, row, 0, left.cols + 2, view->range, ROLE_HEAD);
    }
    int used = is_in_course(session) ? 0 : view_put(view, left, 0, 1, S("pairing"), ROLE_HEAD);
    if (is_in_course(session)) {
        view_course_head(view, left);
    } else if (home) {
        put_head(view, left, used, 13, view_say(view, WORDS_VIEW_QUESTION, NULL));
    } else {
        if (wide || session->page != PANE_COUNT)
            used =
                put_head(view, left, used, 10, view_say(view, view_page_name(session->page), NULL));
        if (!session->learning)
            used = put_head(view, left, used, wide ? 25 : 0, file_text(view));
        const struct words_args args = {.image = session->shown->image};
        if (args.image.len && wide && !session->learning)
            put_head(view, left, used, 51, view_say(view, WORDS_VIEW_IMAGE, &args));
    }
    view_put(view, row, 0, row.cols - (int)text_columns(menu) - 1, menu, ROLE_HEAD);
}

/* ---- The whole */

static void put_workspace(struct view *view, struct area area)
{
    if (!learning_has_task(view->session))
        view_scratch(view, area);
    else if (learning_is_start(view->session))
        view_start(view, area);
    else
        view_exercise(view, area);
}

/* A page that would give away what an exercise asks. */
static bool tells(const struct view *view)
{
    enum pane page = view->session->page;
    return learning_hides(view->session) &&
           (page == PANE_GRID || page == PANE_MERGE || page == PANE_EXPLAIN || page == PANE_TOWER ||
            page == PANE_SURFACE);
}

static void put_hidden(struct view *view, struct area area)
{
    enum pane page = view->session->page;
    view_title(view, page, area.row, area.col, area.col + area.cols - 1,
               view_say(view, view_page_name(page), NULL), S(""));
    struct report report = view_report(view, area.cols - 3);
    report_text(&report, ROLE_FAINT, 0, view_say(view, WORDS_VIEW_HIDDEN, NULL));
    view_text(view, area_rows(area_inset(area, 3), 2, area.rows - 2), &report, 0, 0);
    frame_cursor(view->frame, area, 2, 3);
}

static void put_page(struct view *view, struct area area)
{
    if (tells(view)) {
        put_hidden(view, area);
        return;
    }
    switch (view->session->page) {
    case PANE_GRID: view_grid(view, area); break;
    case PANE_MERGE: view_merge(view, area); break;
    case PANE_EXPLAIN: view_explain(view, area); break;
    case PANE_COMPARE: view_compare(view, area); break;
    case PANE_EXAMPLES: view_examples(view, area); break;
    case PANE_TRIED: view_tried(view, area); break;
    case PANE_SHARE: view_share(view, area); break;
    case PANE_TOWER: view_tower(view, area); break;
    case PANE_SURFACE: view_surface(view, area); break;
    case PANE_DESIGN:
    case PANE_PROPOSAL: view_design(view, area); break;
    case PANE_SEARCH: view_search(view, area); break;
    case PANE_PROGRESS: view_progress(view, area); break;
    case PANE_RULE: view_rule(view, area); break;
    case PANE_HELP: view_help(view, area); break;
    case PANE_HOME: view_home(view, area); break;
    case PANE_TEXT: view_lesson(view, area); break;
    case PANE_END: view_end(view, area); break;
    default: put_workspace(view, area); break;
    }
}

static void paint(struct view *view)
{
    struct area area = frame_area(view->frame);
    bool header = area.rows >= 5, footer = area.rows >= 3;
    struct area first = area_rows(area, 0, 1), last = area_rows(area, area.rows - 1, 1);
    view->kept->pane = session_pane(view->session);
    view->range = S("");
    area = area_rows(area, header, area.rows - header - footer);
    put_page(view, area);
    if (header)
        put_header(view, first);
    if (footer)
        view_footer(view, last);
    view_dialog(view, area);
}

/* Memory for the text, as much as an answer of the same size may take. */
static bool prepare(struct view *view)
{
    struct session *session = view->session;
    if (!view->kept) {
        view->kept = calloc(1, sizeof *view->kept);
        if (!view->kept)
            return false;
        arena_init(&view->kept->arena, &heap);
    }
    arena_reset(&view->kept->arena, session->editor.lines.len + session->line_len);
    view->kept->arena.guard = &view->kept->guard;
    view->frame->ascii = view->ascii;
    view->parts_len = 0;
    frame_clear(view->frame);
    return true;
}

void view_paint(struct view *view)
{
    view->failed = !prepare(view);
    if (view->failed)
        return;
    session_guard(view->session, &view->kept->guard);
    if (setjmp(view->kept->guard) == 0)
        paint(view);
    else
        view->failed = true;
    session_guard(view->session, NULL);
}

bool view_at(const struct view *view, int row, int col, enum pane *part, size_t *index)
{
    /* what was painted last lies on top */
    for (size_t i = view->parts_len; i-- > 0;) {
        const struct view_part *at = &view->parts[i];
        struct area area = at->area;
        if (row < area.row || row >= area.row + area.rows || col < area.col ||
            col >= area.col + area.cols)
            continue;
        *part = at->pane;
        *index = at->indexed ? at->first + (size_t)(row - area.row) : SIZE_MAX;
        return true;
    }
    return false;
}

void view_free(struct view *view)
{
    if (view->kept)
        arena_free(&view->kept->arena);
    free(view->kept);
    *view = (struct view){0};
}
