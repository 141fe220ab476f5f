/* cmark's tree to a flat list of blocks. See markdown.h.
 *
 * In: bytes. Out: blocks in an arena. The only file that knows cmark, whose memory comes from the
 * scratch arena: it cannot leak, and running out ends at the arena's guard. The tree is walked with
 * cmark's iterator, so depth costs no stack. */
#include "app/course/markdown.h"

#include <cmark.h>

/* cmark's allocator has no context. */
static _Thread_local struct arena *memory;

/* In front of each piece stands its size, for realloc. */
enum { HEAD = 16 };

static void *take(size_t n, size_t size)
{
    size_t bytes = size && n > (SIZE_MAX - HEAD) / size ? SIZE_MAX - HEAD : n * size;
    char *at = arena_take_zero(memory, 1, HEAD + bytes);
    memcpy(at, &bytes, sizeof bytes);
    return at + HEAD;
}

static void *take_again(void *old, size_t size)
{
    size_t had = 0;
    char *at = take(1, size);
    if (old)
        memcpy(&had, (char *)old - HEAD, sizeof had);
    if (had)
        memcpy(at, old, had < size ? had : size);
    return at;
}

static void give(void *old)
{
    (void)old;
}

/* ---- From the tree to blocks */

struct walk {
    struct arena *arena;
    struct markdown *markdown;
    struct buffer text; /* of all runs; a run is open until the next one starts */
    size_t from;        /* where the open run starts in it */
    bool in_block;      /* a paragraph or heading is open */
    enum markdown_style style;
    struct slice link;
    unsigned quotes, lists, group;
    bool item_opens; /* the next paragraph is the first of an item */
    unsigned number;
    const char *source; /* for telling a fence from an indentation */
    const size_t *lines;
    size_t lines_len;
};

static struct slice copied(struct walk *walk, const char *string)
{
    return arena_copy(walk->arena, slice_of(string));
}

static struct markdown_block *open_block(struct walk *walk, enum markdown_kind kind,
                                         cmark_node *node)
{
    struct markdown_block *block = list_add(walk->arena, walk->markdown);
    *block = (struct markdown_block){.kind = kind,
                                     .line = (uint32_t)cmark_node_get_start_line(node),
                                     .level = walk->lists,
                                     .group = walk->group};
    return block;
}

/* Ends the run that is open, if it holds anything. */
static void end_run(struct walk *walk)
{
    size_t len = walk->text.len - walk->from;
    if (walk->in_block && len) {
        struct markdown_block *block = &walk->markdown->at[walk->markdown->len - 1];
        *list_add(walk->arena, block) =
            (struct markdown_run){{walk->text.at + walk->from, len}, walk->style, walk->link};
    }
    walk->from = walk->text.len;
}

static void set_style(struct walk *walk, enum markdown_style style, struct slice link)
{
    end_run(walk);
    walk->style = style;
    walk->link = link;
}

static void put(struct walk *walk, struct slice text)
{
    buffer_put(&walk->text, text);
}

static void open_prose(struct walk *walk, cmark_node *node, bool heading)
{
    enum markdown_kind kind = heading            ? MARKDOWN_HEADING
                              : walk->quotes     ? MARKDOWN_QUOTE
                              : walk->item_opens ? MARKDOWN_ITEM
                                                 : MARKDOWN_PARAGRAPH;
    struct markdown_block *block = open_block(walk, kind, node);
    if (heading)
        block->level = (unsigned)cmark_node_get_heading_level(node);
    if (kind == MARKDOWN_ITEM)
        block->number = walk->number;
    walk->item_opens = false;
    walk->in_block = true;
    walk->from = walk->text.len;
    set_style(walk, MARKDOWN_PLAIN, S(""));
}

static void close_prose(struct walk *walk)
{
    end_run(walk);
    walk->in_block = false;
}

/* A fence stands in the first line of its block, an indentation does not. */
static bool has_fence(const struct walk *walk, cmark_node *node)
{
    size_t line = (size_t)cmark_node_get_start_line(node);
    if (line == 0 || line > walk->lines_len)
        return false;
    const char *at = walk->source + walk->lines[line - 1];
    size_t skip = (size_t)cmark_node_get_start_column(node);
    at += skip ? skip - 1 : 0;
    return at[0] == '`' || at[0] == '~';
}

static void add_code(struct walk *walk, cmark_node *node)
{
    bool fenced = has_fence(walk, node);
    struct markdown_block *block =
        open_block(walk, fenced ? MARKDOWN_FENCED : MARKDOWN_INDENTED, node);
    block->info = copied(walk, cmark_node_get_fence_info(node));
    block->text = copied(walk, cmark_node_get_literal(node));
    if (slice_ends(block->text, S("\n")))
        block->text.len--;
}

