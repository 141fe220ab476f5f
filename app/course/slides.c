/* Lessons to slides. See slides.h.
 *
 * In: a lesson, a round. Out: slides, and the lines of each step. Prose is cut between its blocks:
 * a slide holds as many as can be read from the last row, and what belongs together, a heading, a
 * sentence that ends with a colon, a list, stays together. */
#include "app/course/slides.h"

#include "app/course/example.h"
#include "app/course/rows.h"
#include "app/ground/cluster.h"

/* Rows of text that a slide of prose holds, counted at so many columns; what must not be parted may
 * take more. */
enum { PROSE_COLUMNS = 58, PROSE_ROWS = 6, PROSE_ROWS_MOST = 10 };
enum { INDENT = 4 }; /* behind the numbers of lines */

static struct slice say(const struct page_view *view, enum words_id id,
                        const struct words_args *args)
{
    return words_say(view->report->arena, id, args);
}

static void add_title(const struct page_view *view, struct slice text)
{
    report_title_text(view->report, text);
}

static void add_faint(const struct page_view *view, struct slice text)
{
    report_line(view->report, REPORT_TEXT, 0);
    report_add(view->report, ROLE_FAINT, text);
}

/* ---- What a slide asks the simulator */

/* An example or a line that is asked, with its answer. Lives in one arena. */
struct matter {
    struct task task; /* of an exercise */
    struct slice lines, run;
    const struct answer *answer; /* null: nothing is run */
};

static void matter_of_example(struct arena *arena, const struct slide *slide, struct matter *matter)
{
    static const struct scene_images none;
    struct faults faults = {.arena = arena};
    struct scene *scene = arena_new(arena, struct scene);
    struct example example;
    if (!example_read(arena, &faults, slide->blocks, &example))
        return;
    scene_open(arena, &none, S(""), example.lines, S(""), scene);
    matter->lines = scene->dockerfile.bytes; /* with its FROM: the steps name lines by number */
    matter->run = example.run;
    matter->answer = scene_ask(arena, scene, example.run);
}

static void matter_make(struct arena *arena, const struct slide *slide, struct matter *matter)
{
    struct faults faults = {.arena = arena};
    *matter = (struct matter){.answer = NULL};
    if (slide->kind == SLIDE_EXAMPLE)
        matter_of_example(arena, slide, matter);
    if (!slide->exercise || slide->kind == SLIDE_BROKEN)
        return;
    task_make(arena, &faults, slide->exercise, slide->variant, &matter->task);
    if (slide->kind != SLIDE_ROUND || slide->ask >= matter->task.asks.len)
        return;
    matter->run = matter->task.asks.at[slide->ask].text;
    matter->answer = task_ask(arena, &matter->task, matter->run);
}

/* ---- Predicted mistakes of a slide */

/* What a mistake says of the line that a round asks; null when it says nothing of it. */
static const struct claim *claim_of(const struct wrong *wrong, struct slice asked)
{
    for (size_t i = 0; i < wrong->claims.len; i++)
        if (slice_equal(wrong->claims.at[i].asked, asked))
            return &wrong->claims.at[i];
    return NULL;
}

static bool is_of_slide(const struct slide *slide, const struct matter *matter,
                        const struct wrong *wrong)
{
    if (slide->kind == SLIDE_ROUND)
        return claim_of(wrong, matter->run) != NULL;
    return slide->kind == SLIDE_TASK && !wrong->when && (wrong->text.len || wrong->claims.len);
}

/* The n-th mistake of a slide, from 1 on; null behind the last one. */
static const struct wrong *wrong_at(const struct slide *slide, const struct matter *matter,
                                    unsigned n)
{
    const struct wrongs *wrongs = &matter->task.wrongs;
    for (size_t i = 0; i < wrongs->len; i++)
        if (is_of_slide(slide, matter, &wrongs->at[i]) && n-- == 1)
            return &wrongs->at[i];
    return NULL;
}

