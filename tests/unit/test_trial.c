/* Lines tried on an image: what they are called, what they cost, what they run; and the variables
 * of a text for a shell. */
#include "tests/unit/unit.h"

#include "app/ground/report_callers.h"
#include "tests/support/question.h"

static void variables(void **state)
{
    static const struct {
        const char *text, *names;
    } rows[] = {
        {"exec top -p $PORT", "PORT"},
        {"a ${HOST}:${PORT:-80} $HOST", "HOST PORT"},
        {"echo '$A' \"'$B'\" \"it's $C\"", "B C"},
        {"\\$A $$B $C", "C"},
        {"\"$@\" $0 $1 $? ${#} $", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct names names = trial_variables(*state, slice_of(rows[i].text));
        struct buffer out = {.arena = *state};
        buffer_put(&out, S(""));
        for (size_t n = 0; n < names.len; n++) {
            buffer_put(&out, n ? S(" ") : S(""));
            buffer_put(&out, names.at[n].name);
        }
        assert_slice(rows[i].text, buffer_slice(&out), slice_of(rows[i].names));
    }
}

/* Each caller: the line, its cost, and the words that run. */
static struct slice told(struct arena *arena, const struct report_callers *found)
{
    struct buffer out = {.arena = arena};
    buffer_put(&out, S(""));
    for (size_t i = 0; i < found->len; i++) {
        const struct trial *trial = &found->at[i].trial;
        buffer_put(&out, trial->line);
        buffer_string(&out, " (");
        buffer_number(&out, trial->cost);
        buffer_string(&out, ")");
        for (size_t n = 0; n < trial->answer->plan.argv_len; n++) {
            buffer_byte(&out, n ? ' ' : '\n');
            buffer_put(&out, trial->answer->plan.argv[n].arg.text);
        }
        buffer_byte(&out, '\n');
    }
    return buffer_slice(&out);
}

static void callers(void **state)
{
    static const struct {
        const char *dockerfile, *line, *told;
    } rows[] = {
        {"FROM scratch\nENTRYPOINT [\"a\",\"b\"]\nCMD [\"c\"]\n", "docker run p x",
         "docker run p (0)\na b c\n"
         "docker run p some-word (1)\na b some-word\n"
         "docker run p c some-word (2)\na b c some-word\n"
         "docker run --entrypoint sh p (2)\nsh\n"
         "docker run --entrypoint a p some-word c (4)\na some-word c\n"
         "docker run -e NAME=some-value p (2)\na b c\n"},
        {"FROM scratch\nCMD echo $A $B\n", "",
         "docker run image (0)\n/bin/sh -c echo $A $B\n"
         "docker run image some-word (1)\nsome-word\n"
         "docker run image /bin/sh -c 'echo $A $B' some-word (4)\n/bin/sh -c echo $A $B some-word\n"
         "docker run -e A=some-value image (2)\n/bin/sh -c echo $A $B\n"},
        {"FROM scratch\n", "docker run p",
         "docker run p (0)\n"
         "docker run p some-word (1)\nsome-word\n"},
        {"FROM scratch\nENTRYPOINT [\"two words\"]\n", "docker exec p x",
         "docker run image (0)\ntwo words\n"
         "docker run image some-word (1)\ntwo words some-word\n"
         "docker run --entrypoint sh image (2)\nsh\n"
         "docker run -e NAME=some-value image (2)\ntwo words\n"},
        {"FROM scratch\nRUM x\n", "docker run p", ""},
    };
    struct host host = test_host();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct texts texts;
        struct answer answer;
        struct report_callers found;
        struct report report = {.arena = *state};
        struct places places = {.arena = *state};
        struct question question =
            test_question(&texts, &host, slice_of(rows[i].dockerfile), slice_of(rows[i].line));
        simulate(*state, &question, &answer);
        const struct report_view view = {
            .question = &question, .answer = &answer, .places = &places};
        bool has_image = report_callers_find(&report, &view, &found);
        assert_int_equal(has_image, answer.has_config);
        assert_slice(rows[i].dockerfile, told(*state, &found), slice_of(rows[i].told));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(variables),
        unit_test_with_arena(callers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
