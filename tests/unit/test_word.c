/* What the shell makes of typed words. */
#include "tests/unit/shell_rows.h"

static const struct {
    const char *line, *words;
} rows[] = {
    {"docker run shop --fake", "<run><shop><--fake>"},
    {"docker 'a b' \"c d\" e\\ f g\"h\"'i'", "<a b><c d><e f><ghi>"},
    {"docker '' \"\" x\"\" $NOPE \"$NOPE\"", "<><><x><>"},
    {"docker \"a\\b\\$c\\`d\\\\e\\\"f\"", "<a\\b$c`d\\e\"f>"},
    {"docker a#b #c", "<a#b>"},
    {"docker a\\\nb \\\n c \\\n", "<ab><c>"},
    {"docker a\r", "<a\r>"},
    {"docker \\", "<\\>"},
    {"docker $HOME \"$USER\" '$USER' ${USER}x $USERx 100$ $5.00", "</home/me><me><$USER><mex>"
                                                                  "<100$><.00>"},
    {"docker $'a\\tb\\x41\\101\\u00e9\\'' $\"x$USER\"", "<a\tbAA\xc3\xa9'><xme>"},
    {"docker $'a\\0b'c", "<ac>"},
    {"docker ~ ~/x '~' a~ --v=~/x A=~/x:~ ~+ ~root ~nosuch", "</home/me></home/me/x><~><a~>"
                                                             "<--v=~/x><A=/home/me/x:/home/me>"
                                                             "</proj></root><~nosuch>"},
    {"X='a b'; docker $X \"$X\" x$X", "<a><b><a b><xa><b>"},
    {"X=' a '; docker .$X. \"\"$X", "<.><a><.><><a>"},
    {"IFS=:; X=a:b::c; docker $X $PATH", "<a><b><><c></usr/local/bin></usr/bin></bin>"},
    {"IFS=; X='a b'; docker $X", "<a b>"},
    {"docker ${X:-a \"b c\"} ${X-} ${USER:+set} ${X:=new} $X", "<a><b c><set><new><new>"},
    {"docker \"${X:-\"b c\"}\" \"${X:-a\\}b}\"", "<b c><a}b>"},
    {"docker ${#HOME} ${#X} $# \"$@\" $* \"$*\"", "<8><0><0><>"},
    {"X=a/b/c.txt; docker ${X#*/} ${X##*/} ${X%/*} ${X%%/*} ${X%.'t'*}",
     "<b/c.txt><c.txt><a/b><a><a/b/c>"},
    {"X=aXbX; docker ${X/X} ${X//X/-} ${X/#a/<&>} ${X/%X/y} ${X//[a-z]}",
     "<abX><a-b-><<a>XbX><aXby><XX>"},
    {"X=abc; docker ${X^} ${X^^[ac]} ${X@U} ${X:1} ${X:1:1} ${X: -2} ${X:0:-1}",
     "<Abc><AbC><ABC><bc><b><bc><ab>"},
    {"R=USER; docker ${!R} ${!R#m}", "<me><e>"},
    {"docker $((1+2)) $(( HOME_ + 2 )) $[2*3]", "<3><2><6>"},
    {"docker $(pwd) `pwd` \"$(id -u):$(id -g)\" $(whoami) `#note` x", "</proj></proj><1000:1000>"
                                                                      "<me><x>"},
    {"docker $UID $HOSTNAME $LINENO $- $0 $?", "<1000><vm><1><hBc><bash><0>"},
    {"docker * *.env ?.env [!a]*.env .* conf/* */ */*.json nosuch* '*' \\*",
     "<Dockerfile><a.env><b.env><conf><a.env><b.env><a.env><b.env><b.env><.hid><conf/x.json>"
     "<conf/><conf/x.json><nosuch*><*><*>"},
    {"X='*.env'; docker $X \"$X\"", "<a.env><b.env><*.env>"},
    {"docker {a,b}c {1..3} '{a,b}' $USER{x,y} {x,$USER}", "<ac><bc><1><2><3><{a,b}><x><me>"},
    {"docker {a,b}.env", "<a.env><b.env>"},
    {"docker \"$(date)\" x$(date) $RANDOM", "<$(date)>?<x$(date)>!<$RANDOM>!"},
    {"X=$(date); docker \"$X\"", "<$(date)>?"},
};

static void words(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct shell_seen seen = shell_rows_run(*state, slice_of(rows[i].line));
        assert_slice(rows[i].line, buffer_slice(&seen.words), slice_of(rows[i].words));
        assert_int_equal(seen.result.commands, 1);
    }
}

static void places(void **state)
{
    struct slice line = S("docker r\0un \"$(date)\" {a,b}");
    struct shell_seen seen = shell_rows_run(*state, line);
    const struct arg *args = seen.command->args.at;
    assert_slice("dropped", args[1].text, S("run"));
    assert_int_equal(args[1].origin.span.from, 7);
    assert_int_equal(args[1].origin.span.to, 11);
    assert_int_equal(args[2].origin.span.from, 12);
    assert_int_equal(args[2].origin.span.to, 21);
    assert_int_equal(args[4].origin.span.from, 22);
    assert_int_equal(seen.result.unknown.len, 1);
    assert_int_equal(seen.result.unknown.at[0].at.span.from, 13);
    assert_int_equal(seen.result.unknown.at[0].at.span.to, 20);
}

/* Where part of a word is only borrowed: a plain word is a slice of the line. */
static void plain_words_are_not_copied(void **state)
{
    struct slice line = S("docker run shop");
    struct shell_seen seen = shell_rows_run(*state, line);
    assert_ptr_equal(seen.command->args.at[2].text.at, line.at + 11);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(words),
        unit_test_with_arena(places),
        unit_test_with_arena(plain_words_are_not_copied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
