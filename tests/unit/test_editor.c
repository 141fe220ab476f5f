/* The editor: scripts of commands against the text and cursor that they must leave, and a long
 * random script against a plain string. */
#include "tests/unit/unit.h"

#include "app/session/editor.h"

#include <locale.h>
#include <time.h>

/* A script is a string of commands: letters a-z, digits, blanks, '|' (a new line) are typed; the
 * others stand in the table. The cursor is shown as '_' in the result. */
static void play(struct editor *editor, const char *script)
{
    for (; *script; script++) {
        switch (*script) {
        case '<': editor_move(editor, EDITOR_LEFT); break;
        case '>': editor_move(editor, EDITOR_RIGHT); break;
        case '^': editor_move(editor, EDITOR_UP); break;
        case 'V': editor_move(editor, EDITOR_DOWN); break;
        case '[': editor_move(editor, EDITOR_LINE_START); break;
        case ']': editor_move(editor, EDITOR_LINE_END); break;
        case '(': editor_move(editor, EDITOR_WORD_LEFT); break;
        case ')': editor_move(editor, EDITOR_WORD_RIGHT); break;
        case 'T': editor_move(editor, EDITOR_TOP); break;
        case 'B': editor_move(editor, EDITOR_BOTTOM); break;
        case '-': assert_true(editor_erase(editor, EDITOR_LEFT)); break;
        case '=': assert_true(editor_erase(editor, EDITOR_RIGHT)); break;
        case 'W': assert_true(editor_erase(editor, EDITOR_WORD_LEFT)); break;
        case 'U': editor_undo(editor); break;
        case 'R': editor_redo(editor); break;
        case 'X': assert_true(editor_cut_line(editor)); break;
        case 'K': assert_true(editor_cut_rest(editor)); break;
        case 'Y': assert_true(editor_put_back(editor)); break;
        case 'P': assert_true(editor_paste(editor, S("p1\np2"))); break;
        case 'S': editor_saved(editor); break;
        case '|': assert_true(editor_type(editor, S("\n"))); break;
        case '*': assert_true(editor_type(editor, S("\xC3\xA9"))); break;     /* é */
        case '%': assert_true(editor_type(editor, S("e\xCC\x81"))); break;    /* e, acute */
        case '#': assert_true(editor_type(editor, S("\xE6\xBC\xA2"))); break; /* two columns */
        case '!': assert_true(editor_type(editor, S("\xFF"))); break;         /* no UTF-8 */
        case '~': assert_true(editor_type(editor, S("\t"))); break;
        default: assert_true(editor_type(editor, (struct slice){script, 1}));
        }
    }
}

static const struct {
    const char *script, *result;
    bool dirty;
} scripts[] = {
    {"", "_", false},
    {"ab cd", "ab cd_", true},
    {"ab<c", "ac_b", true},
    {"ab--", "_", false}, /* back to what was saved */
    {"ab|cd^x", "abx_\ncd", true},
    {"abcd|e|fghi^^V", "abcd\ne_\nfghi", true},
    {"abcd|e|fghi^^VV", "abcd\ne\nfghi_", true}, /* the column survives a short line */
    {"  ab[x", "x_  ab", true},
    {"  ab[[x", "  x_ab", true},
    {"a%<x", "ax_e\xCC\x81", true},
    {"a%-x", "ax_", true},
    {"#a|bcd^]<x", "\xE6\xBC\xA2x_a\nbcd", true},
    {"#a|bcde<^x",
     "\xE6\xBC\xA2"
     "ax_\nbcde",
     true},
    {"!a<<x",
     "x_\xFF"
     "a",
     true},
    {"~a|123456789<^x", "\tx_a\n123456789", true},
    {"ab cd  ef(((x", "x_ab cd  ef", true},
    {"ab cdT)x", "abx_ cd", true},
    {"ab cdW", "ab _", true},
    {"ab|cdT]=", "ab_cd", true},
    {"ab cdU", "ab _", true}, /* a run ends where a word begins */
    {"ab cdUU", "_", false},
    {"ab cdUUR", "ab _", true},
    {"ab cdUURRR", "ab cd_", true},
    {"ab cdUx", "ab x_", true},
    {"ab cdUxR", "ab x_", true}, /* nothing to do again */
    {"abcd---U", "abcd_", true}, /* a run of erasing is one step */
    {"abcd--<-U", "a_b", true},
    {"abcd--<-UU", "abcd_", true},
    {"abST=U", "_ab", false},
    {"aSbU", "a_", false},
    {"aSbUU", "_", true},
    {"aSbUUc", "c_", true},
    {"P", "p1\np2_", true},
    {"PU", "_", false},
    {"one|two|threeT^X", "_two\nthree", true},
    {"one|two|threeTXXBY", "threeone\ntwo\n_", true}, /* two cuts in a row are one text */
    {"one|two|threeTXXUY", "one\ntwo\n_one\ntwo\nthree", true},
    {"one|twoTXBXTY", "two_", true}, /* a move begins a new one */
    {"one|twoTKKK", "_", false},
    {"one|twoTKKKYY", "one\ntwoone\ntwo_", true},
    {"abX", "_", false},
};

