/* The Dockerfile part: numbered lines, marks of findings, colours of the syntax, the cursor. In:
 * the editor's text, and the instructions of the answer to it. Out: rows. See view_inside.h.
 *
 * What is coloured is what Docker reads: a variable only where a build or a shell replaces it, a
 * comment only where it is one. A line that no instruction covers (the parser stopped above it) is
 * looked at alone. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"

enum { SPANS = 64 };

/* Roles of parts of a line, later ones over earlier ones. */
struct spans {
    struct {
        size_t from, to;
        enum role role;
    } at[SPANS];
    size_t len;
};

static void add_span(struct spans *spans, size_t from, size_t to, enum role role)
{
    if (to > from && spans->len < SPANS) {
        spans->at[spans->len].from = from;
        spans->at[spans->len].to = to;
        spans->at[spans->len++].role = role;
    }
}

/* ---- Syntax */

/* A line of the editor in the text that was answered. */
struct place_in {
    struct slice line;
    size_t start;  /* its first byte, in the editor */
    size_t number; /* from 1 */
};

/* The instruction that a line belongs to; null for none. */
static const struct instruction *instruction_of(const struct evaluation *now, size_t number)
{
    const struct build_result *build = &now->answer.build;
    size_t low = 0, high = build->instructions_len;
    if (!now->question.dockerfile)
        return NULL;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (evaluation_line(now, build->instructions[middle].first_line) <= number)
            low = middle + 1;
        else
            high = middle;
    }
    const struct instruction *found = low ? &build->instructions[low - 1] : NULL;
    return found && evaluation_line(now, found->last_line) >= number ? found : NULL;
}

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* $NAME or ${…} at a dollar: its end, or the place itself. */
static size_t variable_end(struct slice line, size_t at)
{
    size_t end = at + 1;
    if (end < line.len && line.at[end] == '{') {
        size_t close = slice_find(slice_after(line, end), '}');
        return end + close < line.len ? end + close + 1 : at;
    }
    while (end < line.len && is_name(line.at[end]))
        end++;
    return end > at + 1 ? end : at;
}

/* Strings and variables from a byte on. */
static void add_lexed(struct spans *spans, struct slice line, size_t from, bool variables)
{
    enum { LOOKED_AT = 4096 };
    line = slice_first(line, LOOKED_AT);
    for (size_t at = from; at < line.len; at++) {
        char c = line.at[at];
        if (c == '\\') {
            at++;
        } else if (c == '"') {
            size_t end = at + 1;
            while (end < line.len && line.at[end] != '"')
                end += line.at[end] == '\\' ? 2 : 1;
            end = end < line.len ? end + 1 : line.len;
            add_span(spans, at, end, ROLE_STRING);
            for (size_t i = at; variables && i < end; i++)
                if (line.at[i] == '$')
                    add_span(spans, i, variable_end(line, i), ROLE_VARIABLE);
            at = end - 1;
        } else if (c == '$' && variables && variable_end(line, at) > at) {
            size_t end = variable_end(line, at);
            add_span(spans, at, end, ROLE_VARIABLE);
            at = end - 1;
        }
    }
}

static size_t blank_end(struct slice line)
{
    size_t at = 0;
    while (at < line.len && (line.at[at] == ' ' || line.at[at] == '\t'))
        at++;
    return at;
}

/* A span of the answered text within the line. */
static void add_origin(struct spans *spans, const struct evaluation *now, const struct place_in *in,
                       size_t from, size_t to, enum role role)
{
    size_t start = in->start + now->implied, end = start + in->line.len;
    from = from > start ? from - start : 0;
    to = to < end ? to : end;
    add_span(spans, from, to > start ? to - start : 0, role);
}

static bool in_heredoc(const struct evaluation *now, const struct instruction *instruction,
                       const struct place_in *in)
{
    bool has = instruction->keyword == KEYWORD_RUN || instruction->keyword == KEYWORD_COPY ||
               instruction->keyword == KEYWORD_ADD;
    size_t at = in->start + now->implied;
    for (size_t i = 0; has && i < instruction->heredocs.len; i++) {
        struct span body = instruction->heredocs.at[i].body.origin.span;
        if (at >= body.from && at <= body.to)
            return true;
    }
    return false;
}