/* ---- Cutting */

/* Counts the steps of a slide. What is too large to be asked has no merge. */
static void measure(struct arena *scratch, struct slide *slide)
{
    jmp_buf guard, *outer = scratch->guard;
    struct matter matter;
    arena_reset(scratch, 0);
    scratch->guard = &guard;
    if (setjmp(guard) == 0) {
        matter_make(scratch, slide, &matter);
        slide->starts = matter.answer && matter.answer->has_plan;
        slide->frames = slide->starts ? (unsigned)matter.answer->plan.steps.len : 0;
        for (size_t i = 0; slide->exercise && i < matter.task.wrongs.len; i++)
            slide->wrongs += is_of_slide(slide, &matter, &matter.task.wrongs.at[i]);
    }
    scratch->guard = outer;
    switch (slide->kind) {
    case SLIDE_EXAMPLE: slide->steps = 2 + slide->frames; break;
    case SLIDE_ROUND: slide->steps = 2 + slide->frames + (slide->ask + 1 == slide->asks); break;
    case SLIDE_TASK: slide->steps = 2; break;
    default: slide->steps = 1; break;
    }
}

static struct slide *add_slide(struct arena *arena, struct slides *slides, enum slide_kind kind)
{
    struct slide *slide = list_add(arena, slides);
    *slide = (struct slide){.kind = kind, .steps = 1};
    return slide;
}

/* About how many rows a block takes. */
static unsigned rows_of(struct arena *scratch, const struct markdown_block *block)
{
    struct slice text = block->text;
    bool code = block->kind == MARKDOWN_INDENTED || block->kind == MARKDOWN_HTML;
    unsigned rows = 1;
    arena_reset(scratch, 0);
    if (!code)
        return 1 + text_columns(markdown_text(scratch, block)) / PROSE_COLUMNS;
    for (size_t i = 0; i < text.len; i++)
        rows += text.at[i] == '\n';
    return rows;
}

static bool ends_with_colon(struct arena *scratch, const struct markdown_block *block)
{
    arena_reset(scratch, 0);
    return slice_ends(markdown_text(scratch, block), S(":"));
}

/* Whether a block must not be parted from the one before it. */
static bool belongs(struct arena *scratch, const struct markdown_block *before,
                    const struct markdown_block *block)
{
    bool list =
        before->kind == MARKDOWN_ITEM &&
        (block->kind == MARKDOWN_ITEM || (block->kind == MARKDOWN_PARAGRAPH && block->level));
    bool quote = before->kind == MARKDOWN_QUOTE && block->kind == MARKDOWN_QUOTE;
    return before->kind == MARKDOWN_HEADING || list || quote || block->kind == MARKDOWN_INDENTED ||
           (before->kind == MARKDOWN_PARAGRAPH && ends_with_colon(scratch, before));
}

/* Cuts prose; adding goes on with the last slide while `open` and there is room. */
static void cut_prose(struct arena *arena, struct arena *scratch, const struct markdown *prose,
                      struct slides *slides)
{
    struct slide *open = NULL;
    unsigned used = 0;
    for (size_t i = 0; i < prose->len; i++) {
        struct markdown_block *block = &prose->at[i];
        if (block->kind == MARKDOWN_FENCED || block->kind == MARKDOWN_BREAK) {
            open = NULL;
            if (block->kind == MARKDOWN_FENCED) {
                struct slide *slide = add_slide(arena, slides, SLIDE_EXAMPLE);
                slide->blocks = block;
                slide->blocks_len = 1;
            }
            continue;
        }
        unsigned rows = rows_of(scratch, block);
        bool held = open && belongs(scratch, &prose->at[i - 1], block);
        unsigned gap = open && block->kind != MARKDOWN_ITEM;
        if (!open || block->kind == MARKDOWN_HEADING ||
            used + gap + rows > (held ? PROSE_ROWS_MOST : PROSE_ROWS)) {
            open = add_slide(arena, slides, SLIDE_PROSE);
            open->blocks = block;
            used = gap = 0;
        }
        open->blocks_len++;
        used += gap + rows;
    }
}

