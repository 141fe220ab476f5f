/* Design: wishes being typed become a pair that gives them. See designing.h.
 *
 * In: the text of the wishes; in an exercise the learner's lines too. Out: a proposal, or what the
 * own lines give; and on demand the Dockerfile with the proposed lines in it. Two proposals are
 * kept, the shown one and the one being made, so that a fault leaves the last good one as it was.
 */
#include "app/session/designing.h"

#include "app/course/check.h"
#include "app/ground/heap.h"
#include "app/session/inside.h"

#include <stdlib.h>

/* The exercise at hand, where it is one to design in; else null. */
static const struct task *design_task(const struct session *session)
{
    const struct task *task =
        learning_has_task(session) ? &session->learning->walk.sitting.task : NULL;
    return task && task->exercise->kind == EXERCISE_DESIGN ? task : NULL;
}

bool designing_tries(const struct session *session)
{
    return design_task(session) && !learning_may_go_on(session);
}

const struct design_wish *designing_wish(const struct session *session, uint32_t line,
                                         size_t *number)
{
    const struct designing *designing = session->designing;
    if (!designing->shown || designing->lines != lines_count(&designing->wishes.lines))
        return NULL;
    const struct design *design = &designing->shown->design;
    for (size_t i = 0; i < design->len; i++)
        if (design->at[i].line == line) {
            *number = i + 1;
            return &design->at[i];
        }
    return NULL;
}

/* ---- Reading the wishes */

/* The one of the two that is not shown. */
static struct proposal *spare(struct designing *designing)
{
    return &designing->proposals[designing->shown == designing->proposals ? 1 : 0];
}

/* Empties the spare one; its arena is then the place for what is made next. */
static struct arena *begin(struct session *session)
{
    struct designing *designing = session->designing;
    struct arena *arena = &spare(designing)->arena;
    arena_reset(arena, designing->wishes.lines.len + session->editor.lines.len);
    arena->guard = &designing->guard;
    return arena;
}

/* Typed in the scratchpad it is this shell that reads a line, in an exercise the course's. */
static const struct host *host_of(const struct session *session)
{
    return session->learning ? NULL : session->host;
}

/* Where the fault is in the text as it is typed. A wish that goes on over several lines was joined:
 * of it only the line is known. */
static void place_fault(struct designing *designing, struct slice text)
{
    const struct design_fault *fault = &designing->fault;
    designing->fault_placed = false;
    if (!fault->at.text)
        return;
    uintptr_t at = (uintptr_t)fault->at.text->bytes.at, from = (uintptr_t)text.at;
    if (at < from || at > from + text.len)
        return;
    designing->fault_placed = true;
    designing->fault_from = at - from + fault->at.span.from;
    designing->fault_to = at - from + fault->at.span.to;
}

static void try_own(const struct session *session, struct arena *arena, struct design *design)
{
    const struct task *task = design_task(session);
    struct scene *scene = arena_new(arena, struct scene);
    struct slice own = lines_all((struct lines *)(uintptr_t)&session->editor.lines);
    scene_open(arena, &task->images, task->exercise->image, task->given, arena_copy(arena, own),
               scene);
    design_try(arena, scene, design);
}

/* Under the guard. False with a fault. */
static bool propose(struct session *session, struct arena *arena, struct design *design)
{
    struct designing *designing = session->designing;
    struct slice text = arena_copy(arena, editor_text(&designing->wishes));
    if (!design_read(arena, host_of(session), text, design, &designing->fault)) {
        place_fault(designing, text);
        return false;
    }
    if (designing_tries(session))
        try_own(session, arena, design);
    else
        design_find(arena, host_of(session), design);
    return true;
}

