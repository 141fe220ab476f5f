/* From the blocks of a Markdown file to a lesson. See lesson.h.
 *
 * In: the bytes of a file. Out: title, prose, exercises with their parts, and a fault for each
 * thing that the format does not know or misses. What a part's text means is not looked at here. */
#include "app/course/lesson.h"

#include "app/course/fields.h"
#include "app/course/rows.h"

enum { LESSON_SIZE_MAX = 1 << 20 };

/* ---- The file */

struct lesson_reading {
    struct arena *arena;
    struct faults *faults;
    struct lesson *lesson;
    struct exercise *exercise;  /* the one being read, null before the first */
    bool has_fields;            /* its block exercise was read */
    struct part *awaits;        /* a wrong whose reply comes next; it is the last part */
    struct course_reply *about; /* of replies.md: what the reply that comes next is about */
};

static void fail(struct lesson_reading *reading, uint32_t line, enum words_id id, struct slice word)
{
    fault_word(reading->faults, line, id, word, S(""));
}

/* ---- A fenced block */

/* What may stand behind a block's name: a name for given and wrong, when, hidden. */
static void read_words(struct lesson_reading *reading, struct part *part, struct slice words)
{
    bool takes_name = part->block == BLOCK_GIVEN || part->block == BLOCK_WRONG;
    struct slice word = next_word(&words);
    if (part->block == BLOCK_CHECK && slice_equal(word, S("hidden"))) {
        part->hidden = true;
        word = next_word(&words);
    } else if (takes_name) {
        part->name = word;
        word = next_word(&words);
        part->when = part->block == BLOCK_WRONG && slice_equal(word, S("when"));
        word = part->when ? next_word(&words) : word;
    }
    if (word.len)
        fault_word(reading->faults, part->line, WORDS_LESSON_BLOCK_WORDS, word,
                   block_name(part->block));
    if (part->block == BLOCK_WRONG && !part->name.len)
        fail(reading, part->line, WORDS_LESSON_NAME_MISSING, S("wrong"));
}

static void check_name(struct lesson_reading *reading, const struct part *part)
{
    const struct parts *parts = &reading->exercise->parts;
    for (size_t i = 0; part->name.len && i < parts->len; i++)
        if (&parts->at[i] != part && parts->at[i].block == part->block &&
            slice_equal(parts->at[i].name, part->name))
            fault_word(reading->faults, part->line, WORDS_LESSON_NAME_TWICE, part->name,
                       block_name(part->block));
}

static void add_part(struct lesson_reading *reading, enum block block, struct slice words,
                     const struct markdown_block *at)
{
    struct exercise *exercise = reading->exercise;
    if (exercise->parts.len == PARTS_MAX) {
        fault_add(reading->faults, at->line, WORDS_LESSON_TOO_MANY,
                  &(struct words_args){.number = PARTS_MAX});
        return;
    }
    struct part *part = list_add(reading->arena, &exercise->parts);
    *part = (struct part){.block = block, .text = at->text, .line = at->line};
    read_words(reading, part, words);
    check_name(reading, part);
    if (block == BLOCK_WRONG)
        reading->awaits = part;
    if (block == BLOCK_VARY)
        vary_read(reading->arena, reading->faults, at->text, at->line, &exercise->varies);
}

static void read_exercise_block(struct lesson_reading *reading, enum block block,
                                struct slice words, const struct markdown_block *at)
{
    if (block == BLOCK_EXAMPLE || block == BLOCK_PLAN)
        fail(reading, at->line, WORDS_LESSON_BLOCK_INSIDE, block_name((enum block)block));
    else if (block != BLOCK_EXERCISE && !reading->has_fields)
        fail(reading, at->line, WORDS_LESSON_BLOCK_BEFORE, block_name((enum block)block));
    else if (block == BLOCK_EXERCISE && reading->has_fields)
        fault_word(reading->faults, at->line, WORDS_LESSON_NAME_TWICE, S("exercise"), S("block"));
    else if (block == BLOCK_EXERCISE) {
        reading->has_fields = true;
        fields_read(reading->arena, reading->faults, at->text, at->line, reading->exercise);
    } else {
        add_part(reading, block, words, at);
    }
}

static void fail_block(struct lesson_reading *reading, struct slice name, uint32_t line)
{
    struct slice names[BLOCK_COUNT];
    for (unsigned i = 0; i < BLOCK_COUNT; i++)
        names[i] = block_name((enum block)i);
    if (!name.len)
        fail(reading, line, WORDS_LESSON_BLOCK_UNNAMED, name);
    else
        fault_word(reading->faults, line, WORDS_LESSON_BLOCK_UNKNOWN, name,
                   nearest(name, names, BLOCK_COUNT, true));
}

