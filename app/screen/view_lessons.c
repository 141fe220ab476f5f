/* Home of the course: what Enter does, what is due, the lessons with their states, what one can do.
 * In: struct learning_home, and the chosen row. Out: rows, composed for the size: one column where
 * it is narrow, the lessons in two at 80 columns, and beside what is known of them from 100 on. See
 * view_inside.h. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"

enum { NARROW = 72, WIDE = 100, WIDE_ROWS = 22, KEY = 3, NAME = 10, TEXT_AT = 22, NEAR = 8 };

static const struct learning_home *home_of(const struct view *view)
{
    return &view->session->learning->home;
}

static const struct outline *outline_of(const struct view *view, size_t lesson)
{
    return &view->session->learning->walk.course.at[lesson].outline;
}

/* ---- States in words */

/* "1 of 5" in short; in words "1 of 5 solved", "solved, 2 held". */
static struct slice lesson_state(struct view *view, const struct walk_tally *tally, bool in_words)
{
    enum record_state state = walk_state(tally);
    size_t held = tally->of[RECORD_HELD], solved = held + tally->of[RECORD_SOLVED];
    const struct words_args args = {.word = view_number(view, solved),
                                    .other = view_number(view, tally->total),
                                    .file = view_number(view, held)};
    if (state == RECORD_NEW || state == RECORD_HELD)
        return record_state_name(state);
    if (state == RECORD_SOLVED && in_words && held)
        return TEXT(view_arena(view), record_state_name(state), S(", "),
                    view_count(view, WORDS_HOME_HELD, held));
    if (state == RECORD_SOLVED)
        return record_state_name(state);
    if (!in_words)
        return view_say(view, WORDS_VIEW_OF, &args);
    return view_say(view, held ? WORDS_STANDING_SOLVED : WORDS_HOME_SOLVED, &args);
}

/* ---- The list */

/* A row of it. */
struct row {
    struct slice number, title, count, state;
    enum role role; /* of the state */
};

static void row_of_lesson(struct view *view, size_t index, bool in_words, struct row *row)
{
    const struct outline *outline = outline_of(view, index);
    const struct walk_tally *tally = &home_of(view)->tallies[index];
    row->title = outline->title;
    row->count = in_words ? view_count(view, WORDS_HOME_EXERCISES, outline->len) : S("");
    row->state = lesson_state(view, tally, in_words);
    row->role = view_state_role(walk_state(tally));
}

static void row_of_plan(struct view *view, size_t index, struct row *row)
{
    const struct walk *walk = &view->session->learning->walk;
    struct course_place place = walk->planned.at[index];
    const struct outline_exercise *exercise = &outline_of(view, place.lesson)->at[place.exercise];
    uint32_t minutes = walk->plan->plan.at[index].minutes;
    enum record_state state = walk_record(&home_of(view)->known, exercise->id)->state;
    row->title = exercise->title;
    row->count = minutes && view->frame->cols >= NARROW
                     ? view_count(view, WORDS_TIME_MINUTES, minutes)
                     : S("");
    row->state = home_of(view)->open[index] ? record_state_name(state)
                                            : view_say(view, WORDS_HOME_STATE_LATER, NULL);
    row->role = view_state_role(state);
}

static int widest(int columns, struct slice text)
{
    int own = (int)text_columns(text);
    return own > columns ? own : columns;
}

static void put_row(struct view *view, struct area area, int at, const struct row *row, bool chosen)
{
    int digits = (int)view_number(view, view->session->rows[PANE_HOME]).len;
    int number = 3 + (digits > 2 ? digits : 2), title = number + 2;
    if (chosen) {
        view_put(view, area, at, 1, S(">"), ROLE_CARET);
        frame_cursor(view->frame, area, at, 1);
    }
    view_put(view, area, at, number - (int)row->number.len, row->number, ROLE_NUMBER);
    view_put(view, area, at, title, view_cut(view, row->title, area.cols - title),
             chosen ? ROLE_TYPED : ROLE_PLAIN);
}