static void add_instruction(struct spans *spans, const struct evaluation *now,
                            const struct instruction *instruction, const struct place_in *in)
{
    size_t first = evaluation_line(now, instruction->first_line), from = blank_end(in->line);
    if (in_heredoc(now, instruction, in))
        return;
    if (in->number != first && from < in->line.len && in->line.at[from] == '#') {
        add_span(spans, 0, in->line.len, ROLE_COMMENT);
        return;
    }
    if (in->number == first) {
        add_span(spans, from, from + instruction->name.len, ROLE_KEYWORD);
        from += instruction->name.len;
    }
    add_lexed(spans, in->line, from, !instruction->exec_form);
    for (size_t i = 0; i < instruction->flags.len; i++) {
        const struct flag *flag = &instruction->flags.at[i];
        size_t to = flag->has_value ? flag->value.origin.span.to : flag->name.origin.span.to;
        add_origin(spans, now, in, flag->name.origin.span.from, to, ROLE_FLAG);
    }
}

static void add_alone(struct spans *spans, struct slice line)
{
    size_t from = blank_end(line), end = from;
    while (end < line.len && is_name(line.at[end]))
        end++;
    if (from < line.len && line.at[from] == '#') {
        add_span(spans, 0, line.len, ROLE_COMMENT);
    } else if (keyword_of((struct slice){line.at + from, end - from}) != KEYWORD_UNKNOWN) {
        add_span(spans, from, end, ROLE_KEYWORD);
        add_lexed(spans, line, end, false);
    }
}

static void add_found(struct spans *spans, const struct editor_search *search,
                      const struct place_in *in)
{
    if (!search->on || !search->found || !search->len)
        return;
    size_t from = search->at, to = search->at + search->len, end = in->start + in->line.len;
    if (to > in->start && from < end)
        add_span(spans, from > in->start ? from - in->start : 0, (to < end ? to : end) - in->start,
                 ROLE_FOUND);
}

static void find_spans(const struct session *session, const struct place_in *in,
                       struct spans *spans)
{
    const struct instruction *instruction = instruction_of(session->now, in->number);
    spans->len = 0;
    if (instruction)
        add_instruction(spans, session->now, instruction, in);
    else
        add_alone(spans, in->line);
    add_found(spans, &session->editor.search, in);
}

/* ---- Painting a line */

/* Paints the part of a line that stands from column `left` on. A TAB goes to its stop, as counted
 * from the line's start. */
static bool put_part(struct view *view, struct area area, int row, struct slice line,
                     const struct spans *spans, int left)
{
    uint8_t roles[2048];
    int col = 0;
    size_t at = 0;
    while (at < line.len && col < left) { /* what has been scrolled out of sight */
        struct cluster cluster = cluster_at(line, at);
        col = (int)cluster_column(cluster, (unsigned)col);
        at += cluster.len;
    }
    size_t start = at, most = slice_after(line, start).len;
    most = most < sizeof roles ? most : sizeof roles;
    memset(roles, ROLE_PLAIN, sizeof roles);
    for (size_t i = 0; i < spans->len; i++) {
        size_t from = spans->at[i].from > start ? spans->at[i].from - start : 0;
        size_t to = spans->at[i].to > start ? spans->at[i].to - start : 0;
        to = to < most ? to : most;
        if (to > from)
            memset(roles + from, (int)spans->at[i].role, to - from);
    }
    while (at < line.len && at - start < most && col - left < area.cols) {
        struct cluster cluster = cluster_at(line, at);
        enum role role = (enum role)roles[at - start];
        if (cluster.kind != CLUSTER_TAB)
            view_put(view, area, row, col - left, slice_first(slice_after(line, at), cluster.len),
                     role);
        col = (int)cluster_column(cluster, (unsigned)col);
        at += cluster.len;
    }
    return at < line.len || col - left > area.cols;
}

/* One row of a line. Marks at the edges tell that it goes on. */
static void put_line(struct view *view, struct area area, int row, struct slice line,
                     const struct spans *spans, int left)
{
    bool more = put_part(view, area, row, line, spans, left);
    if (left)
        view_put(view, area, row, 0, S("<"), ROLE_FAINT);
    if (more)
        view_put(view, area, row, area.cols - 1, S(">"), ROLE_FAINT);
}

/* Numbers take two columns at least, a mark stands in front of them, a blank behind. */
static int margin_of(size_t lines)
{
    int digits = 2;
    for (size_t n = lines; n >= 100; n /= 10)
        digits++;
    return digits + 2;
}