/* Comments are for authors. */
static void add_html(struct walk *walk, cmark_node *node)
{
    struct slice text = copied(walk, cmark_node_get_literal(node));
    if (!slice_starts(text, S("<!--")))
        open_block(walk, MARKDOWN_HTML, node)->text = text;
}

/* Lists number their items; the number of the next one is kept. */
static void enter_item(struct walk *walk, cmark_node *node)
{
    cmark_node *list = cmark_node_parent(node);
    bool ordered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
    walk->item_opens = true;
    if (!ordered)
        walk->number = 0;
    else if (!cmark_node_previous(node))
        walk->number = (unsigned)cmark_node_get_list_start(list);
    else
        walk->number++;
}

static void enter(struct walk *walk, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        if (walk->quotes++ == 0)
            walk->group++;
        break;
    case CMARK_NODE_LIST: walk->lists++; break;
    case CMARK_NODE_ITEM: enter_item(walk, node); break;
    case CMARK_NODE_HEADING: open_prose(walk, node, true); break;
    case CMARK_NODE_PARAGRAPH: open_prose(walk, node, false); break;
    case CMARK_NODE_CODE_BLOCK: add_code(walk, node); break;
    case CMARK_NODE_HTML_BLOCK: add_html(walk, node); break;
    case CMARK_NODE_THEMATIC_BREAK: open_block(walk, MARKDOWN_BREAK, node); break;
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE: put(walk, slice_of(cmark_node_get_literal(node))); break;
    case CMARK_NODE_SOFTBREAK: put(walk, S(" ")); break;
    case CMARK_NODE_LINEBREAK: put(walk, S("\n")); break;
    case CMARK_NODE_EMPH: set_style(walk, MARKDOWN_EMPHASIS, S("")); break;
    case CMARK_NODE_STRONG: set_style(walk, MARKDOWN_STRONG, S("")); break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
        set_style(walk, MARKDOWN_LINK, copied(walk, cmark_node_get_url(node)));
        break;
    case CMARK_NODE_CODE: {
        enum markdown_style style = walk->style;
        struct slice link = walk->link;
        set_style(walk, MARKDOWN_CODE, link);
        put(walk, slice_of(cmark_node_get_literal(node)));
        set_style(walk, style, link);
        break;
    }
    default: break;
    }
}

static void leave(struct walk *walk, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE: walk->quotes--; break;
    case CMARK_NODE_LIST: walk->lists--; break;
    case CMARK_NODE_ITEM: walk->item_opens = false; break;
    case CMARK_NODE_HEADING:
    case CMARK_NODE_PARAGRAPH: close_prose(walk); break;
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG:
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE: set_style(walk, MARKDOWN_PLAIN, S("")); break;
    default: break;
    }
}

static const size_t *line_starts(struct arena *scratch, struct slice text, size_t *len)
{
    struct {
        size_t *at, len, cap;
    } starts = {0};
    *list_add(scratch, &starts) = 0;
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] == '\n' ||
            (text.at[i] == '\r' && (i + 1 == text.len || text.at[i + 1] != '\n')))
            *list_add(scratch, &starts) = i + 1;
    *len = starts.len;
    return starts.at;
}

void markdown_read(struct arena *arena, struct arena *scratch, struct slice text,
                   struct markdown *markdown)
{
    cmark_mem mem = {take, take_again, give};
    struct walk walk = {.arena = arena, .markdown = markdown, .text = {.arena = arena}};
    text = arena_copy(scratch, text); /* a NUL stands behind it */
    walk.source = text.at;
    walk.lines = line_starts(scratch, text, &walk.lines_len);
    *markdown = (struct markdown){0};
    memory = scratch;
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &mem);
    cmark_parser_feed(parser, text.at, text.len);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_iter *iter = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        if (event == CMARK_EVENT_ENTER)
            enter(&walk, cmark_iter_get_node(iter));
        else
            leave(&walk, cmark_iter_get_node(iter));
    }
    memory = NULL;
}

struct slice markdown_text(struct arena *arena, const struct markdown_block *block)
{
    struct buffer text = {.arena = arena};
    if (block->len == 1)
        return block->at[0].text;
    for (size_t i = 0; i < block->len; i++)
        buffer_put(&text, block->at[i].text);
    return text.len ? buffer_slice(&text) : S("");
}
