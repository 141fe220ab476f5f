/* The text of answers: the drawn examples to the byte, letters under quotes, carets, what must not
 * reach a terminal, wrapping. */
#include "tests/unit/unit.h"

#include "app/ground/charset.h"
#include "app/ground/paint.h"
#include "app/ground/report.h"

struct asked {
    struct text dockerfile, line;
    struct args words;
};

/* Asks with words that are separated by blanks, ~ standing for a blank inside a word. */
static void split(struct arena *arena, const char *line, struct asked *asked)
{
    struct buffer text = {.arena = arena};
    struct slice rest = slice_of(line), word;
    asked->line = (struct text){SOURCE_LINE, S("line"), S("")};
    while (rest.len) {
        slice_cut(rest, ' ', &word, &rest);
        struct buffer real = {.arena = arena};
        for (size_t i = 0; i < word.len; i++)
            buffer_byte(&real, word.at[i] == '~' ? ' ' : word.at[i]);
        if (text.len)
            buffer_byte(&text, ' ');
        uint32_t from = (uint32_t)text.len;
        quote_shell(&text, buffer_slice(&real));
        args_add(arena, &asked->words, buffer_slice(&real),
                 (struct origin){&asked->line, {from, (uint32_t)text.len}});
    }
    asked->line.bytes = buffer_slice(&text);
}

/* The text that ask prints, for a terminal of some columns or (0) a pipe. */
static struct slice ask(struct arena *arena, const char *dockerfile, const char *line,
                        const struct paint *paint)
{
    struct asked *asked = arena_new(arena, struct asked);
    struct answer *answer = arena_new(arena, struct answer);
    struct places places = {.arena = arena};
    asked->dockerfile = (struct text){SOURCE_DOCKERFILE, S("Dockerfile"), slice_of(dockerfile)};
    split(arena, line, asked);
    const struct question question = {.dockerfile = &asked->dockerfile,
                                      .words = &asked->words,
                                      .want_warnings = true,
                                      .want_notes = true,
                                      .want_outcome = true};
    simulate(arena, &question, answer);
    struct report report = {.arena = arena, .columns = paint->columns};
    report_answer(&report, &(struct report_view){.question = &question,
                                                 .answer = answer,
                                                 .places = &places,
                                                 .image = answer->request.image.text});
    struct buffer out = {.arena = arena};
    paint_report(&out, &report, paint);
    return buffer_slice(&out);
}

static const char shop[] = "FROM python:3.12\n"
                           "ENV PORT=8000\n"
                           "WORKDIR /srv\n"
                           "ENTRYPOINT [\"python\", \"manage.py\"]\n"
                           "CMD [\"runserver\", \"0.0.0.0:8000\"]\n";

static void golden(void **state)
{
    static const struct {
        const char *name, *line, *text;
    } rows[] = {
        {"words replace CMD", "docker run shop migrate --fake",
         "python manage.py migrate --fake\n"
         "EEEEEE EEEEEEEEE RRRRRRR RRRRRR\n"
         "[\"python\",\"manage.py\",\"migrate\",\"--fake\"]\n"
         "\n"
         "PID 1    python; docker stop sends it SIGTERM\n"
         "fixed    python manage.py      Dockerfile:4   only --entrypoint can change it\n"
         "anyone   migrate --fake        typed here     replaces CMD, Dockerfile:5: runserver "
         "0.0.0.0:8000\n"},
        {"a blank in --entrypoint", "docker run --entrypoint python~manage.py shop",
         "'python manage.py'\n"
         " OOOOOOOOOOOOOOOO\n"
         "[\"python manage.py\"]\n"
         "  docker run --entrypoint 'python manage.py' shop\n"
         "                          ^^^^^^^^^^^^^^^^^^\n"
         "  --entrypoint takes one word, the name of a file, and this one has a blank in it.\n"
         "  If the image has no file of that name, Docker says, and exits 127:\n"
         "    docker: Error response from daemon: … exec: \"python manage.py\": executable file "
         "not "
         "found in $PATH\n"
         "  CMD went too: it belonged to the old program.\n"
         "  write    docker run --entrypoint python shop manage.py\n"},
    };
    const struct paint pipe = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_slice(rows[i].name, ask(*state, shop, rows[i].line, &pipe), slice_of(rows[i].text));
}