static void put_number(struct view *view, struct area area, int row, int margin, size_t number,
                       bool marked)
{
    struct buffer digits = {.arena = view_arena(view)};
    buffer_number(&digits, (int64_t)number);
    if (marked)
        view_put(view, area, row, 0, S("!"), ROLE_MARKED);
    view_put(view, area, row, margin - 1 - (int)digits.len, buffer_slice(&digits),
             marked ? ROLE_MARKED : ROLE_NUMBER);
}

static struct place_in place_in(struct session *session, size_t line)
{
    struct lines *lines = &session->editor.lines;
    struct slice text = lines_line(lines, line);
    return (struct place_in){text, lines_start(lines, line), line + 1};
}

/* How far the cursor's line is scrolled to the left: by half of the width at a time. */
static int left_of(int column, int columns)
{
    int step = columns / 2 > 0 ? columns / 2 : 1;
    return column < columns - 1 ? 0 : ((column - columns + 1) / step + 1) * step;
}

/* ---- The part */

/* Whether a line has a note or a warning, or the build fails there. */
static bool is_marked(const struct view *view, size_t number)
{
    const struct evaluation *shown = view->session->shown;
    const struct failure *failure = &shown->answer.failure;
    for (size_t i = 0; failure->stage == STAGE_BUILD && i < failure->lines_len; i++)
        if (evaluation_line(shown, failure->lines[i]) == number)
            return true;
    return !view_hides(view) && session_marks(view->session, (uint32_t)number);
}

/* The lines that an exercise gives, in front of the editor's. */
static size_t given_lines(const struct view *view)
{
    return learning_has_task(view->session) ? view->session->now->implied_lines : 0;
}

/* And with the editor's, where it is what is worked on. */
static size_t all_lines(const struct view *view)
{
    const struct session *session = view->session;
    bool own = !learning_has_task(session) || learning_work(session) == PANE_EDITOR;
    return given_lines(view) + (own ? lines_count(&session->editor.lines) : 0);
}

/* A line that is given, counted from 0; of all that are. */
static struct slice given_line(const struct view *view, size_t line)
{
    struct slice rest = learning_given(view->session), at = S("");
    for (size_t i = 0; i <= line; i++)
        slice_cut(rest, '\n', &at, &rest);
    return at;
}

/* ---- Rows: in an exercise a long line goes on in the next row, so that all of it is seen; the
 * scratchpad's are scrolled sideways. */

static bool wraps(const struct view *view)
{
    return learning_has_task(view->session);
}

static int columns_of(struct slice line)
{
    enum { LOOKED_AT = 4096 };
    int col = 0;
    line = slice_first(line, LOOKED_AT);
    for (size_t at = 0; at < line.len;) {
        struct cluster cluster = cluster_at(line, at);
        col = (int)cluster_column(cluster, (unsigned)col);
        at += cluster.len;
    }
    return col;
}

/* How many rows a line takes, with the cursor behind its end where it stands there. */
static int rows_of_line(const struct view *view, size_t line, int columns)
{
    struct session *session = view->session;
    size_t given = given_lines(view), cursor = given + editor_line(&session->editor);
    if (!wraps(view) || columns < 1)
        return 1;
    int used = columns_of(line < given ? given_line(view, line)
                                       : lines_line(&session->editor.lines, line - given));
    if (line == cursor && (int)editor_column(&session->editor) == used)
        used++;
    return used > columns ? (used + columns - 1) / columns : 1;
}

int view_editor_rows(const struct view *view, int columns)
{
    enum { MOST = 10000 };
    size_t lines = all_lines(view);
    int rows = 0;
    if (!wraps(view))
        return lines < MOST ? (int)lines : MOST;
    for (size_t line = 0; line < lines && rows < MOST; line++)
        rows += rows_of_line(view, line, columns - margin_of(lines));
    return rows;
}