static struct slide *add_of(struct arena *arena, struct slides *slides, enum slide_kind kind,
                            const struct exercise *exercise, uint32_t round)
{
    struct slide *slide = add_slide(arena, slides, kind);
    slide->exercise = exercise;
    slide->variants = exercise->usable ? task_variants(exercise) : 1;
    slide->variant = round % slide->variants;
    return slide;
}

static void cut_exercise(struct arena *arena, struct arena *scratch,
                         const struct exercise *exercise, uint32_t round, struct slides *slides)
{
    struct faults faults = {.arena = scratch};
    struct task task;
    if (!exercise->usable) {
        add_of(arena, slides, SLIDE_BROKEN, exercise, round);
        return;
    }
    if (exercise->kind != EXERCISE_PREDICT && exercise->kind != EXERCISE_ORIGIN) {
        add_of(arena, slides, SLIDE_TASK, exercise, round);
        return;
    }
    arena_reset(scratch, 0);
    task_make(scratch, &faults, exercise, round % task_variants(exercise), &task);
    size_t asks = task.asks.len;
    add_of(arena, slides, SLIDE_OPENING, exercise, round);
    for (size_t ask = 0; ask < asks; ask++) {
        struct slide *slide = add_of(arena, slides, SLIDE_ROUND, exercise, round);
        slide->ask = ask;
        slide->asks = asks;
        slides->rounds++;
    }
}

void slides_make(struct arena *arena, struct arena *scratch, const struct lesson *lesson,
                 size_t position, uint32_t round, struct slides *slides)
{
    *slides = (struct slides){.lesson = lesson, .position = position};
    add_slide(arena, slides, SLIDE_TITLE);
    cut_prose(arena, scratch, &lesson->prose, slides);
    for (size_t i = 0; i < lesson->exercises.len; i++)
        cut_exercise(arena, scratch, &lesson->exercises.at[i], round, slides);
    add_slide(arena, slides, SLIDE_END);
    for (size_t i = 0; i < slides->len; i++)
        measure(scratch, &slides->at[i]);
}

/* ---- Steps */

enum slide_part slide_part(const struct slide *slide, unsigned step, unsigned *frame)
{
    *frame = 0;
    if (!step || step >= slide->steps)
        return SLIDE_FIRST;
    if (slide->kind == SLIDE_TASK)
        return SLIDE_ANSWER;
    /* an example shows the merge first, a round what runs */
    unsigned first = slide->kind == SLIDE_EXAMPLE ? 1 : 2;
    if (step >= first && step < first + slide->frames) {
        *frame = step - first;
        return SLIDE_MERGE;
    }
    return slide->kind == SLIDE_ROUND && step >= first ? SLIDE_SOLVED : SLIDE_RUNS;
}

unsigned slide_step(const struct slide *slide, enum slide_part part)
{
    unsigned frame;
    for (unsigned step = 1; step < slide->steps; step++)
        if (slide_part(slide, step, &frame) == part)
            return step;
    return 0;
}

/* ---- Lines: images and a run line */

/* Whether a Dockerfile has a line FROM name. */
static bool stands_on(struct slice text, struct slice name)
{
    while (text.len) {
        struct slice line;
        slice_cut(text, '\n', &line, &text);
        line = trimmed(line);
        if (slice_equal_fold(next_word(&line), S("FROM")) && slice_equal(next_word(&line), name))
            return true;
    }
    return false;
}

/* Which images a line is about: the one that it names, and those below that one; all when it names
 * none of them, or is not asked yet. Behind the given ones stands the learner's own. */