/* One column of rows from `first` on. */
static void put_column(struct view *view, struct area area, size_t first, bool in_words)
{
    const struct session *session = view->session;
    size_t rows = session->rows[PANE_HOME], len = 0;
    struct row *at =
        arena_array(view_arena(view), struct row, area.rows > 0 ? (size_t)area.rows : 0);
    int state = 4, count = 0;
    for (; area.rows > 0 && len < (size_t)area.rows && first + len < rows; len++) {
        if (session->learning->walk.plan)
            row_of_plan(view, first + len, &at[len]);
        else
            row_of_lesson(view, first + len, in_words, &at[len]);
        at[len].number = view_number(view, first + len + 1);
        state = widest(state, at[len].state);
        count = widest(count, at[len].count);
    }
    int state_at = area.cols - 1 - state, count_at = count ? state_at - 2 - count : state_at;
    for (size_t i = 0; i < len; i++) {
        struct area title = area;
        int own = count ? count_at : state_at;
        title.cols = own - 1;
        put_row(view, title, (int)i, &at[i], first + i == session->row[PANE_HOME]);
        view_put(view, area, (int)i, count_at + count - (int)text_columns(at[i].count), at[i].count,
                 ROLE_PLAIN);
        view_put(view, area, (int)i, state_at, at[i].state, at[i].role);
    }
    view_list(view, PANE_HOME, area, first);
}

/* "2 held, 1 solved, of 12", in front of it which are seen; of a plan what is done. */
static struct slice list_tail(struct view *view, size_t first, size_t visible, int columns)
{
    const struct learning_home *home = home_of(view);
    struct arena *arena = view_arena(view);
    size_t rows = view->session->rows[PANE_HOME];
    struct slice range = view_range(view, first, visible, rows), tail = S("");
    const struct words_args args = {.word = view_number(view, home->minutes.taken),
                                    .other = view_number(view, home->minutes.given),
                                    .file = view_number(view, home->passed),
                                    .image = view_number(view, rows)};
    const struct words_args free_args = {.word = args.file, .other = args.image};
    if (view->session->learning->walk.plan) {
        tail = home->minutes.given && columns >= NARROW
                   ? view_say(view, WORDS_HOME_PLAN_TAIL, &args)
                   : view_say(view, WORDS_HOME_PLAN_TAIL_FREE, &free_args);
    } else {
        if (home->held)
            tail = TEXT(arena, view_count(view, WORDS_HOME_HELD, home->held), S(", "));
        if (home->solved)
            tail =
                TEXT(arena, tail, view_count(view, WORDS_HOME_STATE_SOLVED, home->solved), S(", "));
        const struct words_args none = {.word = S("0"), .other = view_number(view, rows)};
        if (!range.len)
            tail = tail.len ? TEXT(arena, tail, view_count(view, WORDS_HOME_OF, rows))
                            : view_say(view, WORDS_HOME_SOLVED, &none);
        else if (tail.len)
            tail.len -= 2; /* what follows is said in front */
    }
    if (!range.len || !tail.len)
        return range.len ? range : tail;
    struct slice both = TEXT(arena, range, S("; "), tail);
    return (int)text_columns(both) + 16 <= columns ? both : range;
}

/* Where the line between two columns of lessons stands: where all are seen, behind the longest
 * title of the left one. */
static int middle_of(struct view *view, int cols, int rows)
{
    enum { NUMBER = 7, STATE = 8 };
    int longest = 0, half = cols / 2 + 1;
    size_t len = view->session->rows[PANE_HOME];
    if (rows < 1 || len > 2 * (size_t)rows)
        return half;
    for (size_t i = 0; i < (size_t)rows && i < len; i++)
        longest = widest(longest, outline_of(view, i)->title);
    int wanted = NUMBER + longest + 1 + STATE;
    return wanted > half ? half : wanted < half - 6 ? half - 6 : wanted;
}

