/* Looking at the image and at the last answer in line mode. In: the session's answer. Out: lines;
 * nothing is changed. */
#include "app/command/repl_inside.h"

#include "app/command/look.h"

/* ---- The image */

/* The name that the image goes by on a line of ours. */
static struct slice name_of(const struct session *session)
{
    const struct evaluation *shown = session->shown;
    if (session->image_name.len)
        return session->image_name;
    return shown->image_source == IMAGE_KNOWN && shown->image.len ? shown->image : S("image");
}

static bool has_image(const struct session *session)
{
    return session->editor.lines.len || session->metadata ||
           session->shown->image_source == IMAGE_KNOWN;
}

/* The answer to the bare `docker run IMAGE`, as `pairing show` asks it. */
bool repl_show(struct repl *repl, struct slice rest)
{
    struct arena *arena = repl->report.arena;
    struct evaluation *shown = repl->session->shown;
    (void)rest;
    if (!has_image(repl->session))
        return repl_fail(repl, WORDS_REPL_NO_TEXT, NULL);
    repl_look(repl);
    struct text *line = arena_new(arena, struct text);
    struct answer *answer = arena_new(arena, struct answer);
    struct question question = shown->question;
    struct places places = {.arena = arena,
                            .has_added = shown->places.has_added,
                            .implied = shown->places.implied,
                            .own_lines = shown->places.own_lines,
                            .added_name = shown->places.added_name};
    *line =
        (struct text){SOURCE_LINE, S("line"),
                      TEXT(arena, S("docker run "), quoted_shell(arena, name_of(repl->session)))};
    question.line = line;
    simulate(arena, &question, answer);
    const struct report_view view = {.question = &question,
                                     .answer = answer,
                                     .places = &places,
                                     .image_source = shown->image_source,
                                     .image = shown->image};
    report_image(&repl->report, &view);
    return true;
}

/* A page about the image, where there is one. */
static bool look_at_image(struct repl *repl,
                          bool (*look)(struct report *report, const struct report_view *view))
{
    const struct report_view view = evaluation_view(repl->session->shown);
    if (!has_image(repl->session))
        return repl_fail(repl, WORDS_REPL_NO_TEXT, NULL);
    repl_look(repl);
    return look(&repl->report, &view);
}

bool repl_grid(struct repl *repl, struct slice rest)
{
    (void)rest;
    return look_at_image(repl, look_grid);
}

bool repl_tower(struct repl *repl, struct slice rest)
{
    (void)rest;
    return look_at_image(repl, look_tower);
}

bool repl_surface(struct repl *repl, struct slice rest)
{
    (void)rest;
    return look_at_image(repl, look_surface);
}

bool repl_notes(struct repl *repl, struct slice rest)
{
    const struct report_view view = evaluation_view(repl->session->shown);
    (void)rest;
    repl_look(repl);
    return look_notes(&repl->report, &view);
}

/* ---- The last answer */

bool repl_merge(struct repl *repl, struct slice rest)
{
    const struct report_view view = evaluation_view(repl->session->shown);
    (void)rest;
    return repl_has_answer(repl) && look_merge(&repl->report, &view);
}

bool repl_explain(struct repl *repl, struct slice rest)
{
    const struct report_view view = evaluation_view(repl->session->shown);
    if (rest.len)
        return look_rule(&repl->report, rest);
    return repl_has_answer(repl) && look_explain(&repl->report, &view);
}

/* ---- Where words come from */

static enum words_id letter_words(enum word_from from)
{
    switch (from) {
    case WORD_ENTRYPOINT: return WORDS_VIEW_LETTER_E;
    case WORD_CMD: return WORDS_VIEW_LETTER_C;
    case WORD_RUN: return WORDS_VIEW_LETTER_R;
    case WORD_OPTION: return WORDS_VIEW_LETTER_O;
    case WORD_SHELL: break;
    }
    return WORDS_VIEW_LETTER_S;
}

/* Who can change a word: the first ones are those of the entrypoint, wherever that comes from. */
static enum words_id changed_by(const struct answer *answer, size_t i)
{
    if (i >= answer->plan.entrypoint.len)
        return WORDS_SURFACE_ANYONE;
    return answer->request.entrypoint.set ? WORDS_SURFACE_OPTION : WORDS_SURFACE_FIXED;
}

/* "  3  runserver", the letter, what it means, and the place. */
static void put_word(struct report *report, const struct report_view *view, size_t i)
{
    const struct plan_word *word = &view->answer->plan.argv[i];
    struct buffer number = {.arena = report->arena};
    const char letter[] = {(char)word->from};
    buffer_string(&number, i < 9 ? "  " : i < 99 ? " " : "");
    buffer_number(&number, (int64_t)i + 1);
    buffer_string(&number, "  ");
    report_line(report, REPORT_TEXT, 5);
    report_add(report, ROLE_NUMBER, buffer_slice(&number));
    report_add(report, ROLE_TYPED, report_shell_word(report, word->arg.text));
    report_pad(report, 24, 3);
    report_add(report, ROLE_LABEL, arena_copy(report->arena, (struct slice){letter, 1}));
    report_pad(report, 0, 2);
    report_add(report, ROLE_PLAIN, words_say(report->arena, letter_words(word->from), NULL));
    if (!word->arg.origin.text)
        return;
    struct place place = place_of(view->places, word->arg.origin);
    report_pad(report, 0, 3);
    report_add(report, ROLE_FAINT, report_place(report, &place));
}

/* The word that is asked for: its number, or itself; the number of words when there is none. */
static size_t find_word(const struct exec_plan *plan, struct slice asked)
{
    uint32_t number;
    if (repl_number(asked, &number))
        return number && number <= plan->argv_len ? number - 1 : plan->argv_len;
    size_t i = 0;
    while (i < plan->argv_len && !slice_equal(plan->argv[i].arg.text, asked))
        i++;
    return i;
}

bool repl_why(struct repl *repl, struct slice rest)
{
    const struct report_view view = evaluation_view(repl->session->shown);
    const struct answer *answer = view.answer;
    if (!repl_has_answer(repl))
        return false;
    if (!answer->has_plan || answer->is_unknown)
        return repl_fail(repl, WORDS_REPL_NO_WORDS, NULL);
    if (!rest.len) {
        for (size_t i = 0; i < answer->plan.argv_len; i++)
            put_word(&repl->report, &view, i);
        return true;
    }
    size_t i = find_word(&answer->plan, rest);
    if (i == answer->plan.argv_len) {
        const struct words_args args = {.word = rest, .number = (uint32_t)answer->plan.argv_len};
        return repl_fail(repl, WORDS_REPL_NO_SUCH_WORD, &args);
    }
    put_word(&repl->report, &view, i);
    report_carets(&repl->report, answer->plan.argv[i].arg.origin, 5);
    report_text(&repl->report, ROLE_PLAIN, 5,
                words_say(repl->report.arena, changed_by(answer, i), NULL));
    return true;
}