static void read_anew(struct session *session)
{
    struct designing *designing = session->designing;
    struct proposal *next = spare(designing);
    struct arena *arena = begin(session);
    designing->old = true;
    if (setjmp(designing->guard) == 0) {
        designing->old = !propose(session, arena, &next->design);
    } else {
        designing->fault_placed = false;
        designing->fault = (struct design_fault){
            .id = arena->stopped == ARENA_TOO_LARGE ? WORDS_CLI_TOO_LARGE : WORDS_CLI_NO_MEMORY,
            .args.other = slice_of(arena->why)};
    }
    arena->guard = NULL;
    if (designing->old)
        return;
    designing->shown = next;
    designing->lines = lines_count(&designing->wishes.lines);
}

/* ---- The list to begin with */

/* Adds a wish, if it is one: a line with an end in it, or that makes no container, is none. */
static void add_wish(struct buffer *out, const struct host *host, struct slice run,
                     const struct args *argv)
{
    struct design design;
    struct design_fault fault;
    struct buffer row = {.arena = out->arena};
    buffer_put(&row, run);
    buffer_put(&row, S(" => "));
    quote_json_array(&row, argv);
    struct slice text = buffer_slice(&row);
    if (slice_has(text, '\n') || !design_read(out->arena, host, text, &design, &fault))
        return;
    buffer_put(out, text);
    buffer_byte(out, '\n');
}

/* What the image at hand runs for a line; empty for nothing. */
static struct args argv_of(struct session *session, struct arena *arena, struct slice run)
{
    struct question question = session->shown->question;
    struct answer *answer = arena_new(arena, struct answer);
    const struct text line = {SOURCE_LINE, S("line"), run};
    question.line = &line;
    simulate(arena, &question, answer);
    bool runs = answer->has_plan && answer->failure.stage == STAGE_NONE && !answer->is_unknown;
    return runs ? plan_words(arena, &answer->plan) : (struct args){0};
}

static struct slice bare_line(struct session *session, struct arena *arena)
{
    const struct evaluation *shown = session->shown;
    struct buffer out = {.arena = arena};
    buffer_put(&out, S("docker run "));
    quote_shell(&out, shown->image.len          ? shown->image
                      : session->image_name.len ? session->image_name
                                                : S("app"));
    return buffer_slice(&out);
}

/* The line that is typed and the image alone, with what they run now. */
static void put_situation(struct session *session, struct buffer *out)
{
    struct slice line = utf8_trim((struct slice){session->line, session->line_len});
    struct slice bare = bare_line(session, out->arena);
    struct args argv = argv_of(session, out->arena, bare);
    size_t before = out->len;
    if (argv.len)
        add_wish(out, host_of(session), bare, &argv);
    argv = argv_of(session, out->arena, line);
    if (argv.len && !slice_equal(line, bare))
        add_wish(out, host_of(session), line, &argv);
    if (out->len == before)
        buffer_put(out, S("docker run shop => [\"python\",\"manage.py\",\"runserver\"]\n"
                          "docker run shop migrate => [\"python\",\"manage.py\",\"migrate\"]\n"));
}

/* What the exercise shows of its checks; those that say no argv stand there as remarks. */
static void put_checks(const struct task *task, struct buffer *out)
{
    for (size_t i = 0; i < task->visible; i++) {
        const struct check *check = &task->checks.at[i];
        if (!check->has_run || check->own_line)
            continue;
        if (check->expect == EXPECT_ARGV) {
            add_wish(out, NULL, check->run, &check->list);
        } else if (check->expect == EXPECT_NOT) {
            buffer_put(out, S("never => "));
            quote_json_array(out, &check->list);
            buffer_byte(out, '\n');
        } else {
            buffer_put(out, S("# "));
            buffer_put(out, check->text);
            buffer_byte(out, '\n');
        }
    }
}