/* The title and the rows below it, in one column or two. */
static void put_list(struct view *view, struct area area, int columns, bool in_words)
{
    struct session *session = view->session;
    struct learning *learning = session->learning;
    int rows = area.rows - 1, last = area.col + area.cols - 1;
    int middle = columns > 1 ? middle_of(view, area.cols, rows) : 0;
    size_t visible = (size_t)(rows > 0 ? rows : 1) * (size_t)columns;
    size_t top = view_list_top(view, PANE_HOME, (int)visible);
    const struct words_args args = {.word =
                                        learning->walk.plan ? learning->walk.plan->title : S("")};
    struct slice title =
        view_say(view, learning->walk.plan ? WORDS_HOME_PLAN : WORDS_HOME_LESSONS, &args);
    learning->home.column = columns > 1 && rows > 0 ? (size_t)rows : 0;
    if (columns > 1)
        frame_down(view->frame, area.col + middle, area.row, area.row + area.rows);
    view_title(view, PANE_HOME, area.row, area.col, last, title,
               list_tail(view, top, visible, area.cols));
    struct area left = area_rows(area, 1, rows);
    if (columns > 1) {
        struct area right = area_inset(left, middle + 1);
        left.cols = middle;
        put_column(view, right, top + (size_t)rows, in_words);
    }
    put_column(view, left, top, in_words);
}

/* ---- What Enter does */

struct enter {
    struct slice name, place, below; /* "go on", "4 The pairing, exercise 2 of 5", its title */
    struct slice lesson, near;       /* the same in two: "4 The pairing", "exercise 2 of 5" */
};

static void say_exercise(struct view *view, struct course_place place, struct enter *enter)
{
    const struct outline *outline = outline_of(view, place.lesson);
    const struct words_args args = {.word = view_number(view, place.lesson + 1),
                                    .other = outline->title,
                                    .file = view_number(view, place.exercise + 1),
                                    .image = view_number(view, outline->len)};
    enter->place = view_say(view, WORDS_HOME_PLACE, &args);
    enter->lesson = view_say(view, WORDS_HOME_LESSON, &args);
    enter->near = view_say(view, WORDS_HOME_EXERCISE, &args);
    enter->below = outline->at[place.exercise].title;
}

static void say_lesson(struct view *view, size_t lesson, bool begin, struct enter *enter)
{
    const struct outline *outline = outline_of(view, lesson);
    const struct words_args args = {.word = view_number(view, lesson + 1), .other = outline->title};
    const struct words_args about = {.word = view_count(view, WORDS_HOME_EXERCISES, outline->len),
                                     .other =
                                         lesson_state(view, &home_of(view)->tallies[lesson], true)};
    enter->place = enter->lesson = view_say(view, WORDS_HOME_LESSON, &args);
    enter->below = begin ? view_count(view, WORDS_HOME_TEXT_FIRST, outline->len)
                         : view_say(view, WORDS_HOME_PAIR, &about);
}

static struct enter enter_of(struct view *view)
{
    const struct session *session = view->session;
    const struct learning_home *home = home_of(view);
    size_t row = session->row[PANE_HOME];
    bool goes_on = learning_home_goes_on(session, row);
    struct course_place place = goes_on ? home->next : learning_home_place(session, row);
    bool new = home->all.of[RECORD_NEW] == home->all.total;
    enum words_id name = !goes_on ? WORDS_HOME_OPEN : new ? WORDS_HOME_BEGIN : WORDS_HOME_GO_ON;
    struct enter enter = {.name = view_say(view, name, NULL)};
    if (place.exercise == SIZE_MAX)
        say_lesson(view, place.lesson, goes_on, &enter);
    else
        say_exercise(view, place, &enter);
    if (goes_on && home->next_title.len)
        enter.below = home->next_title;
    if (session->learning->walk.plan && !home->open[row])
        enter.below = view_say(view, WORDS_HOME_LATER, NULL);
    return enter;
}

/* ---- What is due */