static void script_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++) {
        struct editor editor = {0};
        play(&editor, scripts[i].script);
        bool dirty = editor_dirty(&editor);
        assert_true(editor_type(&editor, S("_")));
        assert_slice(scripts[i].script, editor_text(&editor), slice_of(scripts[i].result));
        if (dirty != scripts[i].dirty)
            fail_msg("%s: dirty is %d", scripts[i].script, (int)dirty);
        editor_free(&editor);
    }
}

static const struct {
    const char *pattern; /* '+' the next one, '-' the one before, '<' erases */
    bool backward, found;
    size_t at;
} searches[] = {
    {"cmd", false, true, 13},   {"CMD", false, true, 25}, {"cmd+", false, true, 25},
    {"cmd++", false, true, 2},  {"cmd", true, true, 2},   {"cmd-", false, true, 2},
    {"cmd--", false, true, 25}, {"zz", false, false, 8},  {"cmdx<", false, true, 13},
    {"", false, false, 8},      {"aa", false, true, 29},  {"aa+", false, true, 30},
    {"d a", false, true, 27},
};

static void search_rows(void **state)
{
    struct editor editor = {0};
    (void)state;
    for (size_t i = 0; i < sizeof searches / sizeof *searches; i++) {
        assert_true(editor_open(&editor, S("x cmd;\n12345 cmd\nab 1234 CMD aaa")));
        editor_go_byte(&editor, 8);
        editor_search_start(&editor, searches[i].backward);
        for (const char *c = searches[i].pattern; *c; c++) {
            if (*c == '+' || *c == '-')
                editor_search_again(&editor, *c == '-');
            else if (*c == '<')
                editor_search_erase(&editor);
            else
                editor_search_type(&editor, (struct slice){c, 1});
        }
        if (editor.search.found != searches[i].found || editor.cursor != searches[i].at)
            fail_msg("%s: found %d at %zu", searches[i].pattern, (int)editor.search.found,
                     editor.cursor);
        editor_search_end(&editor, false);
        assert_int_equal(editor.cursor, 8);
    }
    editor_free(&editor);
}

static void places(void **state)
{
    struct editor editor = {0};
    (void)state;
    assert_true(editor_open(&editor, S("ab\n\xE6\xBC\xA2x\n\n")));
    editor_go(&editor, 1, 1); /* inside of the wide character */
    assert_int_equal(editor.cursor, 3);
    editor_go(&editor, 1, 2);
    assert_int_equal(editor.cursor, 6);
    assert_int_equal(editor_column(&editor), 2);
    editor_go(&editor, 100, 100);
    assert_int_equal(editor_line(&editor), 3);
    editor_move_lines(&editor, -2);
    assert_int_equal(editor_line(&editor), 1);
    editor_move_lines(&editor, -1000000);
    assert_int_equal(editor_line(&editor), 0);
    editor_go_byte(&editor, 4);
    assert_int_equal(editor.cursor, 3);
    assert_true(editor_replace(&editor, S("ab\nc\n\n")));
    assert_slice("replaced", editor_text(&editor), S("ab\nc\n\n"));
    assert_true(editor_undo(&editor));
    assert_slice("undone", editor_text(&editor), S("ab\n\xE6\xBC\xA2x\n\n"));
    editor_free(&editor);
}