/* Fills an empty list, or one that is of another exercise. */
static void fill(struct session *session)
{
    struct designing *designing = session->designing;
    const struct task *task = design_task(session);
    const void *exercise = task ? task->exercise : NULL;
    bool same = designing->filled == exercise && (!task || designing->variant == task->variant);
    if (same && designing->wishes.lines.len)
        return;
    struct arena *arena = begin(session);
    if (setjmp(designing->guard) == 0) {
        struct buffer out = {.arena = arena};
        buffer_put(&out, S("# "));
        buffer_put(&out, words_say(arena, WORDS_DESIGN_START, NULL));
        buffer_byte(&out, '\n');
        if (task)
            put_checks(task, &out);
        else
            put_situation(session, &out);
        if (editor_open(&designing->wishes, buffer_slice(&out)))
            editor_move(&designing->wishes, EDITOR_BOTTOM);
    }
    arena->guard = NULL;
    designing->filled = exercise;
    designing->variant = task ? task->variant : 0;
}

/* ---- Opening */

static bool make(struct session *session)
{
    if (session->designing)
        return true;
    session->designing = calloc(1, sizeof *session->designing);
    if (!session->designing)
        return false;
    for (size_t i = 0; i < 2; i++)
        arena_init(&session->designing->proposals[i].arena, &heap);
    return true;
}

void designing_free(struct session *session)
{
    if (!session->designing)
        return;
    for (size_t i = 0; i < 2; i++)
        arena_free(&session->designing->proposals[i].arena);
    editor_free(&session->designing->wishes);
    free(session->designing);
    session->designing = NULL;
}

void designing_open(struct session *session)
{
    if (session->learning && !design_task(session)) {
        session_tell(session, WORDS_SAY_DESIGN_KIND, NULL);
        return;
    }
    if (!make(session)) {
        session_tell(session, WORDS_SAY_NO_MEMORY, NULL);
        return;
    }
    session_settle(session);
    fill(session);
    if (session->page == PANE_PROPOSAL)
        session->page = PANE_DESIGN;
    session_open_page(session, PANE_DESIGN);
    session->top[PANE_PROPOSAL] = 0;
    designing_again(session);
}

void designing_again(struct session *session)
{
    /* An exercise's images may have become others since, and with them what was shown of them. */
    if (session->learning)
        session->designing->shown = NULL;
    read_anew(session);
}

void designing_other_part(struct session *session)
{
    session->under[PANE_PROPOSAL] = session->under[PANE_DESIGN];
    session->page = session->page == PANE_DESIGN ? PANE_PROPOSAL : PANE_DESIGN;
}

/* ---- Typing */

struct editor *session_text_editor(struct session *session)
{
    bool wishes = pane_is_design(session_pane_below(session)) && session->designing;
    return wishes ? &session->designing->wishes : &session->editor;
}

void session_text_edited(struct session *session)
{
    if (session_text_editor(session) != &session->editor)
        designing_edited(session);
    else
        session_edited(session);
}

void designing_edited(struct session *session)
{
    read_anew(session);
}

bool designing_has_room(const struct session *session, size_t bytes)
{
    size_t len = session->designing->wishes.lines.len;
    return len <= WISHES_MAX_BYTES && bytes <= WISHES_MAX_BYTES - len;
}

bool designing_type(struct session *session, struct slice text, bool pasted)
{
    struct editor *wishes = &session->designing->wishes;
    if (!designing_has_room(session, text.len))
        return false;
    bool taken = pasted ? editor_paste(wishes, text) : editor_type(wishes, text);
    designing_edited(session);
    return taken;
}

/* ---- Taking it */

/* The instructions of the last stage: indices, half-open. */
static void last_stage(const struct build_result *build, size_t *first, size_t *last)
{
    *first = build->target_first;
    *last = build->target_last;
    if (*last > *first && *last <= build->instructions_len)
        return;
    *first = 0;
    *last = build->instructions_len;
    for (size_t i = 0; i < build->instructions_len; i++)
        if (build->instructions[i].keyword == KEYWORD_FROM)
            *first = i;
}

/* The Dockerfile with other lines in place of ENTRYPOINT and CMD in its last stage; *at is where
 * they begin. */
