/* Answering the session's question. In: the texts as they stand. Out: an evaluation, which owns
 * copies of them. See session.h; which evaluation is shown is decided in stale.c.
 *
 * An arena keeps its blocks, so that a key takes no memory from the system once the first few are
 * there. */
#include "app/session/inside.h"

#include "app/ground/from.h"
#include "app/ground/heap.h"

#define IMPLIED_FROM "FROM scratch\n"

void evaluation_init(struct evaluation *evaluation)
{
    memset(evaluation, 0, sizeof *evaluation);
    arena_init(&evaluation->arena, &heap);
}

void evaluation_free(struct evaluation *evaluation)
{
    arena_free(&evaluation->arena);
}

/* ---- The texts */

static bool is_blank(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!strchr(" \t\r\n", text.at[i]) || !text.at[i])
            return false;
    return true;
}

/* The Dockerfile, on an implied FROM where it has none. */
static void take_dockerfile(struct session *session, struct evaluation *evaluation)
{
    struct slice text = editor_text(&session->editor), path = slice_of(session->path);
    struct slice name = path.len ? arena_copy(&evaluation->arena, path) : S("Dockerfile");
    bool implied = !text_has_from(text);
    evaluation->implied = implied ? sizeof IMPLIED_FROM - 1 : 0;
    evaluation->implied_lines = implied ? 1 : 0;
    evaluation->dockerfile =
        (struct text){SOURCE_DOCKERFILE, name,
                      arena_join(&evaluation->arena, implied ? S(IMPLIED_FROM) : S(""), text)};
    evaluation->dockerfile.implied_lines = implied ? 1 : 0;
    evaluation->places.has_added = evaluation->places.implied = implied;
    evaluation->places.own_lines = 1;
    evaluation->places.added_name = name;
    evaluation->image_source = implied ? IMAGE_IMPLIED : IMAGE_GIVEN;
    evaluation->question.dockerfile = &evaluation->dockerfile;
}

static void take_metadata(struct session *session, struct evaluation *evaluation)
{
    evaluation->question.image = session->metadata;
    evaluation->image = session->metadata_name;
    evaluation->image_source = IMAGE_GIVEN;
}

static void take_question(struct session *session, struct evaluation *evaluation)
{
    struct question *question = &evaluation->question;
    struct slice line = {session->line, session->line_len};
    *question = (struct question){
        .target = session->target,
        .build_args = session->build_args,
        .build_args_len = session->build_args_len,
        .bases = session->bases ? session->bases : &known_bases,
        .image_name = session->image_name,
        .host = session->host,
        .has_sudo = session->has_sudo,
        .want_warnings = true,
        .want_notes = true,
        .want_outcome = true,
    };
    evaluation->line = (struct text){SOURCE_LINE, S("line"), arena_copy(&evaluation->arena, line)};
    if (!is_blank(line))
        question->line = &evaluation->line;
    if (session->metadata && !session->editor.lines.len)
        take_metadata(session, evaluation);
    else
        take_dockerfile(session, evaluation);
}

/* ---- The answer */

/* Marks the lines that a note or a warning is about. */
static void mark(struct evaluation *evaluation, uint32_t first, uint32_t last)
{
    for (uint32_t line = first; line && line <= last && line <= evaluation->marks_len; line++)
        evaluation->marks[(line - 1) / 8] |= (unsigned char)(1 << (line - 1) % 8);
}

static void mark_lines(struct session *session, struct evaluation *evaluation)
{
    const struct finding_list *notes = &evaluation->answer.notes;
    const struct warning_list *warnings = &evaluation->answer.build.warnings;
    if (!evaluation->question.dockerfile || (!notes->len && !warnings->len))
        return;
    evaluation->marks_len = (uint32_t)lines_count(&session->editor.lines);
    evaluation->marks = arena_take_zero(&evaluation->arena, evaluation->marks_len / 8 + 1, 1);
    for (size_t i = 0; i < notes->len; i++) {
        uint32_t first, last;
        if (evaluation_lines(evaluation, notes->at[i].at, &first, &last))
            mark(evaluation, first, last);
    }
    for (size_t i = 0; i < warnings->len; i++) {
        uint32_t line = evaluation_line(evaluation, warnings->at[i].line);
        mark(evaluation, line, line);
    }
}

