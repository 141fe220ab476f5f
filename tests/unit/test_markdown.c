/* CommonMark to blocks: kinds, lines, runs, and what is hostile. */
#include "tests/unit/unit.h"

#include "app/course/markdown.h"

static const char *const kind_names[] = {
    [MARKDOWN_HEADING] = "heading",   [MARKDOWN_PARAGRAPH] = "paragraph",
    [MARKDOWN_ITEM] = "item",         [MARKDOWN_QUOTE] = "quote",
    [MARKDOWN_INDENTED] = "indented", [MARKDOWN_FENCED] = "fenced",
    [MARKDOWN_BREAK] = "break",       [MARKDOWN_HTML] = "html",
};

static void put_block(struct buffer *out, const struct markdown_block *block)
{
    static const char marks[] = {'\0', '`', '*', '!', '@'};
    buffer_number(out, block->line);
    buffer_byte(out, ' ');
    buffer_string(out, kind_names[block->kind]);
    if (block->kind == MARKDOWN_HEADING || block->kind == MARKDOWN_ITEM) {
        buffer_byte(out, ' ');
        buffer_number(out, block->level);
    }
    if (block->number) {
        buffer_byte(out, '.');
        buffer_number(out, block->number);
    }
    buffer_byte(out, ':');
    if (block->kind == MARKDOWN_FENCED) {
        buffer_byte(out, '<');
        buffer_put(out, block->info);
        buffer_byte(out, '>');
    }
    buffer_put(out, block->text);
    for (size_t i = 0; i < block->len; i++) {
        char mark = marks[block->at[i].style];
        if (mark)
            buffer_byte(out, mark);
        buffer_put(out, block->at[i].text);
        if (mark)
            buffer_byte(out, mark);
        buffer_put(out, block->at[i].link);
    }
    buffer_byte(out, '\n');
}

static const struct {
    const char *name, *text, *blocks;
} rows[] = {
    {"headings and prose", "# A *b*\n\nc `d`\ne\n", "1 heading 1:A *b*\n3 paragraph:c `d` e\n"},
    {"a line break", "a  \nb\n", "1 paragraph:a\nb\n"},
    {"a fence", "```given base\nFROM x\n\n```\n", "1 fenced:<given base>FROM x\n\n"},
    {"a fence of tildes", "~~~ask\nx\n~~~\n", "1 fenced:<ask>x\n"},
    {"an empty fence", "```start\n```\n", "1 fenced:<start>\n"},
    {"an indentation", "a\n\n    CMD x\n", "1 paragraph:a\n3 indented:CMD x\n"},
    {"a quote behind a fence", "```a\n```\n> b\n> c\n", "1 fenced:<a>\n3 quote:b c\n"},
    {"items", "- a\n- b\n\n1. c\n2. d\n", "1 item 1:a\n2 item 1:b\n4 item 1.1:c\n5 item 1.2:d\n"},
    {"a link", "see [there](x.md)\n", "1 paragraph:see @there@x.md\n"},
    {"a comment is gone", "<!-- x -->\n\na\n", "3 paragraph:a\n"},
    {"other HTML is text", "<b>x</b>\n", "1 paragraph:<b>x</b>\n"},
    {"text is one run", "{{A_B}} a-b\n", "1 paragraph:{{A_B}} a-b\n"},
    {"carriage returns", "# A\r\n\r\n```a\r\nb\r\n```\r\n", "1 heading 1:A\n3 fenced:<a>b\n"},
    {"nothing", "", ""},
};

static void reads(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct markdown markdown;
        struct buffer out = {.arena = arena};
        markdown_read(arena, arena, slice_of(rows[i].text), &markdown);
        for (size_t b = 0; b < markdown.len; b++)
            put_block(&out, &markdown.at[b]);
        assert_slice(rows[i].name, buffer_slice(&out), slice_of(rows[i].blocks));
    }
}

/* Two quotes are two, the paragraphs of one are one. */
static void groups(void **state)
{
    struct markdown markdown;
    markdown_read(*state, *state, S("> a\n>\n> b\n\ntext\n\n> c\n"), &markdown);
    assert_int_equal(markdown.len, 4);
    assert_int_equal(markdown.at[0].group, markdown.at[1].group);
    assert_int_not_equal(markdown.at[1].group, markdown.at[3].group);
}

/* Depth costs no stack, and width no time. */
static void hostile(void **state)
{
    struct arena *arena = *state;
    static const char *const pieces[] = {"> ",   "- ",   "[",        "*a ", "`",
                                         "![](", "<!--", "\x1b[31m", "\xff"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct markdown markdown;
        struct buffer text = {.arena = arena};
        arena->ceiling = (size_t)1 << 30;
        for (size_t n = 0; n < 20000; n++)
            buffer_string(&text, pieces[i]);
        markdown_read(arena, arena, buffer_slice(&text), &markdown);
        arena_reset(arena, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(reads),
        unit_test_with_arena(groups),
        unit_test_with_arena(hostile),
    };
    return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}
