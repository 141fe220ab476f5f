/* Answering an exercise: what is typed, the check, hints, the model answer. In: text and commands.
 * Out: a verdict that is kept, and the part that shows it. See learning.h. */
#include "app/session/inside.h"

#include "app/course/said.h"
#include "app/ground/cluster.h"

static struct sitting *sitting_of(struct session *session)
{
    return &session->learning->walk.sitting;
}

/* Shows something in the part of the checks, from its first row. */
static void show(struct session *session, enum learning_shows what)
{
    session->learning->shows = what;
    session->top[PANE_CHECKS] = 0;
    session->note_open = false;
}

/* ---- What is typed, a line for each thing that is asked */

static void set_said(struct learning *learning, size_t i, struct slice text)
{
    learning->said[i].len = text.len < SAID_BYTES_MAX ? text.len : 0;
    if (learning->said[i].len)
        memmove(learning->said[i].text, text.at, text.len);
}

/* The next row that was not found right, behind one; wraps round. */
static size_t next_row(const struct learning *learning, size_t row)
{
    for (size_t i = 1; i <= learning->asked; i++) {
        size_t at = (row + i) % learning->asked;
        if (!learning->said[at].right)
            return at;
    }
    return row;
}

/* A thing is sorted by a digit, or by the first letter of its class. */
static void type_class(struct session *session, struct slice text)
{
    struct learning *learning = session->learning;
    const struct slice *classes = sort_classes(sitting_of(session)->task.items.by);
    size_t row = session->row[PANE_SAY];
    for (size_t i = 0; i < 3; i++)
        if (*text.at == (char)('1' + i) ||
            slice_equal_fold(slice_first(classes[i], 1), slice_first(text, 1))) {
            set_said(learning, row, classes[i]);
            learning->said[row].right = false;
            session->row[PANE_SAY] = row + 1 < learning->asked ? row + 1 : row;
            return;
        }
    session_tell(session, WORDS_SAY_SORT_HOW, NULL);
}

static void type_words(struct session *session, struct slice text)
{
    struct learning *learning = session->learning;
    size_t row = session->row[PANE_SAY], len = learning->said[row].len;
    if (text.len >= SAID_BYTES_MAX - len) {
        session_tell(session, WORDS_SAY_LINE_FULL, NULL);
        return;
    }
    memcpy(learning->said[row].text + len, text.at, text.len);
    learning->said[row].len += text.len;
    learning->said[row].right = false;
}

/* What is pasted may answer several: each line in turn, as far as there are things that are asked.
 */
static void type_lines(struct session *session, struct slice text)
{
    struct slice line;
    for (bool more = true; more;) {
        more = slice_cut(text, '\n', &line, &text);
        type_words(session, slice_ends(line, S("\r")) ? slice_first(line, line.len - 1) : line);
        more = more && session->row[PANE_SAY] + 1 < session->learning->asked;
        session->row[PANE_SAY] += more;
    }
}

void learning_type(struct session *session, struct slice text)
{
    struct learning *learning = session->learning;
    if (session_pane(session) == PANE_SEARCH) {
        learning_search_type(session, text);
    } else if (learning_may_go_on(session) || !learning->asked) {
        return;
    } else if (sitting_of(session)->task.items.len) {
        type_class(session, text);
    } else {
        type_lines(session, text);
    }
}

void learning_erase(struct session *session, bool all)
{
    struct learning *learning = session->learning;
    size_t row = session->row[PANE_SAY];
    if (session_pane(session) == PANE_SEARCH) {
        learning_search_erase(session, all);
    } else if (learning->asked && !learning_may_go_on(session)) {
        struct slice said = learning_said(session, row);
        learning->said[row].right = false;
        bool whole = all || !said.len || sitting_of(session)->task.items.len;
        learning->said[row].len = whole ? 0 : cluster_before(said, said.len);
    }
}

/* ---- The check */

/* Whether what is said at a row can be read. */
static bool is_readable(struct session *session, size_t row)
{
    struct args words;
    struct slice said = utf8_trim(learning_said(session, row));
    if (!said.len || sitting_of(session)->exercise->kind != EXERCISE_PREDICT)
        return said.len > 0;
    return said_is_answer(said_read(&session->learning->arena, said, &words));
}