static bool *images_of(struct arena *arena, const struct matter *matter)
{
    const struct task *task = &matter->task;
    size_t own = task->images.len;
    bool *shown = arena_take_zero(arena, own + 1, sizeof *shown), any = false;
    bool asked = matter->answer && matter->answer->has_request;
    struct slice name = asked ? matter->answer->request.image.text : S("");
    for (size_t i = own + 1; i-- > 0;) {
        struct slice of = i < own ? task->images.at[i].name : task->exercise->image;
        shown[i] = slice_equal(of, name);
        for (size_t k = i + 1; k <= own && !shown[i]; k++)
            shown[i] =
                shown[k] && stands_on(k < own ? task->images.at[k].dockerfile : task->given, of);
        any = any || shown[i];
    }
    for (size_t i = 0; i <= own && !any; i++)
        shown[i] = true;
    return shown;
}

/* With their names where the exercise has several. */
static void add_images(const struct page_view *view, const struct matter *matter)
{
    const struct task *task = &matter->task;
    size_t own = task->images.len;
    const bool *shown = images_of(view->report->arena, matter);
    for (size_t i = 0; i <= own; i++) {
        const struct words_args args = {.word = i < own ? task->images.at[i].name
                                                        : task->exercise->image};
        if (!shown[i])
            continue;
        report_gap(view->report);
        if (own)
            add_faint(view, say(view, WORDS_LEARN_IMAGE, &args));
        page_lines(view, i < own ? task->images.at[i].dockerfile
                                 : scene_front(view->report->arena, task->given, S("")));
    }
}

static void add_run(const struct page_view *view, struct slice run)
{
    report_gap(view->report);
    report_line(view->report, REPORT_TEXT, INDENT);
    report_pad(view->report, INDENT - 2, INDENT - 2);
    report_add(view->report, ROLE_PROMPT, S("$"));
    report_add(view->report, ROLE_PLAIN, S(" "));
    report_add(view->report, ROLE_TYPED, run);
}

/* ---- Lines: parts */

/* Docker's message up to its first empty line: what follows is its usage. */
static struct slice gist_of(struct slice message)
{
    for (size_t i = 0; i + 1 < message.len; i++)
        if (message.at[i] == '\n' && message.at[i + 1] == '\n')
            return slice_first(message, i);
    return trimmed(message);
}

/* A line moved to the right, where it wraps too. */
static void inset(struct report *report, struct report_line *line)
{
    struct report_line moved = {.kind = line->kind, .indent = INDENT};
    *list_add(report->arena, &moved) = (struct report_piece){S("    "), ROLE_PLAIN};
    for (size_t i = 0; i < line->len; i++)
        *list_add(report->arena, &moved) = line->at[i];
    *line = moved;
}

/* What runs with its letters; quotes tell the boundaries, so the array is left out. */
static void add_runs(const struct page_view *view, const struct answer *answer)
{
    struct report *report = view->report;
    if (answer && answer->has_plan) {
        size_t words = report->len;
        report_vector(report, answer->plan.argv, answer->plan.argv_len);
        report->len = words + 2;
        for (size_t i = words; i < report->len; i++)
            inset(report, &report->at[i]);
        return;
    }
    report_line(report, REPORT_TEXT, 0);
    if (!answer || answer->is_unknown) {
        report_add(report, ROLE_PLAIN, say(view, WORDS_LEARN_OPEN, NULL));
        return;
    }
    report_add(report, ROLE_BAD, say(view, WORDS_NOTHING_STARTS, NULL));
    report_text(report, ROLE_PLAIN, 0, gist_of(answer->failure.message));
}

static void add_question(const struct page_view *view, const struct slide *slide)
{
    bool origin = slide->kind == SLIDE_ROUND && slide->exercise->kind == EXERCISE_ORIGIN;
    add_title(view, say(view, origin ? WORDS_PRESENT_ORIGINS : WORDS_PRESENT_WHAT_RUNS, NULL));
    if (origin)
        report_text(view->report, ROLE_FAINT, 0, say(view, WORDS_PRESENT_LETTERS, NULL));
}

