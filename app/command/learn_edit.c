/* Line mode: the instruction lines of an exercise, changed by what is typed. See learn.h.
 *
 * In: an instruction, or a line behind its number. Out: the learner's lines anew, printed with
 * their numbers. Of the instructions of which the last one counts a new one takes the place of the
 * one that stands there; all others add to those before them. */
#include "app/command/learn.h"

#include "app/command/look.h"
#include "app/course/rows.h"

/* ---- What is typed */

struct slice learn_typed(const struct learn *learn)
{
    return (struct slice){learn->typed, learn->typed_len};
}

void learn_forget_typed(struct learn *learn)
{
    learn->typed_len = learn->typed_lines = 0;
    learn->emptied = false;
}

bool learn_add_typed(struct learn *learn, struct slice line)
{
    bool first = !learn->typed_lines;
    if (learn->typed_len + line.len + 1 > sizeof learn->typed) {
        learn_say(learn, WORDS_LEARN_TOO_LONG, NULL);
        return false;
    }
    if (!first)
        learn->typed[learn->typed_len++] = '\n';
    if (line.len)
        memcpy(learn->typed + learn->typed_len, line.at, line.len);
    learn->typed_len += line.len;
    learn->typed_lines++;
    return true;
}

struct slice learn_standing(const struct learn *learn)
{
    struct slice last = sitting_text(&learn->walk.sitting);
    if (learn->typed_lines || learn->emptied)
        return learn_typed(learn);
    return last.len ? last : learn->walk.sitting.task.start;
}

void learn_put_answer(struct learn *learn, struct slice text)
{
    const struct task *task = &learn->walk.sitting.task;
    if (task_is_said(task->exercise) || task_asks_line(task->exercise))
        page_lines(&learn->page, text);
    else
        page_own_lines(&learn->page, task, text);
}

/* Whether a line goes on in the next one. */
static bool ends_open(struct slice line)
{
    size_t slashes = 0;
    while (slashes < line.len && line.at[line.len - 1 - slashes] == '\\')
        slashes++;
    return slashes % 2 == 1;
}

struct slice learn_whole(struct learn *learn, struct slice text)
{
    bool more = true;
    learn->open_len = 0;
    while (more) {
        if (learn->open_len + text.len + 1 > sizeof learn->open) {
            learn_say(learn, WORDS_LEARN_TOO_LONG, NULL);
            return S("");
        }
        if (learn->open_len)
            learn->open[learn->open_len++] = '\n';
        memcpy(learn->open + learn->open_len, text.at, text.len);
        learn->open_len += text.len;
        more = ends_open(text) && learn_read(learn, "> ", &text);
        if (more && !text.len) { /* it ends here, and the empty line means what it means anywhere */
            learn->ahead = S("");
            more = false;
        }
    }
    return (struct slice){learn->open, learn->open_len};
}

/* ---- Where a line goes */

/* Bytes that are replaced. */
struct spot {
    size_t from, to;
};

/* Whether the last of these instructions is the one that counts. */
static bool counts_once(enum keyword keyword)
{
    return keyword == KEYWORD_ENTRYPOINT || keyword == KEYWORD_CMD || keyword == KEYWORD_USER ||
           keyword == KEYWORD_WORKDIR || keyword == KEYWORD_SHELL ||
           keyword == KEYWORD_STOPSIGNAL || keyword == KEYWORD_HEALTHCHECK;
}

/* The one instruction of that name in the last stage, with the lines that it goes on in; false when
 * there is none, or more than one. */
static bool find_one(struct slice text, enum keyword keyword, struct spot *spot)
{
    size_t found = 0;
    bool inside = false, of_it = false; /* behind an open line; of one of that name */
    for (struct slice line, rest = text, words; rest.len;) {
        size_t from = text.len - rest.len;
        slice_cut(rest, '\n', &line, &rest);
        bool passed_over = inside && (!trimmed(line).len || *trimmed(line).at == '#');
        words = line;
        if (!inside) {
            enum keyword own = keyword_of(next_word(&words));
            of_it = own == keyword;
            found = own == KEYWORD_FROM ? 0 : found + of_it;
            if (of_it)
                spot->from = from;
        }
        if (of_it)
            spot->to = from + line.len;
        inside = passed_over || ends_open(line);
    }
    return found == 1;
}