static void read_fence(struct lesson_reading *reading, const struct markdown_block *at)
{
    struct slice words = at->info, name = next_word(&words);
    unsigned block = 0;
    while (block < BLOCK_COUNT && !slice_equal(block_name((enum block)block), name))
        block++;
    if (block == BLOCK_COUNT)
        fail_block(reading, name, at->line);
    else if (reading->exercise)
        read_exercise_block(reading, (enum block)block, words, at);
    else if (block == BLOCK_EXAMPLE)
        *list_add(reading->arena, &reading->lesson->prose) = *at;
    else if (block == BLOCK_PLAN && reading->lesson->role == LESSON_PLAN) {
        reading->lesson->has_plan = true;
        plan_read(reading->arena, reading->faults, at->text, at->line, &reading->lesson->plan);
    } else
        fail(reading, at->line, WORDS_LESSON_BLOCK_OUTSIDE, name);
}

/* ---- Headings, replies, prose */

/* How often each block stands in the exercise, against the table of kinds. */
static void count_blocks(struct lesson_reading *reading)
{
    struct exercise *exercise = reading->exercise;
    for (unsigned block = 0; block <= BLOCK_VARY; block++) {
        size_t least, most;
        block_counts(exercise->kind, (enum block)block, &least, &most);
        size_t n = 0, i = 0;
        const struct part *part;
        struct words_args args = {.word = block_name((enum block)block),
                                  .other = exercise_kind_name(exercise->kind),
                                  .number = (uint32_t)most};
        while ((part = exercise_part(exercise, (enum block)block, &i))) {
            bool counts = !part->hidden && !(block == BLOCK_GIVEN && part->name.len);
            n += counts;
            bool over = counts ? n > most : most == 0 && block == BLOCK_CHECK;
            if (over)
                fault_add(reading->faults, part->line,
                          most ? WORDS_LESSON_BLOCK_MANY : WORDS_LESSON_BLOCK_NOT_HERE, &args);
            exercise->usable = exercise->usable && !over;
        }
        args.number = (uint32_t)least;
        if (n < least)
            fault_add(reading->faults, exercise->line, WORDS_LESSON_BLOCK_FEW, &args);
        exercise->usable = exercise->usable && n >= least;
    }
}

/* Golf on the line is answered as run is: the image is given. */
static void close_exercise(struct lesson_reading *reading)
{
    struct exercise *exercise = reading->exercise;
    if (!exercise)
        return;
    if (!reading->has_fields)
        fail(reading, exercise->line, WORDS_LESSON_NO_FIELDS, exercise->title);
    exercise->usable = reading->has_fields && exercise->kind < EXERCISE_KIND_COUNT;
    if (exercise->usable)
        count_blocks(reading);
    if (exercise->usable && !exercise->prose.len)
        fail(reading, exercise->line, WORDS_LESSON_NO_TASK, exercise->title);
    reading->exercise = NULL;
}

static void fail_awaited(struct lesson_reading *reading)
{
    if (reading->awaits && !reading->awaits->reply.len)
        fail(reading, reading->awaits->line, WORDS_LESSON_WRONG_NO_REPLY, reading->awaits->name);
    if (reading->about && !reading->about->reply.len)
        fail(reading, reading->about->line, WORDS_LESSON_RULE_NO_REPLY,
             course_reply_name(reading->arena, reading->about));
    reading->awaits = NULL;
    reading->about = NULL;
}

struct slice course_reply_name(struct arena *arena, const struct course_reply *reply)
{
    return reply->failure == ENDS_RUNS ? rule_name(reply->rule)
                                       : TEXT(arena, S("fails "), ending_name(reply->failure));
}

static void open_exercise(struct lesson_reading *reading, struct slice title, uint32_t line)
{
    reading->exercise = list_add(reading->arena, &reading->lesson->exercises);
    reading->has_fields = false;
    *reading->exercise = (struct exercise){
        .title = title, .line = line, .kind = EXERCISE_KIND_COUNT, .image = S("p")};
}

/* `fails KIND`, or the name of a rule. */
static void open_reply(struct lesson_reading *reading, struct slice name, uint32_t line)
{
    struct slice rest = name;
    bool fails = slice_equal(next_word(&rest), S("fails"));
    enum ending failure = fails ? failure_named(rest) : ENDS_RUNS;
    enum rule rule = fails ? RULE_COUNT : rule_of(name);
    if (fails && failure == ENDS_RUNS) {
        fail(reading, line, WORDS_LESSON_FAILURE_UNKNOWN, rest);
        return;
    }
    if (!fails && rule == RULE_COUNT) {
        struct slice names[RULE_COUNT];
        for (unsigned i = 0; i < RULE_COUNT; i++)
            names[i] = rule_name((enum rule)i);
        fault_word(reading->faults, line, WORDS_LESSON_RULE_UNKNOWN, name,
                   nearest(name, names, RULE_COUNT, true));
        return;
    }
    reading->about = list_add(reading->arena, &reading->lesson->replies);
    *reading->about = (struct course_reply){.rule = rule, .failure = failure, .line = line};
}

static void read_heading(struct lesson_reading *reading, const struct markdown_block *block)
{
    struct lesson *lesson = reading->lesson;
    struct slice text = markdown_text(reading->arena, block);
    fail_awaited(reading);
    if (block->level == 1 && lesson->title.len)
        fail(reading, block->line, WORDS_LESSON_TITLE_TWICE, text);
    else if (block->level == 1)
        lesson->title = text;
    else if (block->level == 2 && lesson->role == LESSON_REPLIES)
        open_reply(reading, text, block->line);
    else if (block->level == 2 && lesson->role != LESSON_PLAN) {
        close_exercise(reading);
        open_exercise(reading, text, block->line);
    } else
        *list_add(reading->arena, reading->exercise ? &reading->exercise->prose : &lesson->prose) =
            *block;
}