/* On an empty pad an image that is known by its name is what the line is about. */
static void answer_known(struct session *session, struct evaluation *evaluation)
{
    const struct answer *answer = &evaluation->answer;
    enum known_shell shell;
    bool named = !session->editor.lines.len && !session->metadata && answer->has_request &&
                 answer->request.verb != VERB_EXEC;
    if (!named ||
        !known_image(&evaluation->arena, answer->request.image.text, &evaluation->known, &shell))
        return;
    evaluation->question.dockerfile = NULL;
    evaluation->question.image = &evaluation->known;
    evaluation->image_source = IMAGE_KNOWN;
    evaluation->images = NULL;
    evaluation->implied = evaluation->implied_lines = 0;
    evaluation->places = (struct places){.arena = &evaluation->arena};
    simulate(&evaluation->arena, &evaluation->question, &evaluation->answer);
}

/* Under the guard. */
static void answer(struct session *session, struct evaluation *evaluation)
{
    if (learning_has_task(session)) {
        learning_question(session, evaluation);
        mark_lines(session, evaluation);
        return;
    }
    take_question(session, evaluation);
    simulate(&evaluation->arena, &evaluation->question, &evaluation->answer);
    answer_known(session, evaluation);
    if (evaluation->answer.has_request)
        evaluation->image = evaluation->answer.request.image.text;
    mark_lines(session, evaluation);
}

/* The answer where there was no memory even for the texts. */
static void refuse(struct evaluation *evaluation)
{
    struct slice why = slice_of(evaluation->arena.why);
    memset(&evaluation->answer, 0, sizeof evaluation->answer);
    evaluation->marks_len = 0;
    evaluation->answer.failure =
        (struct failure){.stage = STAGE_REQUEST, .exit = 1, .message = why};
}

void session_evaluate(struct session *session, struct evaluation *evaluation)
{
    arena_reset(&evaluation->arena, session->editor.lines.len + session->line_len);
    evaluation->places = (struct places){.arena = &evaluation->arena};
    evaluation->question = (struct question){0};
    evaluation->image = (struct slice){0};
    evaluation->images = NULL;
    evaluation->implied = evaluation->implied_lines = evaluation->marks_len = 0;
    evaluation->dockerfile = evaluation->line = (struct text){0};
    evaluation->arena.guard = &evaluation->guard;
    if (setjmp(evaluation->guard) == 0)
        answer(session, evaluation);
    else
        refuse(evaluation);
    evaluation->arena.guard = NULL;
    evaluation->answered = true;
    evaluation->serial = ++session->serial;
}

/* ---- Looking at an evaluation */

struct report_view evaluation_view(struct evaluation *evaluation)
{
    return (struct report_view){.question = &evaluation->question,
                                .answer = &evaluation->answer,
                                .places = &evaluation->places,
                                .image_source = evaluation->image_source,
                                .image = evaluation->image,
                                .file_of = evaluation->images ? scene_file : NULL,
                                .images = evaluation->images};
}

uint32_t evaluation_line(const struct evaluation *evaluation, uint32_t line)
{
    return line > evaluation->implied_lines ? line - evaluation->implied_lines : 0;
}

bool evaluation_lines(struct evaluation *evaluation, struct origin origin, uint32_t *first,
                      uint32_t *last)
{
    if (!origin.text || origin.text != evaluation->question.dockerfile)
        return false;
    struct place place = place_of(&evaluation->places, origin);
    uint32_t before = evaluation->places.implied ? 0 : evaluation->implied_lines;
    *first = place.line > before ? place.line - before : 0;
    *last = place.end_line > before ? place.end_line - before : 0;
    return *first != 0;
}

void session_guard(struct session *session, jmp_buf *guard)
{
    session->evaluations[0].arena.guard = guard;
    session->evaluations[1].arena.guard = guard;
    session->comparison.other.arena.guard = guard;
}

size_t session_notes(const struct session *session, struct session_note *notes, size_t max)
{
    const struct answer *answer = &session->shown->answer;
    size_t ours = answer->notes.len, all = ours + answer->build.warnings.len;
    for (size_t i = 0; i < all && i < max; i++)
        notes[i] = i < ours ? (struct session_note){&answer->notes.at[i], NULL}
                            : (struct session_note){NULL, &answer->build.warnings.at[i - ours]};
    return all;
}

bool session_marks(const struct session *session, uint32_t line)
{
    const struct evaluation *shown = session->shown;
    return line && line <= shown->marks_len && shown->marks[(line - 1) / 8] >> (line - 1) % 8 & 1;
}