static struct slice with_lines(struct session *session, struct arena *arena, struct slice by,
                               size_t *at)
{
    const struct evaluation *now = session->now;
    const struct build_result *build = &now->answer.build;
    struct lines *lines = &session->editor.lines;
    struct slice text = lines_all(lines);
    struct buffer out = {.arena = arena};
    size_t first, last, from = 0;
    bool put = false;
    last_stage(build, &first, &last);
    for (size_t i = first; now->question.dockerfile && i < last; i++) {
        const struct instruction *instruction = &build->instructions[i];
        uint32_t line = evaluation_line(now, instruction->first_line);
        uint32_t end = evaluation_line(now, instruction->last_line);
        if ((instruction->keyword != KEYWORD_ENTRYPOINT && instruction->keyword != KEYWORD_CMD) ||
            !line || end > lines_count(lines))
            continue;
        size_t start = lines_start(lines, line - 1), behind = lines_end(lines, end - 1);
        buffer_put(&out, slice_first(slice_after(text, from), start - from));
        *at = put ? *at : out.len;
        buffer_put(&out, put ? S("") : by);
        put = true;
        from = behind < text.len ? behind + 1 : behind;
    }
    struct slice rest = slice_after(text, from);
    buffer_put(&out, rest);
    if (!put) {
        buffer_put(&out, rest.len && !slice_ends(rest, S("\n")) ? S("\n") : S(""));
        *at = out.len;
        buffer_put(&out, by);
    } else if (out.len && !rest.len && !slice_ends(text, S("\n"))) {
        out.len--; /* the last line had no end, and has none now */
    }
    return out.len ? buffer_slice(&out) : S("");
}

/* Whether without these lines an ENTRYPOINT of the base image is in force. */
static bool base_has_entrypoint(struct session *session, struct arena *arena)
{
    const struct evaluation *now = session->now;
    size_t at;
    if (!now->question.dockerfile)
        return false;
    struct text text = now->dockerfile;
    text.bytes = arena_join(arena, slice_first(now->dockerfile.bytes, now->implied),
                            with_lines(session, arena, S(""), &at));
    struct question question = now->question;
    struct answer *answer = arena_new(arena, struct answer);
    question.dockerfile = &text;
    question.line = NULL;
    simulate(arena, &question, answer);
    return answer->has_config && answer->config.entrypoint.words.len;
}

/* Under the guard. */
static void put_lines(struct session *session, struct arena *arena)
{
    const struct design *design = &session->designing->shown->design;
    struct slice lines = design->dockerfile;
    size_t at = 0;
    if (!design->split.entrypoint.len && base_has_entrypoint(session, arena))
        lines = arena_join(arena, S("ENTRYPOINT []\n"), lines);
    struct slice text = with_lines(session, arena, lines, &at);
    bool same = slice_equal(text, editor_text(&session->editor));
    if (!same && !editor_replace(&session->editor, text)) {
        session_tell(session, WORDS_SAY_TEXT_FULL, NULL);
        return;
    }
    session_go(session, session->learning ? learning_work(session) : PANE_EDITOR);
    editor_go_byte(&session->editor, at);
    if (!same)
        session_replaced(session);
    session_tell(session, same ? WORDS_SAY_DESIGN_SAME : WORDS_SAY_DESIGN_TAKEN, NULL);
}

void designing_take(struct session *session)
{
    struct designing *designing = session->designing;
    if (!designing || !pane_is_design(session->page))
        return;
    const struct words_args args = {.number = designing->fault.line};
    if (designing_tries(session)) {
        session_tell(session, WORDS_SAY_DESIGN_OWN, NULL);
    } else if (designing->old || !designing->shown) {
        session_tell(session, args.number ? WORDS_SAY_DESIGN_OLD : WORDS_SAY_DESIGN_NONE, &args);
    } else {
        struct arena *arena = begin(session);
        if (setjmp(designing->guard) == 0)
            put_lines(session, arena);
        else
            session_tell(session, WORDS_SAY_NO_MEMORY, NULL);
        arena->guard = NULL;
    }
}