/* The quote right behind a wrong, or behind a heading of replies.md. All paragraphs of one quote.
 */
static bool takes_quote(struct lesson_reading *reading, const struct markdown_block *block)
{
    struct markdown *reply = reading->awaits  ? &reading->awaits->reply
                             : reading->about ? &reading->about->reply
                                              : NULL;
    if (!reply || block->kind != MARKDOWN_QUOTE ||
        (reply->len && reply->at[0].group != block->group))
        return false;
    *list_add(reading->arena, reply) = *block;
    return true;
}

static void read_block(struct lesson_reading *reading, const struct markdown_block *block)
{
    if (takes_quote(reading, block))
        return;
    if (reading->awaits && reading->awaits->reply.len)
        reading->awaits = NULL;
    if (block->kind == MARKDOWN_HEADING) {
        read_heading(reading, block);
        return;
    }
    fail_awaited(reading);
    if (block->kind == MARKDOWN_FENCED)
        read_fence(reading, block);
    else
        *list_add(reading->arena,
                  reading->exercise ? &reading->exercise->prose : &reading->lesson->prose) = *block;
}

/* ---- Names and bytes */

static struct slice base_name(struct slice file)
{
    for (size_t i = file.len; i > 0; i--)
        if (file.at[i - 1] == '/')
            return slice_after(file, i);
    return file;
}

enum lesson_role lesson_role_of(struct slice file)
{
    static const struct {
        struct slice name;
        enum lesson_role role;
    } names[] = {{S_INIT("start.md"), LESSON_START},
                 {S_INIT("replies.md"), LESSON_REPLIES},
                 {S_INIT("README.md"), LESSON_NO_ROLE}};
    uint32_t number;
    file = base_name(file);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_equal(names[i].name, file))
            return names[i].role;
    bool numbered = file.len > 6 && file.at[2] == '-' && number_of(slice_first(file, 2), &number);
    return numbered ? LESSON_NUMBERED : LESSON_PLAN;
}

void lesson_name(struct slice file, enum lesson_role *role, unsigned *number, struct slice *slug)
{
    struct slice name = base_name(file);
    uint32_t digits = 0;
    *role = lesson_role_of(file);
    if (slice_ends(name, S(".md")))
        name.len -= 3;
    if (*role == LESSON_NUMBERED) {
        number_of(slice_first(name, 2), &digits);
        name = slice_after(name, 3);
    }
    *number = digits;
    *slug = name;
}

/* Bytes that have no place in a lesson; false when it is not to be read on. */
static bool check_bytes(struct faults *faults, struct slice bytes)
{
    uint32_t line = 1;
    if (bytes.len > LESSON_SIZE_MAX) {
        fault_add(faults, 0, WORDS_LESSON_TOO_LARGE, NULL);
        return false;
    }
    if (!utf8_valid(bytes))
        fault_add(faults, 0, WORDS_LESSON_NOT_UTF8, NULL);
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char c = (unsigned char)bytes.at[i];
        if ((c < ' ' && c != '\n' && c != '\t' && c != '\r') || c == 0x7F)
            fault_add(faults, line, WORDS_LESSON_CONTROL, NULL);
        line += c == '\n';
    }
    return true;
}

static void check_whole(struct lesson_reading *reading)
{
    struct lesson *lesson = reading->lesson;
    bool has_exercises = lesson->role == LESSON_NUMBERED || lesson->role == LESSON_START;
    if (!lesson->title.len)
        fail(reading, 1, WORDS_LESSON_NO_TITLE, lesson->slug);
    if (has_exercises && !lesson->exercises.len)
        fail(reading, 1, WORDS_LESSON_NO_EXERCISE, lesson->slug);
    if (lesson->role == LESSON_PLAN && !lesson->has_plan)
        fail(reading, 0, WORDS_LESSON_FILE_NAME, base_name(lesson->file));
    for (size_t i = 0; i < lesson->exercises.len; i++)
        lesson->exercises.at[i].lesson = lesson;
}

void lesson_read(struct arena *arena, struct arena *scratch, struct slice file, struct slice bytes,
                 struct faults *faults, struct lesson *lesson)
{
    struct lesson_reading reading = {.arena = arena, .faults = faults, .lesson = lesson};
    struct markdown markdown = {0};
    *lesson = (struct lesson){.file = file};
    lesson_name(file, &lesson->role, &lesson->number, &lesson->slug);
    if (!check_bytes(faults, bytes))
        return;
    markdown_read(arena, scratch, bytes, &markdown);
    for (size_t i = 0; i < markdown.len; i++)
        read_block(&reading, &markdown.at[i]);
    fail_awaited(&reading);
    close_exercise(&reading);
    check_whole(&reading);
}