/* "2 predictions, 1 repair": those of which there are most first, as many as fit. */
static struct slice kinds_text(struct view *view, int columns)
{
    static const enum words_id ids[EXERCISE_KIND_COUNT] = {
        [EXERCISE_WRITE] = WORDS_HOME_KIND_WRITE,   [EXERCISE_REPAIR] = WORDS_HOME_KIND_REPAIR,
        [EXERCISE_RUN] = WORDS_HOME_KIND_RUN,       [EXERCISE_PREDICT] = WORDS_HOME_KIND_PREDICT,
        [EXERCISE_ORIGIN] = WORDS_HOME_KIND_ORIGIN, [EXERCISE_SORT] = WORDS_HOME_KIND_SORT,
        [EXERCISE_DESIGN] = WORDS_HOME_KIND_DESIGN, [EXERCISE_GOLF] = WORDS_HOME_KIND_GOLF,
    };
    enum { MORE = 10 }; /* columns of ", 12 more" */
    const struct learning_home *home = home_of(view);
    size_t left = home->due;
    bool told[EXERCISE_KIND_COUNT] = {false};
    struct slice text = S("");
    while (left) {
        int most = -1;
        for (int kind = 0; kind < EXERCISE_KIND_COUNT; kind++)
            if (home->due_of[kind] && !told[kind] &&
                (most < 0 || home->due_of[kind] > home->due_of[most]))
                most = kind;
        struct slice next = most < 0 ? S("") : view_count(view, ids[most], home->due_of[most]);
        size_t rest = most < 0 ? left : left - home->due_of[most];
        int used = (int)text_columns(text) + 2 + (int)text_columns(next) + (rest ? MORE : 0);
        if (used > columns && !text.len)
            return text;
        if (most < 0 || used > columns) {
            next = view_count(view, WORDS_HOME_KIND_MORE, left);
            rest = 0;
        }
        text = text.len ? TEXT(view_arena(view), text, S(", "), next) : next;
        told[most < 0 ? 0 : most] = true;
        left = rest;
    }
    return text;
}

static struct slice due_text(struct view *view, int columns)
{
    enum { LONG = 90 }; /* minutes */
    const struct learning_home *home = home_of(view);
    size_t minutes = (size_t)(home->due_seconds + 59) / 60;
    if (!home->due) {
        const struct words_args args = {.word = home->back ? view_when(view, home->back, home->now)
                                                           : S("")};
        bool fresh = !home->back && home->all.of[RECORD_NEW] == home->all.total;
        struct slice text =
            view_say(view, fresh ? WORDS_HOME_NOT_DUE_YET : WORDS_HOME_NOT_DUE, &args);
        return (int)text_columns(text) <= columns ? text : view_say(view, WORDS_HOME_NOT_DUE, NULL);
    }
    struct words_args args = {
        .word = view_number(view, home->due),
        .other = minutes < LONG ? view_count(view, WORDS_HOME_MINUTES, minutes ? minutes : 1)
                                : view_took(view, home->due_seconds),
        .number = home->due < UINT32_MAX ? (uint32_t)home->due : UINT32_MAX};
    struct slice brief = view_say(view, WORDS_HOME_DUE, &args);
    args.file = kinds_text(view, columns - (int)text_columns(brief) - 2);
    return args.file.len ? view_say(view, WORDS_HOME_DUE_LONG, &args) : brief;
}

/* ---- What stands above the list */

/* Whether the core is through, and more is left. */
static bool is_on_rest(const struct view *view)
{
    const struct learning_home *home = home_of(view);
    return !view->session->learning->walk.plan && home->has_next && !home->core;
}

static struct slice through_text(struct view *view)
{
    const struct learning_home *home = home_of(view);
    size_t held = home->all.of[RECORD_HELD];
    const struct words_args args = {.word = view_number(view, home->all.of[RECORD_SOLVED] + held),
                                    .other = view_number(view, home->all.total),
                                    .file = view_number(view, held)};
    if (is_on_rest(view))
        return view_count(view, WORDS_HOME_PATH_THROUGH, home->more);
    return view_say(
        view, view->session->learning->walk.plan ? WORDS_HOME_PLAN_THROUGH : WORDS_HOME_THROUGH,
        &args);
}