/* What to say of a row that cannot be taken for an answer. */
static enum words_id unread(struct session *session, size_t row)
{
    const struct sitting *sitting = sitting_of(session);
    struct args words;
    if (sitting->task.items.len)
        return WORDS_SAY_SORT_HOW;
    if (sitting->exercise->kind == EXERCISE_ORIGIN)
        return WORDS_SAY_ORIGIN_HOW;
    switch (said_read(&session->learning->arena, learning_said(session, row), &words)) {
    case SAID_OPEN: return WORDS_SAY_PREDICT_OPEN;
    case SAID_NOT_JSON: return WORDS_SAY_PREDICT_NOT_JSON;
    default: return WORDS_SAY_PREDICT_HOW;
    }
}

/* The first row that still wants an answer; how many there are, when there is none. */
static size_t first_unsaid(struct session *session)
{
    size_t row = 0;
    while (row < session->learning->asked && is_readable(session, row))
        row++;
    return row;
}

struct slice learning_answer(struct session *session)
{
    struct learning *learning = session->learning;
    struct buffer text = {.arena = &learning->arena};
    enum pane work = learning_work(session);
    if (work == PANE_EDITOR)
        return editor_text(&session->editor);
    if (work == PANE_LINE)
        return (struct slice){session->line, session->line_len};
    for (size_t i = 0; i < learning->asked; i++) {
        buffer_put(&text, i ? S("\n") : S(""));
        buffer_put(&text, utf8_trim(learning_said(session, i)));
    }
    return text.len ? buffer_slice(&text) : S("");
}

/* What was right stays; the cursor goes to the first that was not. */
static void mark_said(struct session *session)
{
    struct learning *learning = session->learning;
    const struct verdict *verdict = &learning->walk.sitting.verdict;
    if (!learning->asked)
        return;
    for (size_t i = 0; i < learning->asked && i < verdict->len; i++)
        learning->said[i].right = verdict->results[i].holds;
    if (!verdict->passes)
        session->row[PANE_SAY] = next_row(learning, learning->asked - 1);
}

/* Whether something runs for the check that the cursor is on. */
static bool has_merge(const struct session *session)
{
    const struct verdict *verdict = &session->learning->walk.sitting.verdict;
    size_t row = session->row[PANE_CHECKS];
    const struct answer *answer = row < verdict->len ? verdict->results[row].answer : NULL;
    return answer && answer->has_plan;
}

static void submit(struct session *session, uint32_t sure)
{
    struct learning *learning = session->learning;
    struct slice text = learning_answer(session);
    if (!sitting_answer(sitting_of(session), text, sure, learning->clock())) {
        session_tell(session, WORDS_SAY_TEXT_FULL, NULL);
        return;
    }
    show(session, SHOWS_VERDICT);
    mark_said(session);
    learning_known(session);
    session_replaced(session);
    const struct verdict *verdict = &sitting_of(session)->verdict;
    session->row[PANE_CHECKS] = 0;
    for (size_t i = 0; !learning->asked && i < verdict->len; i++)
        if (!verdict->results[i].holds) {
            session->row[PANE_CHECKS] = i;
            break;
        }
    if (learning_may_go_on(session))
        session_go(session, PANE_CHECKS);
    session_tell(session,
                 verdict->passes      ? WORDS_SAY_CHECK_PASSES
                 : learning->asked    ? WORDS_SAY_CHECK_SAID
                 : has_merge(session) ? WORDS_SAY_CHECK_FAILS
                                      : WORDS_SAY_CHECK_HINT,
                 NULL);
    if (learning_is_start(session))
        session->message[0] = '\0';
}

/* "How sure?" behind a first prediction. */
static bool wants_sure(struct session *session)
{
    const struct sitting *sitting = sitting_of(session);
    return sitting->exercise->kind == EXERCISE_PREDICT &&
           (learning_is_start(session) || !sitting->record.attempts);
}