static void add_part(const struct page_view *view, const struct slide *slide,
                     const struct matter *matter, enum slide_part part, unsigned frame)
{
    switch (part) {
    case SLIDE_FIRST: add_question(view, slide); break;
    case SLIDE_MERGE:
        report_gap(view->report);
        report_merge_frame(view->report, matter->answer, frame);
        break;
    case SLIDE_RUNS:
    case SLIDE_SOLVED:
        add_title(view, say(view, WORDS_LEARN_WHAT_RUNS, NULL));
        add_runs(view, matter->answer);
        if (part == SLIDE_SOLVED) {
            report_gap(view->report);
            page_prose(view, &matter->task.solved, 0);
        }
        break;
    case SLIDE_ANSWER: page_answer(view, &matter->task); break;
    }
}

/* ---- Lines: slides */

static void add_lesson_title(const struct page_view *view, const struct slides *slides)
{
    struct arena *arena = view->report->arena;
    const struct words_args lesson = {.word = words_digits(arena, slides->position)};
    const struct words_args counts = {.word = words_digits(arena, slides->len),
                                      .number = (uint32_t)slides->rounds};
    if (slides->position)
        add_faint(view, say(view, WORDS_PRESENT_LESSON, &lesson));
    report_line(view->report, REPORT_TEXT, 0);
    report_add(view->report, ROLE_TITLE, slides->lesson->title);
    report_gap(view->report);
    add_faint(view,
              say(view, slides->rounds ? WORDS_PRESENT_COUNTS : WORDS_PRESENT_COUNT, &counts));
}

static void add_end(const struct page_view *view, const struct slides *slides)
{
    const struct words_args args = {
        .word = slides->position ? words_digits(view->report->arena, slides->position) : S("start"),
        .other = slides->lesson->title};
    report_line(view->report, REPORT_TEXT, 0);
    report_add(view->report, ROLE_TITLE, say(view, WORDS_PRESENT_END, &args));
    report_gap(view->report);
    report_text(view->report, ROLE_PLAIN, 0, say(view, WORDS_PRESENT_ALONE, &args));
}

static void add_broken(const struct page_view *view, const struct exercise *exercise)
{
    page_prose(view, &exercise->prose, 0);
    report_gap(view->report);
    report_text(view->report, ROLE_WARN, 0, say(view, WORDS_PRESENT_BROKEN, NULL));
}

/* The lines that all steps of a slide have in common; false: all there is on it. */
static bool add_lines(const struct page_view *view, const struct slides *slides,
                      const struct slide *slide, const struct matter *matter)
{
    const struct markdown prose = {slide->blocks, slide->blocks_len, slide->blocks_len};
    switch (slide->kind) {
    case SLIDE_TITLE: add_lesson_title(view, slides); break;
    case SLIDE_END: add_end(view, slides); break;
    case SLIDE_BROKEN: add_broken(view, slide->exercise); break;
    case SLIDE_PROSE: page_prose(view, &prose, 0); break;
    case SLIDE_OPENING:
        page_prose(view, &matter->task.prose, 0);
        add_images(view, matter);
        break;
    case SLIDE_TASK: page_task(view, &matter->task); break;
    case SLIDE_EXAMPLE:
        page_lines(view, matter->lines);
        add_run(view, matter->run);
        return true;
    case SLIDE_ROUND:
        add_images(view, matter);
        add_run(view, matter->run);
        return true;
    }
    return false;
}

size_t slides_report(const struct page_view *view, const struct slides *slides, size_t at,
                     unsigned step)
{
    const struct slide *slide = &slides->at[at];
    struct matter matter;
    unsigned frame;
    enum slide_part part = slide_part(slide, step, &frame);
    matter_make(view->report->arena, slide, &matter);
    if (part == SLIDE_ANSWER) {
        add_part(view, slide, &matter, part, frame);
        return 0;
    }
    if (!add_lines(view, slides, slide, &matter))
        return 0;
    size_t focus = view->report->len;
    add_part(view, slide, &matter, part, frame);
    return part == SLIDE_FIRST ? 0 : focus;
}