/* A key, what it does, and on what. */
static void put_choice(struct view *view, struct area area, int row, struct slice key,
                       struct slice name, struct slice text)
{
    bool narrow = area.cols < NARROW;
    int at = narrow ? NEAR : TEXT_AT;
    view_put(view, area, row, narrow ? 1 : KEY, key, ROLE_KEY);
    if (!narrow)
        view_put(view, area, row, NAME, name, ROLE_PLAIN);
    view_put(view, area, row, at, view_cut(view, text, area.cols - at), ROLE_PLAIN);
}

/* The row of Enter, in two rows where there is room; gives how many. */
static int put_enter(struct view *view, struct area area, int rows)
{
    struct enter enter = enter_of(view);
    struct slice key = view_say(view, WORDS_VIEW_ENTER, NULL);
    bool narrow = area.cols < NARROW, plan = view->session->learning->walk.plan;
    int at = narrow ? NEAR : TEXT_AT;
    struct slice first = enter.place, second = enter.below;
    if (narrow && rows > 1) {
        const struct words_args args = {.word = enter.name, .other = enter.near};
        first = enter.near.len ? view_say(view, WORDS_HOME_PAIR, &args) : enter.name;
        second = plan ? enter.below : enter.lesson;
    }
    put_choice(view, area, 0, key, enter.name, first);
    if (rows > 1)
        view_put(view, area, 1, at, view_cut(view, second, area.cols - at),
                 narrow ? ROLE_TYPED : ROLE_FAINT);
    if (narrow && rows > 2)
        view_put(view, area, 2, at,
                 view_cut(view, plan ? enter.lesson : enter.below, area.cols - at), ROLE_FAINT);
    return narrow || rows < 2 ? rows : 2;
}

/* Whether a plan's order leaves no place for a review. */
static bool has_review(const struct view *view)
{
    const struct lesson *plan = view->session->learning->walk.plan;
    return !plan || !plan->plan.lock;
}

/* All of it; gives how many rows it took. */
static int put_top(struct view *view, struct area area)
{
    bool narrow = area.cols < NARROW, roomy = area.rows >= 16;
    bool through = (!home_of(view)->has_next || is_on_rest(view)) && area.rows >= 8;
    int row = 0, at = narrow ? NEAR : TEXT_AT;
    if (!narrow && area.rows >= 12)
        frame_across(view->frame, area.row + row++, area.col, area.col + area.cols - 1);
    if (through) {
        struct report report = view_report(view, area.cols - KEY);
        report_text(&report, ROLE_GOOD, 0, through_text(view));
        struct area text = area_rows(area_inset(area, narrow ? 1 : KEY), row, area.rows);
        row += view_text(view, text, &report, 0, 0);
    }
    row += put_enter(view, area_rows(area, row, area.rows - row),
                     area.rows < 7     ? 1
                     : narrow && roomy ? 3
                                       : 2);
    row += roomy;
    if (area.rows >= 6 && has_review(view))
        put_choice(view, area, row++, S("v"), view_say(view, WORDS_HOME_REVIEW, NULL),
                   due_text(view, area.cols - at));
    if (roomy) {
        put_choice(view, area, row++, S("s"), view_say(view, WORDS_VIEW_PAD, NULL),
                   view_say(view, WORDS_VIEW_HOME_PAD, NULL));
        put_choice(view, area, row++, S("/"), view_say(view, WORDS_HOME_SEARCH, NULL),
                   view_say(view, WORDS_LEARN_SEARCH, NULL));
    }
    return row;
}

/* ---- What one can do */