static void try_answer(struct session *session)
{
    struct learning *learning = session->learning;
    size_t unsaid = first_unsaid(session);
    if (unsaid < learning->asked) {
        session->row[PANE_SAY] = unsaid;
        session_tell(session, unread(session, unsaid), NULL);
        session_go(session, PANE_SAY);
    } else if (!learning->asked && !utf8_trim(learning_answer(session)).len) {
        session_tell(session, WORDS_SAY_NOTHING_TO_CHECK, NULL);
        session_go(session, learning_work(session));
    } else if (wants_sure(session)) {
        session_go(session, PANE_SAY);
        session->dialog = PANE_SURE;
    } else {
        submit(session, 0);
    }
}

/* Whether nothing changed since the answer passed: then a check goes on instead. */
static bool is_done(struct session *session)
{
    const struct sitting *sitting = sitting_of(session);
    if (!learning_may_go_on(session))
        return false;
    return session->learning->asked || session->learning->shows == SHOWS_ANSWER ||
           slice_equal(learning_answer(session), sitting_text(sitting));
}

void learning_check(struct session *session)
{
    if (!learning_has_task(session))
        return;
    bool volatile done = false;
    if (learning_begins(session)) {
        done = is_done(session);
        if (!done)
            try_answer(session);
    }
    learning_ends(session);
    if (done)
        learning_move(session, 1);
}

void learning_sure(struct session *session, uint32_t sure)
{
    if (session->dialog != PANE_SURE)
        return;
    session->dialog = PANE_COUNT;
    if (learning_begins(session))
        submit(session, sure);
    learning_ends(session);
}

/* Enter behind a line that is said: the next one, and behind the last the check. */
void learning_accept(struct session *session)
{
    struct learning *learning = session->learning;
    size_t row = session->row[PANE_SAY];
    bool volatile all = false;
    if (learning_may_go_on(session)) {
        learning_move(session, 1);
        return;
    }
    if (learning_begins(session))
        all = first_unsaid(session) == learning->asked || !is_readable(session, row);
    learning_ends(session);
    if (all)
        learning_check(session);
    else
        session->row[PANE_SAY] = next_row(learning, row);
    learning_row(session);
}

/* ---- Help with it */

void learning_hint(struct session *session)
{
    struct learning *learning = session->learning;
    if (!learning_has_task(session) || learning_is_start(session))
        return;
    if (learning_begins(session)) {
        sitting_hint(sitting_of(session), learning->clock(), &learning->hint);
        learning_known(session);
    }
    learning_ends(session);
    if (learning->hint) {
        show(session, SHOWS_HINT);
        if (session->focus == PANE_TASK) /* where one part is seen at a time it would hide it */
            session_go(session, PANE_CHECKS);
        session_tell(session,
                     learning->hint == 1   ? WORDS_SAY_HINT_MORE
                     : learning->hint == 2 ? WORDS_SAY_HINT_COUNTS
                                           : WORDS_SAY_HINT_LAST,
                     NULL);
    }
}

/* The model answer; what the learner made stays in the editor. */
void learning_show(struct session *session)
{
    struct learning *learning = session->learning;
    if (!learning_has_task(session))
        return;
    bool volatile may = true;
    if (learning_begins(session)) {
        may = walk_may_show(&learning->walk);
        if (may) {
            sitting_show(sitting_of(session), learning->clock());
            learning_known(session);
        }
    }
    learning_ends(session);
    if (!may) {
        session_tell(session, WORDS_SAY_NOT_SHOWN, NULL);
        return;
    }
    show(session, SHOWS_ANSWER);
    session->asks_anew = true;
    session_go(session, PANE_CHECKS);
    if (!sitting_of(session)->passed && !learning_is_start(session))
        session_tell(session, WORDS_SAY_SHOWN, NULL);
}

/* The lines at the start again; what was typed can be brought back with undo. */
void learning_start_over(struct session *session)
{
    struct learning *learning = session->learning;
    if (!learning_has_task(session))
        return;
    enum pane work = learning_work(session);
    if (work == PANE_EDITOR) {
        editor_replace(&session->editor, sitting_of(session)->task.start);
        session_replaced(session);
    } else if (work == PANE_LINE) {
        session_set_line(session, S(""), 0, true);
    }
    memset(learning->said, 0, sizeof learning->said);
    session->row[PANE_SAY] = 0;
    show(session, SHOWS_WANTED);
    session_go(session, work);
}