/* The learner's lines become these. */
static void set_lines(struct learn *learn, struct slice lines)
{
    if (lines.len + 1 > sizeof learn->typed) {
        learn_say(learn, WORDS_LEARN_TOO_LONG, NULL);
        return;
    }
    learn_forget_typed(learn);
    learn->emptied = !lines.len;
    if (lines.len)
        learn_add_typed(learn, lines);
}

static void put_lines(struct learn *learn)
{
    struct slice lines = learn_standing(learn);
    if (lines.len)
        learn_put_answer(learn, lines);
    else
        learn_say(learn, WORDS_LEARN_EMPTY, NULL);
}

/* Lines with another text in a spot of them. */
static struct slice with(struct arena *arena, struct slice lines, struct spot spot,
                         struct slice text)
{
    return TEXT(arena, slice_first(lines, spot.from), text, slice_after(lines, spot.to));
}

/* "2 CMD …" changes line 2, "2" takes it out, one number more adds a line. The given lines are
 * numbered too, and stay as they are. */
static bool edit_line(struct learn *learn, struct slice text)
{
    struct arena *arena = learn->report.arena;
    struct slice rest = text, word = next_word(&rest), line;
    uint32_t number;
    if (!number_of(word, &number))
        return false;
    struct slice lines = arena_copy(arena, learn_standing(learn)), left = lines;
    uint32_t given = task_lines_before(arena, &learn->walk.sitting.task, lines), at = given;
    struct spot spot = {lines.len, lines.len};
    while (left.len && at < number) {
        spot.from = lines.len - left.len;
        slice_cut(left, '\n', &line, &left);
        spot.to = spot.from + line.len;
        at++;
    }
    const struct words_args args = {.word = word, .line = given + 1};
    bool there = at == number && number > given;
    if (there && !rest.len) { /* with the end of it, or of the line before */
        spot.from -= !left.len && spot.from > 0;
        spot.to += left.len > 0;
    }
    if (there)
        set_lines(learn, with(arena, lines, spot, rest));
    else if (number && number <= given)
        learn_say(learn, WORDS_LEARN_LINE_GIVEN, &args);
    else if (number == at + 1 && rest.len)
        set_lines(learn, TEXT(arena, lines, lines.len ? S("\n") : S(""), rest));
    else
        learn_say(learn, WORDS_LEARN_NO_LINE, &args);
    return true;
}

static void take_instruction(struct learn *learn, struct slice text)
{
    struct arena *arena = learn->report.arena;
    struct slice lines = arena_copy(arena, learn_standing(learn)), rest = text;
    enum keyword keyword = keyword_of(next_word(&rest));
    struct spot spot = {lines.len, lines.len};
    if (counts_once(keyword) && find_one(lines, keyword, &spot))
        set_lines(learn, with(arena, lines, spot, text));
    else
        set_lines(learn, TEXT(arena, lines, lines.len ? S("\n") : S(""), text));
}

/* A word alone that begins no line of a Dockerfile: y, hi. Where there may be a heredoc it is one
 * of its lines. */
static bool is_stray(const struct learn *learn, struct slice text)
{
    struct slice rest = text, word = next_word(&rest);
    return !rest.len && *text.at != '#' && keyword_of(word) == KEYWORD_UNKNOWN &&
           !slice_has(learn_standing(learn), '<');
}

void learn_take_line(struct learn *learn, struct slice text)
{
    const struct words_args args = {.word = text};
    text = arena_copy(learn->report.arena, text);
    if (!edit_line(learn, text)) {
        if (is_stray(learn, text)) {
            learn_say(learn, WORDS_LEARN_NO_INSTRUCTION, &args);
            return;
        }
        take_instruction(learn, text);
    }
    put_lines(learn);
}