static struct slice skill_text(struct view *view, const struct walk_tally *tally, int columns)
{
    size_t held = tally->of[RECORD_HELD];
    const struct words_args args = {.word = view_number(view, held + tally->of[RECORD_SOLVED]),
                                    .other = view_number(view, tally->total),
                                    .file = view_number(view, held)};
    struct slice both = view_say(view, WORDS_HOME_UNAIDED_AGAIN, &args);
    if (!held)
        return view_say(view, WORDS_HOME_UNAIDED, &args);
    return (int)text_columns(both) <= columns ? both : view_count(view, WORDS_HOME_AGAIN, held);
}

/* A row a skill, or two. */
static int put_skills(struct view *view, struct area area, int rows_each)
{
    static const enum words_id names[SKILL_COUNT] = {[SKILL_PREDICT] = WORDS_HOME_SKILL_PREDICT,
                                                     [SKILL_WRITE] = WORDS_HOME_SKILL_WRITE,
                                                     [SKILL_RUN] = WORDS_HOME_SKILL_RUN,
                                                     [SKILL_DESIGN] = WORDS_HOME_SKILL_DESIGN};
    enum { STATE = 30, FIGURES = 39 };
    int row = 0;
    for (int skill = 0; skill < SKILL_COUNT; skill++) {
        const struct walk_tally *tally = &home_of(view)->skills.of[skill];
        enum record_state state = learning_skill_state(tally);
        int at = rows_each > 1 ? KEY + 2 : FIGURES;
        struct slice name = state == RECORD_WORKING ? view_say(view, WORDS_HOME_STARTED, NULL)
                                                    : record_state_name(state);
        view_put(view, area, row, KEY, view_say(view, names[skill], NULL), ROLE_PLAIN);
        view_put(view, area, row, STATE, name, view_state_role(state));
        row += rows_each > 1;
        if (state != RECORD_NEW)
            view_put(view, area, row, at, skill_text(view, tally, area.cols - at), ROLE_FAINT);
        row += rows_each == 1 || state != RECORD_NEW;
    }
    return row;
}

/* ---- The exercises of a lesson */

void view_contents(struct view *view, struct area area, size_t lesson, size_t here)
{
    enum { NUMBER = 6, TITLE = 8, STATE = 7, GAP = 1 };
    const struct outline *outline = outline_of(view, lesson);
    size_t rows = area.rows > 0 ? (size_t)area.rows : 0, first = 0;
    bool cut = rows < outline->len && rows > 1;
    size_t seen = cut ? rows - 1 : rows;
    if (here != SIZE_MAX && here >= seen)
        first = here - seen + 1;
    for (size_t i = 0; i < seen && first + i < outline->len; i++) {
        const struct outline_exercise *exercise = &outline->at[first + i];
        enum record_state state = walk_record(&home_of(view)->known, exercise->id)->state;
        struct slice number = view_number(view, first + i + 1);
        bool marked = first + i == here;
        if (marked)
            view_put(view, area, (int)i, KEY - 2, S(">"), ROLE_CARET);
        view_put(view, area, (int)i, NUMBER - (int)number.len, number, ROLE_NUMBER);
        view_put(view, area, (int)i, TITLE,
                 view_cut(view, exercise->title, area.cols - TITLE - STATE - GAP),
                 marked ? ROLE_TYPED : ROLE_PLAIN);
        view_put(view, area, (int)i, area.cols - STATE, record_state_name(state),
                 view_state_role(state));
    }
    const struct words_args args = {.word = view_number(view, outline->len - first - seen)};
    if (cut && first + seen < outline->len)
        view_put(view, area, (int)seen, TITLE, view_say(view, WORDS_HOME_MORE, &args), ROLE_FAINT);
}

/* Those of the chosen lesson, below its title. */
static void put_contents(struct view *view, struct area area)
{
    const struct session *session = view->session;
    const struct learning_home *home = home_of(view);
    struct course_place place = learning_home_place(session, session->row[PANE_HOME]);
    const struct outline *outline = outline_of(view, place.lesson);
    const struct words_args args = {.word = view_number(view, place.lesson + 1),
                                    .other = outline->title};
    size_t here = session->learning->walk.plan                          ? place.exercise
                  : home->has_next && home->next.lesson == place.lesson ? home->next.exercise
                                                                        : SIZE_MAX;
    view_title(view, PANE_COUNT, area.row, area.col, area.col + area.cols - 1,
               view_say(view, WORDS_HOME_LESSON, &args), S(""));
    view_contents(view, area_rows(area, 1, area.rows - 1), place.lesson, here);
}

