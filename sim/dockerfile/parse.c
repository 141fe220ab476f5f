/* The whole of a Dockerfile. A text goes in, a list of checked instructions comes out, with what
 * BuildKit would say first where something is wrong.
 *
 * Models BuildKit's order of work: its parser over all lines, then its instruction pass over all
 * instructions. */
#include "sim/dockerfile/parse.h"

#include "sim/dockerfile/heredoc.h"
#include "sim/dockerfile/operand.h"
#include "sim/dockerfile/refusal.h"
#include "sim/ground/utf8.h"

/* A reading under way. Of a trigger, `at` is the origin of everything in it. */
struct parser {
    struct arena *arena;
    struct line_reader reader;
    struct dockerfile *dockerfile;
    const struct origin *at;
};

static bool fail(struct parser *parser, struct slice message, uint32_t first, uint32_t last)
{
    build_failure(parser->arena, &parser->dockerfile->failure, message, first, last);
    return false;
}

/* A place for the next instruction. The list of a large file is made as long as what was read of it
 * lets expect, so that it is moved a few times only. */
static struct instruction *add_instruction(struct parser *parser)
{
    struct dockerfile *dockerfile = parser->dockerfile;
    if (dockerfile->len == dockerfile->cap) {
        size_t total = parser->reader.text->bytes.len;
        size_t done = (size_t)(parser->reader.at - parser->reader.text->bytes.at);
        size_t cap = total / 32 < 60 ? total / 32 + 4 : 64;
        if (dockerfile->len) {
            cap = dockerfile->len +
                  (size_t)((double)dockerfile->len * ((double)(total - done) / (double)done) * 1.1);
            cap += dockerfile->len / 4 + 4;
        }
        struct instruction *at = arena_array(parser->arena, struct instruction, cap);
        if (dockerfile->len)
            memcpy(at, dockerfile->instructions, dockerfile->len * sizeof *at);
        dockerfile->instructions = at;
        dockerfile->cap = cap;
    }
    return dockerfile->instructions + dockerfile->len;
}

/* Whether heredocs are looked for: in ADD, COPY, RUN and an ONBUILD of these, without JSON. */
static bool may_have_heredocs(const struct instruction *instruction)
{
    enum keyword keyword = instruction->keyword;
    if (keyword == KEYWORD_ONBUILD && instruction->words.len)
        keyword = keyword_of(instruction->words.at[0].text);
    return !instruction->exec_form &&
           (keyword == KEYWORD_ADD || keyword == KEYWORD_COPY || keyword == KEYWORD_RUN);
}

/* Whether << stands in a line: only then is it worth lexing. */
static bool has_mark(struct slice s)
{
    for (size_t i = slice_find(s, '<'); i + 1 < s.len;) {
        if (s.at[i + 1] == '<')
            return true;
        i += 1 + slice_find(slice_after(s, i + 1), '<');
    }
    return false;
}

/* An ONBUILD keeps its heredocs in the text of the trigger: body and name behind the line. */
static void add_to_trigger(struct arena *arena, struct instruction *instruction,
                           const struct heredoc_list *heredocs)
{
    struct buffer text = {.arena = arena};
    buffer_put(&text, instruction->trigger);
    for (size_t i = 0; i < heredocs->len; i++) {
        buffer_byte(&text, '\n');
        buffer_put(&text, heredocs->at[i].body.text);
        buffer_put(&text, heredocs->at[i].name);
    }
    instruction->trigger = buffer_slice(&text);
}

/* Where the line that was read last ends, without its CR and LF. */
static uint32_t end_of_line(const struct line_reader *reader)
{
    struct slice bytes = reader->text->bytes;
    size_t end = (size_t)(reader->at - bytes.at);
    while (end && (bytes.at[end - 1] == '\n' || bytes.at[end - 1] == '\r'))
        end--;
    return (uint32_t)end;
}

/* Reads the bodies behind a line, in the order of their words. */
static bool read_heredocs(struct parser *parser, const struct logical_line *line,
                          struct instruction *instruction)
{
    struct line_reader *reader = &parser->reader;
    struct heredoc_list heredocs;
    struct slice error;
    if (!heredocs_of_line(parser->arena, line->text, &heredocs, &error))
        return fail(parser, error, line->first_line, line->last_line);
    if (heredocs.len == 0)
        return true;
    for (size_t i = 0; i < heredocs.len; i++) {
        struct heredoc *heredoc = heredocs.at + i;
        if (!source_heredoc(reader, heredoc->name, heredoc->strip_tabs, &heredoc->body))
            return fail(parser, S("unterminated heredoc"), line->first_line, reader->line);
        if (parser->at)
            heredoc->body.origin = *parser->at;
    }
    if (instruction->keyword == KEYWORD_ONBUILD)
        add_to_trigger(parser->arena, instruction, &heredocs);
    else
        instruction->heredocs = heredocs;
    instruction->last_line = reader->line;
    if (!parser->at)
        instruction->at.span.to = end_of_line(reader);
    return true;
}

/* BuildKit cuts the first byte of the comment's line, whatever it is. */
static struct slice comment_text(struct slice line)
{
    return utf8_trim(slice_after(line, 1));
}

/* A logical line becomes the next instruction. The order of the errors is BuildKit's: those of the
 * line first, then those of its heredocs. */