/* The first visible line, with those that are given: as scrolled, but the cursor is in sight. */
static size_t editor_top(struct view *view, struct area area)
{
    struct session *session = view->session;
    size_t cursor = given_lines(view) + editor_line(&session->editor);
    size_t height = area.rows > 0 ? (size_t)area.rows : 1;
    size_t top = view_scroll_top(view, PANE_EDITOR, all_lines(view), area.rows);
    int columns = area.cols - margin_of(all_lines(view)), rows = 0;
    if (cursor < top)
        top = cursor;
    if (cursor >= top + height)
        top = cursor - height + 1;
    for (size_t line = cursor + 1; line-- > top;) {
        rows += rows_of_line(view, line, columns);
        if (rows > area.rows && line < cursor) {
            top = line + 1;
            break;
        }
    }
    return session->top[PANE_EDITOR] = top;
}

struct slice view_editor_range(struct view *view, struct area area)
{
    size_t top = editor_top(view, area), all = all_lines(view), seen = 0;
    int columns = area.cols - margin_of(all), rows = 0;
    while (top + seen < all && (rows += rows_of_line(view, top + seen, columns)) <= area.rows)
        seen++;
    return view_range(view, top, seen, all);
}

/* What an empty pad says. */
static void put_hint(struct view *view, struct area area, int margin)
{
    struct report report = view_report(view, area.cols - margin);
    report_text(&report, ROLE_FAINT, 0, view_say(view, WORDS_VIEW_EMPTY_TEXT, NULL));
    view_text(view, area_rows(area_inset(area, margin), 1, area.rows - 1), &report, 0, 0);
}

/* A line in all of its rows, cut where a row ends. */
static void put_rows(struct view *view, struct area area, int row, struct slice line,
                     const struct spans *spans)
{
    int left = 0;
    while (row < area.rows && put_part(view, area, row++, line, spans, left))
        left += area.cols;
}

/* It is locked, which is said at its end where there is room. */
static void put_given(struct view *view, struct area area, int row, int margin, size_t line)
{
    struct spans faint = {.len = 0};
    struct area text = area_inset(area, margin);
    struct slice at = given_line(view, line);
    bool base = slice_equal(utf8_trim(at), S("FROM base"));
    struct slice said = view_say(view, base ? WORDS_VIEW_BASE_GIVEN : WORDS_VIEW_ONE_GIVEN, NULL);
    int used = (int)text_columns(at), wide = (int)text_columns(said);
    put_number(view, area, row, margin, line + 1, false);
    add_span(&faint, 0, at.len, ROLE_FAINT);
    put_rows(view, text, row, at, &faint);
    if (used + wide + 3 > text.cols) {
        said = view_say(view, WORDS_VIEW_ONE_GIVEN, NULL);
        wide = (int)text_columns(said);
    }
    if (used + wide + 3 <= text.cols)
        view_put(view, text, row, text.cols - wide - 1, said, ROLE_FAINT);
}

void view_add_line(struct report *report, struct slice text)
{
    struct spans spans = {.len = 0};
    size_t at = 0;
    add_alone(&spans, text);
    for (size_t i = 0; i < spans.len; i++) { /* one behind the other */
        size_t from = spans.at[i].from, to = spans.at[i].to;
        report_add(report, ROLE_PLAIN, (struct slice){text.at + at, from - at});
        report_add(report, spans.at[i].role, (struct slice){text.at + from, to - from});
        at = to;
    }
    report_add(report, ROLE_PLAIN, slice_after(text, at));
}

/* A line of an image that is read: it wraps at blanks, and what follows is set in. */
static struct report image_line(struct view *view, int columns, size_t line)
{
    enum { SET_IN = 4 };
    struct report report = view_report(view, columns);
    report_line(&report, REPORT_TEXT, SET_IN);
    view_add_line(&report, given_line(view, line));
    return report;
}

/* Paints the lines from `first` on; gives how many rows all of them have. */
static int put_image(struct view *view, struct area area, size_t first)
{
    size_t lines = given_lines(view);
    int margin = margin_of(lines), row = 0;
    struct area text = area_inset(area, margin);
    for (size_t line = first; line < lines; line++) {
        struct report report = image_line(view, text.cols, line);
        struct area nothing = {0, 0, 0, text.cols};
        if (row < area.rows) {
            put_number(view, area, row, margin, line + 1, false);
            view_text(view, area_rows(text, row, area.rows - row), &report, 0, 0);
        }
        row += view_text(view, nothing, &report, 0, 0);
    }
    return row;
}

int view_image_rows(struct view *view, int columns)
{
    return put_image(view, (struct area){0, 0, 0, columns}, 0);
}

