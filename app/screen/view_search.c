/* Search in the course, and the page of a rule. In: the words typed, the hits, the chosen one. Out:
 * a line that is typed, a list of places below it, and beside it what the chosen one leads to. See
 * view_inside.h. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"

enum { PLACE = 3, TITLE = 11, KIND = 9, SIDE_WIDTH = 110 };

/* The words, of long ones the end, with the cursor behind them. */
static void put_words(struct view *view, struct area area)
{
    const struct learning *learning = view->session->learning;
    struct report report = view_report(view, area.cols);
    struct slice words =
        report_visible(&report, (struct slice){learning->words, learning->words_len});
    int room = area.cols - 5 > 1 ? area.cols - 5 : 1;
    while (words.len && (int)text_columns(words) > room)
        words = slice_after(words, cluster_at(words, 0).len);
    view_put(view, area, 0, 1, S("/"), ROLE_PROMPT);
    int col = view_put(view, area, 0, 3, words, ROLE_TYPED);
    frame_cursor(view->frame, area, 0, col < area.cols ? col : area.cols - 1);
}

/* ---- Hits */

static struct slice place_text(struct view *view, const struct walk_hit *hit)
{
    if (hit->rule < RULE_COUNT)
        return view_say(view, WORDS_SEARCH_RULE, NULL);
    struct slice lesson = view_number(view, hit->place.lesson + 1);
    if (hit->place.exercise == SIZE_MAX)
        return lesson;
    return TEXT(view_arena(view), lesson, S("/"), view_number(view, hit->place.exercise + 1));
}

/* What it is: a lesson, a kind of exercise. */
static struct slice kind_text(struct view *view, const struct walk_hit *hit)
{
    const struct course *course = &view->session->learning->walk.course;
    if (hit->rule < RULE_COUNT)
        return S("");
    if (hit->place.exercise == SIZE_MAX)
        return view_say(view, WORDS_SEARCH_LESSON, NULL);
    enum exercise_kind kind = course->at[hit->place.lesson].outline.at[hit->place.exercise].kind;
    return kind < EXERCISE_KIND_COUNT ? exercise_kind_name(kind) : S("");
}

static void put_hit(struct view *view, struct area area, int row, const struct walk_hit *hit,
                    bool chosen)
{
    bool narrow = area.cols < 60;
    struct slice kind = narrow ? S("") : kind_text(view, hit);
    int behind = area.cols - (kind.len ? KIND + 1 : 1);
    if (chosen)
        view_put(view, area, row, 1, S(">"), ROLE_CARET);
    view_put(view, area, row, PLACE, place_text(view, hit), ROLE_NUMBER);
    view_put(view, area, row, TITLE, view_cut(view, hit->title, behind - TITLE),
             chosen ? ROLE_TYPED : ROLE_PLAIN);
    view_put(view, area, row, area.cols - KIND, kind, ROLE_LABEL);
}

static void put_hits(struct view *view, struct area area)
{
    const struct session *session = view->session;
    const struct learning *learning = session->learning;
    struct slice words = {learning->words, learning->words_len};
    struct report report = view_report(view, area.cols);
    const struct words_args args = {.word = words};
    size_t top = view_list_top(view, PANE_SEARCH, area.rows);
    if (!utf8_trim(words).len)
        report_text(&report, ROLE_FAINT, PLACE, view_say(view, WORDS_SEARCH_HOW, NULL));
    else if (!learning->hits.len)
        report_text(&report, ROLE_PLAIN, PLACE, view_say(view, WORDS_SEARCH_NONE, &args));
    if (report.len)
        view_text(view, area, &report, 0, 0);
    for (int row = 0; row < area.rows && top + (size_t)row < learning->hits.len; row++) {
        size_t index = top + (size_t)row;
        put_hit(view, area, row, &learning->hits.at[index], index == session->row[PANE_SEARCH]);
    }
    view_list(view, PANE_SEARCH, area, top);
}

/* ---- What the chosen one leads to */

static void put_chosen(struct view *view, struct area area)
{
    const struct session *session = view->session;
    const struct learning *learning = session->learning;
    if (session->row[PANE_SEARCH] >= learning->hits.len)
        return;
    const struct walk_hit *hit = &learning->hits.at[session->row[PANE_SEARCH]];
    if (hit->rule < RULE_COUNT) {
        struct report report = view_report(view, area.cols - 1);
        report_rule(&report, hit->rule);
        view_text(view, area_inset(area, 1), &report, 0, 0);
        return;
    }
    const struct outline *outline = &learning->walk.course.at[hit->place.lesson].outline;
    const struct words_args args = {.word = view_number(view, hit->place.lesson + 1),
                                    .other = outline->title};
    view_put(view, area, 0, PLACE, view_say(view, WORDS_HOME_LESSON, &args), ROLE_TITLE);
    view_contents(view, area_rows(area, 1, area.rows - 1), hit->place.lesson, hit->place.exercise);
}

void view_search(struct view *view, struct area area)
{
    const struct session *session = view->session;
    const struct learning *learning = session->learning;
    enum { LEAST = 8, BELOW = 9 }; /* rows of the list, and of what the chosen one leads to */
    int last = area.col + area.cols - 1, row = area.rows > 3;
    bool wide = area.cols >= SIDE_WIDTH;
    int half = wide ? area.cols / 2 : area.cols;
    size_t hits = learning->hits.len;
    if (row)
        view_title(view, PANE_SEARCH, area.row, area.col, last,
                   view_say(view, WORDS_SEARCH_TITLE, NULL), S(""));
    struct area list = area_rows(area, row + 2, area.rows - row - 2), below = {0};
    list.cols = half;
    if (!wide && hits && list.rows - (int)(hits < LEAST ? hits : LEAST) >= BELOW) {
        int seen = (int)hits > list.rows - BELOW ? list.rows - BELOW : (int)hits;
        below = area_rows(list, seen, list.rows - seen);
        list.rows = seen;
    }
    put_hits(view, list);
    frame_across(view->frame, area.row + row + 1, area.col, last);
    view_title(view, PANE_COUNT, area.row + row + 1, area.col, area.col + half - 1,
               hits ? view_count(view, WORDS_SEARCH_HITS, hits) : S(""),
               view_range(view, session->top[PANE_SEARCH], session->height[PANE_SEARCH], hits));
    if (wide) {
        frame_down(view->frame, area.col + half, list.row - 1, area.row + area.rows - 1);
        put_chosen(view,
                   (struct area){list.row, area.col + half + 1, list.rows, area.cols - half - 1});
    }
    if (below.rows) {
        frame_across(view->frame, below.row, area.col, last);
        put_chosen(view, area_rows(below, 1, below.rows - 1));
    }
    put_words(view, area_rows(area, row, 1));
}

/* ---- A rule */

void view_rule(struct view *view, struct area area)
{
    struct report report = view_report(view, area.cols);
    report_rule(&report, view->session->learning->rule);
    frame_cursor(view->frame, area, 0, 0);
    view_scrolled(view, PANE_RULE, area, &report, TEXT_RULED);
}