/* ---- Compositions */

/* One column, what matters most first. */
static void put_narrow(struct view *view, struct area area)
{
    int row = area.rows >= 3 ? put_top(view, area) : 0;
    put_list(view, area_rows(area, row, area.rows - row), 1, false);
}

/* Of more lessons than are seen at once no title may be cut: what tells them apart may be at the
 * end. */
static bool has_two_columns(struct view *view, struct area area)
{
    enum { ROWS = 14, NUMBER = 7, STATE = 9 }; /* rows that are not the list's */
    size_t len = view->session->rows[PANE_HOME];
    int longest = 0;
    for (size_t i = 0; i < len; i++)
        longest = widest(longest, outline_of(view, i)->title);
    return 2 * (area.rows - ROWS) >= (int)len || longest <= area.cols / 2 - NUMBER - STATE;
}

/* Two columns of lessons, one of a plan's exercises; below them skills and more where there is
 * room. */
static void put_usual(struct view *view, struct area area)
{
    const struct session *session = view->session;
    bool plan = session->learning->walk.plan;
    int last = area.col + area.cols - 1, rows = (int)session->rows[PANE_HOME];
    int row = put_top(view, area), columns = plan || !has_two_columns(view, area) ? 1 : 2;
    int wanted = (rows + columns - 1) / columns, left = area.rows - row - 1;
    int skills = left - SKILL_COUNT - 1 >= (wanted < 6 ? wanted : 6) ? SKILL_COUNT + 1 : 0;
    int list = wanted < left - skills ? wanted : left - skills;
    put_list(view, area_rows(area, row, list + 1), columns, false);
    row += list + 1;
    if (!skills)
        return;
    view_title(view, PANE_COUNT, area.row + row, area.col, last,
               view_say(view, WORDS_HOME_SKILLS, NULL), S(""));
    row += 1 + put_skills(view, area_rows(area, row + 1, SKILL_COUNT), 1);
    if (area.rows - row >= 8)
        put_contents(view, area_rows(area, row + 1, area.rows - row - 1));
}

/* The list on the left, and beside it skills and what is in the chosen lesson. */
static void put_wide(struct view *view, struct area area)
{
    enum { LEAST = 62, MOST = 96 }; /* columns of the list */
    int row = put_top(view, area), half = area.cols * 58 / 100, last = area.col + area.cols - 1;
    half = half < LEAST ? LEAST : half < MOST ? half : MOST;
    struct area list = area_rows(area, row + 1, area.rows - row - 1), side;
    list.cols = half;
    side = area_inset(area_rows(list, 1, list.rows - 1), half + 1);
    side.cols = area.cols - half - 1;
    frame_across(view->frame, list.row, area.col, last);
    frame_down(view->frame, area.col + half, list.row, area.row + area.rows - 1);
    put_list(view, list, 1, true);
    view_title(view, PANE_COUNT, list.row, side.col, last, view_say(view, WORDS_HOME_SKILLS, NULL),
               S(""));
    int skills = put_skills(view, side, side.cols >= 96 ? 1 : 2) + 1;
    if (side.rows - skills >= 4)
        put_contents(view, area_rows(side, skills, side.rows - skills));
}

void view_lessons(struct view *view, struct area area)
{
    if (!view->session->rows[PANE_HOME] || area.rows < 1)
        return;
    if (area.cols < NARROW || area.rows < 12)
        put_narrow(view, area);
    else if (area.cols < WIDE || area.rows < WIDE_ROWS)
        put_usual(view, area);
    else
        put_wide(view, area);
}