/* The first lines of an answer: quoting, letters, JSON. */
static void vectors(void **state)
{
    static const struct {
        const char *name, *line, *text;
    } rows[] = {
        {"one word or two", "docker run --entrypoint nginx i daemon~off;",
         "nginx 'daemon off;'\nOOOOO  RRRRRRRRRRR\n[\"nginx\",\"daemon off;\"]\n"},
        {"a quote inside", "docker run --entrypoint a i it's",
         "a 'it'\\''s'\nO  RRRRRRR\n[\"a\",\"it's\"]\n"},
        {"a control character", "docker run --entrypoint a i x\033[31m\n",
         "a $'x\\033[31m\\n'\nO   RRRRRRRRRRR\n[\"a\",\"x\\u001b[31m\\n\"]\n"},
        {"a bad byte", "docker run --entrypoint a i \xff",
         "a $'\\377'\nO   RRRR\n[\"a\",\"\xef\xbf\xbd\"]\n"},
        {"direction", "docker run --entrypoint a i \xe2\x80\xae",
         "a $'\\342\\200\\256'\nO   RRRRRRRRRRRR\n[\"a\",\"\\u202e\"]\n"},
        {"wide", "docker run --entrypoint a i \xe6\x9d\xb1",
         "a '\xe6\x9d\xb1'\nO  RR\n[\"a\",\"\xe6\x9d\xb1\"]\n"},
    };
    const struct paint pipe = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_slice(rows[i].name,
                     slice_first(ask(*state, shop, rows[i].line, &pipe), strlen(rows[i].text)),
                     slice_of(rows[i].text));
}

/* Whatever the input is, no control character but line ends comes out, and valid UTF-8. */
static void visible(void **state)
{
    static const char nasty[] = "FROM scratch\nCMD [\"a\\u001b]0;x\\u0007\", \"\xc2\x9b"
                                "31m\"]\n"
                                "# \x1b[2J\nENTRYPOINT [\x27\x1b[31m\x27]\n";
    const struct paint pipe = {0};
    struct slice text = ask(*state, nasty, "docker run i \x1b]52;c;x\x07 \xe2\x80\x8b", &pipe);
    assert_true(utf8_valid(text));
    for (struct slice rest = text; rest.len;) {
        uint32_t rune = utf8_next(&rest);
        if (rune != '\n' && !rune_is_print(rune))
            fail_msg("U+%04X in:\n%.*s", rune, (int)text.len, text.at);
    }
}

static void wraps(void **state)
{
    const struct paint narrow = {.columns = 40};
    struct slice text =
        ask(*state, shop, "docker run shop migrate --fake a-rather-long-word", &narrow);
    bool first = true;
    for (struct slice line; text.len; first = false) {
        slice_cut(text, '\n', &line, &text);
        if (!first && line.len > narrow.columns)
            fail_msg("%zu columns: %.*s", line.len, (int)line.len, line.at);
    }
}

/* An argv within a text: rows are broken at blanks, within a word where that is wider than a row;
 * nothing stands there twice. */
static void broken(void **state)
{
    static const char *const words[] = {"tar", "--create", "a b", "012345678901234567890123456789"};
    static const struct {
        unsigned columns;
        const char *text;
    } rows[] = {
        {0, "    tar --create 'a b' 012345678901234567890123456789\n"
            "    EEE EEEEEEEE  EEE  EEEEEEEEEEEEEEEEEEEEEEEEEEEEEE\n"},
        {24, "    tar --create 'a b'\n"
             "    EEE EEEEEEEE  EEE\n"
             "    01234567890123456789\n"
             "    EEEEEEEEEEEEEEEEEEEE\n"
             "    0123456789\n"
             "    EEEEEEEEEE\n"},
    };
    struct plan_word argv[4];
    for (size_t i = 0; i < 4; i++)
        argv[i] = (struct plan_word){{slice_of(words[i]), {0}}, WORD_ENTRYPOINT};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct paint paint = {.columns = rows[i].columns};
        struct report report = {.arena = *state, .columns = rows[i].columns};
        struct buffer out = {.arena = *state};
        report_words(&report, 4, argv, 4);
        paint_report(&out, &report, &paint);
        assert_slice("rows", buffer_slice(&out), slice_of(rows[i].text));
    }
}

static void colours(void **state)
{
    const struct paint plain = {0}, coloured = {.colours = PAINT_8};
    struct slice without = ask(*state, shop, "docker run shop migrate", &plain);
    struct slice with = ask(*state, shop, "docker run shop migrate", &coloured);
    struct buffer stripped = {.arena = *state};
    while (with.len) {
        struct slice text;
        bool more = slice_cut(with, '\033', &text, &with);
        buffer_put(&stripped, text);
        if (more)
            with = slice_after(with, slice_find(with, 'm') + 1);
    }
    assert_slice("colour only doubles what letters say", buffer_slice(&stripped), without);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(golden), unit_test_with_arena(vectors), unit_test_with_arena(visible),
        unit_test_with_arena(wraps),  unit_test_with_arena(colours), unit_test_with_arena(broken),
    };
    if (!charset_is_utf8())
        return 0;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