/* The same changes made to lines and to a plain string. */
static void random_changes(void **state)
{
    static char model[4096];
    struct lines lines = {0};
    size_t len = 0;
    unsigned random = 7;
    (void)state;
    for (int round = 0; round < 20000; round++) {
        random = random * 1664525u + 1013904223u;
        size_t from = len ? (random >> 8) % (len + 1) : 0;
        size_t cut = (random >> 4) % 5, put = len > 3000 ? 0 : (random >> 20) % 6;
        cut = cut < len - from ? cut : len - from;
        static const char some[] = "a\nb\n\nc";
        memmove(model + from + put, model + from + cut, len - from - cut);
        memcpy(model + from, some, put);
        len = len - cut + put;
        assert_true(lines_replace(&lines, from, cut, (struct slice){some, put}));
        size_t line = 0, start = 0;
        for (size_t i = 0; i < from; i++)
            if (model[i] == '\n')
                line++, start = i + 1;
        assert_int_equal(lines_at(&lines, from), line);
        assert_int_equal(lines_start(&lines, line), start);
        if (round % 7 == 0)
            assert_slice("all", lines_all(&lines), (struct slice){model, len});
    }
    size_t count = 1;
    for (size_t i = 0; i < len; i++)
        count += model[i] == '\n';
    assert_int_equal(lines_count(&lines), count);
    lines_free(&lines);
}

/* A megabyte, put in at once and key by key in the middle of another; a second is a hundred times
 * what it takes. */
static void large_texts(void **state)
{
    enum { SIZE = 1 << 20 };
    char *text = malloc(SIZE);
    struct editor editor = {0};
    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < SIZE; i++)
        text[i] = i % 40 == 39 ? '\n' : 'x';
    clock_t begin = clock();
    assert_true(editor_paste(&editor, (struct slice){text, SIZE}));
    editor_go(&editor, lines_count(&editor.lines) / 2, 3);
    for (size_t i = 0; i < SIZE / 4; i++)
        assert_true(editor_type(&editor, (struct slice){text + i, 1}));
    for (size_t i = 0; i < SIZE / 8; i++)
        assert_true(editor_erase(&editor, EDITOR_LEFT));
    editor_search_start(&editor, false);
    editor_search_type(&editor, S("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxy"));
    assert_false(editor.search.found);
    while (editor_undo(&editor))
        continue;
    assert_int_equal(editor.lines.len, 0);
    while (editor_redo(&editor))
        continue;
    assert_int_equal(editor.lines.len, SIZE + SIZE / 8);
    if (clock() - begin > 5 * CLOCKS_PER_SEC)
        fail_msg("took %ld ms", (long)((clock() - begin) * 1000 / CLOCKS_PER_SEC));
    free(text);
    editor_free(&editor);
}

/* Old steps are forgotten, the text is not. */
static void undo_is_bounded(void **state)
{
    enum { SIZE = 3 << 20 };
    char *text = malloc(SIZE);
    struct editor editor = {0};
    (void)state;
    assert_non_null(text);
    memset(text, 'x', SIZE);
    for (int i = 0; i < 6; i++)
        assert_true(editor_paste(&editor, (struct slice){text, SIZE}));
    assert_int_equal(editor.lines.len, 6 * SIZE);
    assert_true(editor.undo.log_len <= UNDO_MAX);
    while (editor_undo(&editor))
        continue;
    assert_true(editor.lines.len > 0 && editor.lines.len < 6 * SIZE);
    assert_true(editor_dirty(&editor));
    free(text);
    editor_free(&editor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(script_rows), cmocka_unit_test(search_rows),
        cmocka_unit_test(places),      cmocka_unit_test(random_changes),
        cmocka_unit_test(large_texts), cmocka_unit_test(undo_is_bounded),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