static void add_claim(const struct page_view *view, const struct claim *claim)
{
    struct buffer words = {.arena = view->report->arena};
    quote_shell_words(&words, &claim->argv);
    report_line(view->report, REPORT_TEXT, 2 * INDENT);
    report_pad(view->report, INDENT, INDENT);
    report_add(view->report, ROLE_PLAIN,
               claim->nothing    ? say(view, WORDS_NOTHING_STARTS, NULL)
               : claim->argv.len ? buffer_slice(&words)
                                 : claim->said);
}

static void add_wrong(const struct page_view *view, const struct slide *slide,
                      const struct matter *matter, const struct wrong *wrong)
{
    struct report *report = view->report;
    if (slide->kind == SLIDE_ROUND)
        add_claim(view, claim_of(wrong, matter->run));
    else if (wrong->claims.len) {
        for (size_t i = 0; i < wrong->claims.len; i++) {
            report_line(report, REPORT_TEXT, 2 * INDENT);
            report_pad(report, INDENT, INDENT);
            report_add(report, ROLE_TYPED, wrong->claims.at[i].asked);
            report_add(report, ROLE_FAINT, S("  "));
            report_add(report, ROLE_PLAIN, wrong->claims.at[i].said);
        }
    } else
        report_text(report, ROLE_TYPED, INDENT, wrong->text);
    report_gap(report);
    page_prose(view, &wrong->reply, 0);
}

size_t slides_wrong(const struct page_view *view, const struct slides *slides, size_t at,
                    unsigned n)
{
    const struct slide *slide = &slides->at[at];
    struct arena *arena = view->report->arena;
    struct matter matter;
    matter_make(arena, slide, &matter);
    const struct wrong *wrong = wrong_at(slide, &matter, n);
    const struct words_args args = {.word = words_digits(arena, n),
                                    .other = slide->wrongs > 1 ? words_digits(arena, slide->wrongs)
                                                               : S("")};
    bool round = slide->kind == SLIDE_ROUND;
    if (round)
        add_lines(view, slides, slide, &matter);
    size_t focus = view->report->len;
    add_title(view, say(view, round ? WORDS_PRESENT_SOME_SAY : WORDS_PRESENT_SOME_WRITE, &args));
    if (wrong)
        add_wrong(view, slide, &matter, wrong);
    return focus;
}

void slides_handout(const struct page_view *view, const struct slides *slides, size_t at)
{
    const struct slide *slide = &slides->at[at];
    struct matter matter;
    matter_make(view->report->arena, slide, &matter);
    add_lines(view, slides, slide, &matter);
    for (unsigned step = 1, frame; step < slide->steps; step++) {
        enum slide_part part = slide_part(slide, step, &frame);
        if (part == SLIDE_SOLVED) { /* what runs was told in front of the merge */
            report_gap(view->report);
            page_prose(view, &matter.task.solved, 0);
        } else
            add_part(view, slide, &matter, part, frame);
    }
}

struct slice slides_title(struct arena *arena, const struct slides *slides, size_t at)
{
    const struct slide *slide = &slides->at[at];
    struct matter matter;
    if (!slide->exercise)
        return slides->lesson->title;
    if (slide->kind == SLIDE_BROKEN)
        return slide->exercise->title;
    matter_make(arena, slide, &matter);
    return matter.task.title;
}

struct slice slides_round(struct arena *arena, const struct slides *slides, size_t at)
{
    const struct slide *slide = &slides->at[at];
    const struct words_args args = {.word = words_digits(arena, slide->ask + 1),
                                    .other = words_digits(arena, slide->asks)};
    if (slide->kind != SLIDE_ROUND || slide->asks < 2)
        return S("");
    return TEXT(arena, S(" ("), words_say(arena, WORDS_VIEW_OF, &args), S(")"));
}