void view_image(struct view *view, struct area area)
{
    /* a FROM line says the least of an image */
    bool all = given_lines(view) < 2 || view_image_rows(view, area.cols) <= area.rows;
    put_image(view, area, all ? 0 : 1);
    view_part(view, PANE_TASK, area);
}

/* A line of the editor; of the cursor's, where it does not wrap, the part with the cursor. */
static void put_own(struct view *view, struct area area, int row, size_t line)
{
    struct session *session = view->session;
    size_t given = given_lines(view);
    int margin = margin_of(all_lines(view));
    struct area text = area_inset(area, margin);
    struct place_in in = place_in(session, line - given);
    bool here = line == given + editor_line(&session->editor);
    struct spans spans;
    put_number(view, area, row, margin, line + 1, is_marked(view, in.number));
    find_spans(session, &in, &spans);
    if (wraps(view))
        put_rows(view, text, row, in.line, &spans);
    else
        put_line(view, text, row, in.line, &spans,
                 here ? left_of((int)editor_column(&session->editor), text.cols) : 0);
}

/* The cursor, in a line that begins at a row. */
static void put_cursor(struct view *view, struct area text, int row)
{
    int column = (int)editor_column(&view->session->editor);
    if (view->kept->pane != PANE_EDITOR && view->kept->pane != PANE_FIND)
        return;
    if (wraps(view) && text.cols > 0)
        frame_cursor(view->frame, text, row + column / text.cols, column % text.cols);
    else
        frame_cursor(view->frame, text, row, column - left_of(column, text.cols));
}

void view_editor(struct view *view, struct area area)
{
    struct session *session = view->session;
    size_t given = given_lines(view), lines = all_lines(view), top = editor_top(view, area);
    int margin = margin_of(lines), row = 0;
    struct area text = area_inset(area, margin);
    view_part(view, PANE_EDITOR, area);
    for (size_t line = top; row < area.rows && line < lines; line++) {
        int rows = rows_of_line(view, line, text.cols);
        if (line < given)
            put_given(view, area, row, margin, line);
        else
            put_own(view, area, row, line);
        if (line >= given && wraps(view))
            view_item(view, PANE_EDITOR, area_clip(area, row, rows), line - given);
        if (line == given + editor_line(&session->editor))
            put_cursor(view, text, row);
        row += rows;
    }
    int above = top < given ? (int)(given - top) : 0;
    if (!wraps(view))
        view_list(view, PANE_EDITOR, area_rows(area, above, area.rows - above),
                  top > given ? top - given : 0);
    if (!session->editor.lines.len && !session->metadata && !session->learning)
        put_hint(view, area, margin);
}

bool view_lines_of(struct view *view, struct origin origin, uint32_t *first, uint32_t *last)
{
    struct evaluation *shown = view->session->shown;
    if (!given_lines(view))
        return evaluation_lines(shown, origin, first, last);
    if (!origin.text || origin.text != shown->question.dockerfile)
        return false;
    struct place place = place_of(&shown->places, origin);
    *first = place.line;
    *last = place.end_line;
    return place.line != 0;
}

void view_excerpt(struct view *view, struct area area, uint32_t first, uint32_t last)
{
    struct session *session = view->session;
    size_t lines = all_lines(view), given = given_lines(view),
           height = area.rows > 0 ? (size_t)area.rows : 0;
    size_t top = first > 1 + height / 3 && lines > height ? first - 1 - height / 3 : 0;
    int margin = margin_of(lines) + 1;
    struct spans spans;
    top = top + height > lines && lines > height ? lines - height : top;
    for (int row = 0; row < area.rows && top + (size_t)row < lines; row++) {
        size_t line = top + (size_t)row;
        bool marked = first && line + 1 >= first && line < last;
        put_number(view, area_inset(area, 1), row, margin - 1, line + 1, false);
        if (marked)
            view_put(view, area, row, 1, S(">"), ROLE_CARET);
        struct place_in in = {given_line(view, line), 0, 0};
        spans.len = 0;
        if (line < given) {
            add_alone(&spans, in.line);
        } else {
            in = place_in(session, line - given);
            find_spans(session, &in, &spans);
        }
        put_line(view, area_inset(area, margin), row, in.line, &spans, 0);
        if (marked)
            frame_look(view->frame, area_rows(area_inset(area, margin), row, 1), LOOK_BOLD);
    }
}