static bool read_instruction(struct parser *parser, struct logical_line *line)
{
    struct dockerfile *dockerfile = parser->dockerfile;
    struct instruction *instruction = add_instruction(parser);
    struct slice message;
    if (parser->at) {
        line->apart = true;
        line->base = NULL;
        line->origin = *parser->at;
    }
    if (line->empty_continuation)
        *list_add(parser->arena, &dockerfile->empty_continuations) = line->last_line;
    if (!instruction_read(parser->arena, line, parser->reader.escape, instruction, &message))
        return fail(parser, message, line->first_line, line->last_line);
    if (line->comment.len &&
        (instruction->keyword == KEYWORD_FROM || instruction->keyword == KEYWORD_ARG))
        instruction->comment = comment_text(line->comment);
    if (may_have_heredocs(instruction) && has_mark(line->text) &&
        !read_heredocs(parser, line, instruction))
        return false;
    dockerfile->len++;
    return true;
}

/* BuildKit's parser: all instructions, unchecked. */
static bool read_all(struct parser *parser, const struct text *text)
{
    struct dockerfile *dockerfile = parser->dockerfile;
    struct line_reader *reader = &parser->reader;
    struct logical_line line;
    source_open(reader, parser->arena, text);
    while (source_next(reader, &line, &dockerfile->failure))
        if (!read_instruction(parser, &line))
            return false;
    dockerfile->escape = reader->escape;
    if (dockerfile->failure.stage != STAGE_NONE)
        return false;
    /* That a line was too long is told last, as BuildKit learns it when nothing more comes. */
    if (dockerfile->len == 0)
        return fail(parser, S("file with no instructions"), reader->line, reader->line);
    if (reader->overlong)
        return fail(parser, S("dockerfile line greater than max allowed size of 65535"),
                    reader->line, reader->line);
    return true;
}

/* Errors of the instruction pass point to all lines of the instruction. */
static bool fail_instruction(struct parser *parser, size_t index, struct slice message)
{
    const struct instruction *instruction = parser->dockerfile->instructions + index;
    parser->dockerfile->reached = REACHED_INSTRUCTION;
    parser->dockerfile->failed = index;
    return fail(parser, message, instruction->first_line, instruction->last_line);
}

/* What the instruction pass puts in front of what is wrong. */
static struct slice with_line(const struct parser *parser, struct slice message,
                              const struct instruction *instruction)
{
    struct buffer text = {.arena = parser->arena};
    uint32_t line = instruction->first_line - parser->reader.text->implied_lines;
    buffer_string(&text, "dockerfile parse error on line ");
    buffer_number(&text, line);
    buffer_string(&text, ": ");
    buffer_put(&text, message);
    return buffer_slice(&text);
}

/* BuildKit's instruction pass: each instruction, and that it stands in a stage. */
static bool check_all(struct parser *parser)
{
    struct dockerfile *dockerfile = parser->dockerfile;
    struct slice message;
    bool in_stage = false;
    for (size_t i = 0; i < dockerfile->len; i++) {
        struct instruction *instruction = dockerfile->instructions + i;
        if (!instruction_check(parser->arena, instruction, &message))
            return fail_instruction(parser, i, with_line(parser, message, instruction));
        in_stage = in_stage || instruction->keyword == KEYWORD_FROM;
        if (!in_stage && instruction->keyword != KEYWORD_ARG)
            return fail_instruction(parser, i, S("no build stage in current context"));
    }
    dockerfile->reached = REACHED_END;
    if (in_stage)
        return true;
    fail(parser, S("dockerfile contains no stages to build"), 0, 0);
    dockerfile->failure.lines_len = 0;
    return false;
}

/* The directives that are looked at before the parser runs. */
static void find_directives(struct slice bytes, struct dockerfile *dockerfile)
{
    struct slice rest;
    dockerfile->has_check = directive_find(bytes, S("check"), &dockerfile->check);
    if (directive_find(bytes, S("syntax"), &dockerfile->syntax))
        slice_cut(dockerfile->syntax, ' ', &dockerfile->syntax, &rest);
}

void parse_dockerfile(struct arena *arena, const struct text *text, struct dockerfile *dockerfile)
{
    struct parser parser = {.arena = arena, .dockerfile = dockerfile};
    *dockerfile = (struct dockerfile){.escape = '\\'};
    if (text->bytes.len == 0) {
        fail(&parser, S("the Dockerfile cannot be empty"), 0, 0);
        dockerfile->failure.lines_len = 0;
        return;
    }
    if (*text->bytes.at == '#' || *text->bytes.at == '\xEF') /* or a byte order mark */
        find_directives(text->bytes, dockerfile);
    if (read_all(&parser, text))
        check_all(&parser);
}

/* The one instruction of a trigger, checked; else what is wrong. */
static struct slice check_trigger(struct arena *arena, struct dockerfile *trigger)
{
    struct slice message = {0};
    if (trigger->failure.stage != STAGE_NONE)
        return trigger->failure.message;
    if (trigger->len != 1)
        return S("onbuild trigger should be a single expression");
    if (instruction_check(arena, trigger->instructions, &message) &&
        trigger->instructions->keyword == KEYWORD_FROM)
        return S("*instructions.Stage is not a command type");
    return message;
}

bool parse_trigger(struct arena *arena, struct slice text, struct origin at, uint32_t first_line,
                   uint32_t last_line, struct instruction *instruction, struct failure *failure)
{
    struct dockerfile trigger = {0};
    struct parser parser = {.arena = arena, .dockerfile = &trigger, .at = &at};
    struct text *source = arena_new(arena, struct text);
    source->bytes = text;
    read_all(&parser, source);
    struct slice message = check_trigger(arena, &trigger);
    if (message.at) {
        build_failure(arena, failure, message, first_line, last_line);
        return false;
    }
    *instruction = *trigger.instructions;
    instruction->first_line = first_line;
    instruction->last_line = last_line;
    return true;
}
