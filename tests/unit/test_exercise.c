/* Checks, and verdicts with their replies. */
#include "tests/unit/unit.h"

#include "app/course/exercise.h"
#include "app/course/reason.h"
#include "app/course/said.h"

/* ---- The check language: a row a form, what holds and what does not. */

#define PAIR "ENTRYPOINT [\"ping\"]\nCMD [\"-c\",\"3\"]\nENV P=8\nUSER me\nWORKDIR /srv\n"

static const struct {
    const char *lines, *check;
    bool holds;
} checks[] = {
    {PAIR, "docker run p => [\"ping\",\"-c\",\"3\"]", true},
    {PAIR, "docker run p h => [\"ping\", \"h\"]", true},
    {PAIR, "docker run p h => [\"ping\",\"-c\",\"3\",\"h\"]", false},
    {PAIR, "docker run p 'a=>b' => [\"ping\",\"a=>b\"]", true},
    {PAIR, "docker run p => begins [\"ping\",\"-c\"]", true},
    {PAIR, "docker run p => begins [\"-c\"]", false},
    {PAIR, "docker run p => not [\"ping\"]", true},
    {"", "docker run p => not [\"ping\"]", false},
    {PAIR, "docker run p 'a b' => words 2", true},
    {"", "docker run p => fails no-command", true},
    {PAIR, "docker run p => fails no-command", false},
    {"CMD [1]", "docker run p => fails build", true},
    {PAIR, "docker run --nope p => fails client", true},
    {PAIR, "docker run other => fails pull", true},
    {PAIR, "docker run p > => fails shell", true},
    {PAIR, "docker run --volume /a:/b:nope p => fails daemon", true},
    {"CMD [\"sh\",\"-c\",\"echo $0\",\"a\"]", "docker run p => place 3 = script", true},
    {"CMD [\"sh\",\"-c\",\"echo $0\",\"a\"]", "docker run p => place 4 = $0", true},
    {"CMD [\"sh\",\"-c\",\"echo $0\",\"a\"]", "docker run p => place 3 = $0", false},
    {"ENTRYPOINT echo", "docker run p x y => place 5 = $1", true},
    {PAIR, "docker run p => env P = \"8\"", true},
    {PAIR, "docker run -e P=9 p => env P = 9", true},
    {PAIR, "docker run p => env Q = unset", true},
    {PAIR, "docker run p => env P = unset", false},
    {PAIR, "docker run p => workdir = /srv", true},
    {PAIR, "docker run -w /x p => workdir = \"/x\"", true},
    {PAIR, "docker run p => user = me", true},
    {"CMD [\"a\"]", "docker run p => user = root", true},
    {PAIR, "docker run -it p => uses no --entrypoint", true},
    {PAIR, "docker run --entrypoint a p => uses no --entrypoint", false},
    {PAIR, "entrypoint = [\"ping\"]", true},
    {PAIR, "entrypoint = unset", false},
    {PAIR, "cmd = [\"-c\",\"3\"]", true},
    {"CMD [\"a\"]", "entrypoint = unset", true},
    {"CMD []", "cmd = empty", true},
    {"CMD []", "cmd = unset", false},
    {"ENTRYPOINT []", "entrypoint = empty", true},
    {"ENTRYPOINT []", "entrypoint = []", true},
    {"ENTRYPOINT []", "cmd = unset", true},
    {"CMD a b", "form CMD = shell", true},
    {"ENTRYPOINT [\"a\"]", "form ENTRYPOINT = exec", true},
    {PAIR, "fixed = [\"ping\"]", true},
    {PAIR, "anyone = [\"-c\",\"3\"]", true},
    {PAIR, "findings = none", true},
    {"CMD ['a']", "findings = SingleQuotedArray", true},
    {"CMD ['a']", "findings = none", false},
    {PAIR, "docker run p -p 80:80 => findings = OptionAfterImage", true},
    {PAIR, "words entrypoint <= 1", true},
    {"ENTRYPOINT [\"a\",\"b\"]", "words entrypoint <= 1", false},
};

static void checks_hold(void **state)
{
    struct arena *arena = *state;
    const struct scene_images none = {0};
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        struct faults faults = {.arena = arena};
        struct checks read = {0};
        struct scene scene;
        struct result result;
        checks_read(arena, &faults, slice_of(checks[i].check), 1, false, false, &read);
        if (read.len != 1)
            fail_msg("not read: %s", checks[i].check);
        scene_open(arena, &none, S("p"), S("FROM base"), slice_of(checks[i].lines), &scene);
        check_try(arena, &read.at[0], &scene, NULL, &result);
        if (result.holds != checks[i].holds)
            fail_msg("%s: %s", checks[i].holds ? "should hold" : "should not hold",
                     checks[i].check);
    }
}

/* ---- Verdicts */

#define HEAD(kind) "# T\n\n## E\n\n```exercise\nid: t/e\nkind: " kind "\npath: core\ncures: none\n"
#define TASK       "```\nDo it.\n\n"
#define REST       "```hint\na\n```\n```hint\nb\n```\n```hint\nc\n```\n```solved\nSo.\n```\n"

static const char write_text[] = HEAD("write") TASK
    "```check\ndocker run p => [\"ping\",\"-c\",\"3\"]\ndocker run p h => [\"ping\",\"h\"]\n```\n"
    "```check hidden\ndocker run p -c 1 => [\"ping\",\"-c\",\"1\"]\n"
    "docker run --entrypoint id p => [\"id\"]\n```\n"
    "```answer\nENTRYPOINT [\"ping\"]\nCMD [\"-c\",\"3\"]\n```\n"
    "```answer\nCMD [\"-c\",\"3\"]\nENTRYPOINT [\"ping\"]\n```\n"
    "```wrong all\nENTRYPOINT [\"ping\",\"-c\",\"3\"]\n```\n> all\n\n"
    "```wrong shell when\nform ENTRYPOINT = shell\n```\n> shell\n" REST;

static const char nothing_text[] =
    HEAD("write") TASK "```check\ndocker run p => fails no-command\nentrypoint = empty\n```\n"
                       "```answer\nENTRYPOINT []\n```\n```answer\nentrypoint [ ]\n```\n"
                       "```wrong one\nENTRYPOINT [\"a\"]\n```\n> one\n" REST;

static const char run_text[] =
    HEAD("run") "image: t\n" TASK
                "```given\nFROM base\nENTRYPOINT [\"tool\"]\nCMD [\"--all\"]\n```\n"
                "```check\nline => [\"sh\",\"-c\",\"id; date\"]\nline => uses no --env\n```\n"
                "```answer\ndocker run --entrypoint sh t -c 'id; date'\n```\n"
                "```answer\ndocker run --entrypoint=sh t -c \"id; date\"\n```\n"
                "```wrong one\ndocker run --entrypoint \"sh -c\" t 'id; date'\n```\n> one\n" REST;

static const char hidden_text[] =
    HEAD("write") TASK "```check\ndocker run p => [\"ping\",\"-c\",\"3\"]\n```\n"
                       "```check hidden\ndocker run p h => [\"ping\",\"h\"]\n```\n"
                       "```answer\nENTRYPOINT [\"ping\"]\nCMD [\"-c\",\"3\"]\n```\n"
                       "```answer\nCMD [\"-c\",\"3\"]\nENTRYPOINT [\"ping\"]\n```\n"
                       "```wrong none\nCMD [\"ping\"]\n```\n> none\n" REST;

static const char predict_text[] =
    HEAD("predict") TASK "```given\nFROM base\nENTRYPOINT [\"ping\"]\nCMD [\"-c\",\"3\"]\n```\n"
                         "```ask\ndocker run p 'a b'\ndocker run --entrypoint '' p\n```\n"
                         "```wrong split\ndocker run p 'a b' => ping a b\n```\n> split\n" REST;

static const char shell_text[] =
    HEAD("predict") "image: t\n" TASK
                    "```given strict\nFROM base\nSHELL [\"/bin/bash\",\"-c\"]\n```\n"
                    "```given\nFROM strict\nCMD a b\n```\n```ask\ndocker run t\n```\n" REST;

static const char origin_text[] = HEAD("origin") TASK
    "```given\nFROM base\nENTRYPOINT ping -c\n```\n```ask\ndocker run p h\n```\n"
    "```wrong all\ndocker run p h => EEER\n```\n> all\n" REST;

static const char sort_text[] =
    HEAD("sort") TASK "```items\nby: form\nCMD [\"a\"]\nCMD ['a']\nCMD[\"a\"]\n```\n"
                      "```wrong single\nCMD ['a'] => exec\n```\n> single\n" REST;

static const char zone_text[] =
    HEAD("sort") TASK "```items\nby: zone\ndocker run {-it} p a\ndocker run -it {p} a\ndocker run "
                      "p {-it}\n```\n" REST;

static const char phase_text[] =
    HEAD("sort") TASK "```items\nby: phase\nRUN a\nCMD a\nENV A=1\n```\n" REST;

static const char golf_text[] =
    HEAD("golf") "measure: words entrypoint\npar: 1\n" TASK
                 "```check\ndocker run p => [\"a\",\"b\"]\n```\n"
                 "```answer\nENTRYPOINT [\"a\"]\nCMD [\"b\"]\n```\n" REST;

/* said: lines for the questions, one each; else the text itself. */
static const struct {
    const char *name, *lesson, *said;
    bool passes;
    size_t shown, hold;
    enum reply_from from;
    const char *reply;
} verdicts[] = {
    {"a model answer", write_text, "ENTRYPOINT [\"ping\"]\nCMD [\"-c\",\"3\"]", true, 2, 2,
     REPLY_NONE, ""},
    {"another spelling", write_text, "cmd [ \"-c\" , \"3\" ]\nentrypoint [\"ping\"]", true, 2, 2,
     REPLY_NONE, ""},
    {"a predicted one", write_text, "ENTRYPOINT [\"ping\",\"-c\",\"3\"]", false, 2, 1, REPLY_WRONG,
     "all"},
    {"one that fails alike", write_text, "ENTRYPOINT [\"ping\",\"-c\",\"3\"]\nCMD []", false, 2, 1,
     REPLY_WRONG, "all"},
    {"facts come first", write_text, "ENTRYPOINT ping -c 3", false, 2, 0, REPLY_WHEN, "shell"},
    {"a finding of the course", write_text, "ENTRYPOINT [\"ping -c 3\"]", false, 2, 0, REPLY_COURSE,
     "BlankInWord"},
    {"nothing at all", write_text, "", false, 2, 0, REPLY_COURSE, "fails no-command"},
    {"nothing at all, as is wanted", nothing_text, "ENV A=1", false, 2, 1, REPLY_EXPLAIN,
     "NoCommand"},
    {"a failure of the course", write_text, "NONSENSE", false, 2, 0, REPLY_COURSE, "fails build"},
    {"an option that is none", run_text, "docker run --nope t", false, 2, 0, REPLY_COURSE,
     "fails client"},
    {"another image", run_text, "docker run -it --entrypoint sh other -c 'id; date'", false, 2, 1,
     REPLY_COURSE, "fails pull"},
    {"a failure that the course has no reply for", run_text, "docker run -it t >", false, 2, 0,
     REPLY_EXPLAIN, ""},
    {"a belief under which it would be right", write_text, "ENTRYPOINT [\"ping\"]\nCMD -c 3", false,
     2, 1, REPLY_BELIEF, "ShellFormHasNone"},
    {"a run line", run_text, "docker run -it --entrypoint sh t -c 'id; date'", true, 2, 2,
     REPLY_NONE, ""},
    {"a run line, predicted", run_text, "docker run --entrypoint 'sh -c' t 'id; date'", false, 2, 1,
     REPLY_WRONG, "one"},
    {"a container that runs already", run_text, "docker exec t sh -c 'id; date'", false, 2, 1,
     REPLY_EXPLAIN, ""},
    {"a line that asks for none", run_text, "sh -c 'id; date'", false, 2, 0, REPLY_EXPLAIN, ""},
    {"sudo", run_text, "sudo docker run --entrypoint sh t -c 'id; date'", true, 2, 2, REPLY_NONE,
     ""},
    {"a finding on a hidden line alone", hidden_text, "ENTRYPOINT ping", false, 1, 0, REPLY_EXPLAIN,
     "EntrypointShellForm"},
    {"a finding on the hidden line that is shown", hidden_text,
     "ENTRYPOINT [\"ping\", \"-c\", \"3\"]\nCMD []", false, 2, 1, REPLY_EXPLAIN, ""},
    {"as JSON, and nothing", predict_text, "[\"ping\",\"a b\"]\nnothing starts", true, 2, 2,
     REPLY_NONE, ""},
    {"as in a shell", predict_text, "ping 'a b'\nNothing starts", true, 2, 2, REPLY_NONE, ""},
    {"a claim", predict_text, "ping a  b\nnothing starts", false, 2, 1, REPLY_WRONG, "split"},
    {"a claim among others", predict_text, "ping a b\nping", false, 2, 0, REPLY_WRONG, "split"},
    {"a belief", predict_text, "ping 'a b'\n-c 3", false, 2, 1, REPLY_BELIEF,
     "EmptyOptionGivesCmd"},
    {"no belief", predict_text, "ping 'a b'\nls", false, 2, 1, REPLY_EXPLAIN, "NoCommand"},
    {"a shell from an image below", shell_text, "/bin/bash -c 'a b'", true, 1, 1, REPLY_NONE, ""},
    {"letters", origin_text, "s s e r", true, 1, 1, REPLY_NONE, ""},
    {"letters, predicted", origin_text, "EEER", false, 1, 0, REPLY_WRONG, "all"},
    {"forms", sort_text, "exec\nshell\nerror", true, 3, 3, REPLY_NONE, ""},
    {"forms, predicted", sort_text, "exec\nexec\nerror", false, 3, 2, REPLY_WRONG, "single"},
    {"zones", zone_text, "option\nimage\nword", true, 3, 3, REPLY_NONE, ""},
    {"phases", phase_text, "build\nstart\nother", true, 3, 3, REPLY_NONE, ""},
    {"par", golf_text, "ENTRYPOINT [\"a\"]\nCMD [\"b\"]", true, 1, 1, REPLY_NONE, ""},
    {"over par", golf_text, "ENTRYPOINT [\"a\",\"b\"]", false, 1, 1, REPLY_PAR, ""},
};

static void make_task(struct arena *arena, const char *text, struct task *task)
{
    struct faults *faults = arena_new(arena, struct faults);
    struct lesson *lesson = arena_new(arena, struct lesson);
    *faults = (struct faults){.arena = arena, .file = S("01-t.md")};
    lesson_read(arena, arena, S("01-t.md"), slice_of(text), faults, lesson);
    task_make(arena, faults, &lesson->exercises.at[0], 0, task);
    if (faults->len)
        fail_msg("%.*s", (int)faults->at[0].text.len, faults->at[0].text.at);
}

static const struct course_replies *course(struct arena *arena)
{
    struct course_replies *replies = arena_new(arena, struct course_replies);
    static const enum ending failures[] = {ENDS_BUILD, ENDS_CLIENT, ENDS_PULL, ENDS_NO_COMMAND};
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++)
        *list_add(arena, replies) =
            (struct course_reply){.rule = RULE_COUNT, .failure = failures[i]};
    *list_add(arena, replies) = (struct course_reply){.rule = RULE_BlankInWord};
    *list_add(arena, replies) = (struct course_reply){.rule = RULE_ShellFormEntrypointArgs};
    return replies;
}

static struct work work_of(struct arena *arena, const struct task *task, const char *said)
{
    struct work work = {.text = slice_of(said)};
    struct {
        struct slice *at;
        size_t len, cap;
    } lines = {0};
    for (struct slice line, rest = work.text; task_is_said(task->exercise) && rest.len;) {
        slice_cut(rest, '\n', &line, &rest);
        *list_add(arena, &lines) = line;
    }
    work.said = lines.at;
    work.said_len = lines.len;
    return work;
}

static void judges(void **state)
{
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof verdicts / sizeof *verdicts; i++) {
        struct task task;
        struct verdict verdict;
        make_task(arena, verdicts[i].lesson, &task);
        struct work work = work_of(arena, &task, verdicts[i].said);
        exercise_judge(arena, &task, course(arena), &work, &verdict);
        if (verdict.passes != verdicts[i].passes)
            fail_msg("%s: %s", verdicts[i].name, verdict.passes ? "passes" : "fails");
        if (verdict.len != verdicts[i].shown || verdict.hold != verdicts[i].hold)
            fail_msg("%s: %zu of %zu hold", verdicts[i].name, verdict.hold, verdict.len);
        if (verdict.reply.from != verdicts[i].from)
            fail_msg("%s: a reply from %d, %.*s", verdicts[i].name, verdict.reply.from,
                     (int)verdict.reply.name.len, verdict.reply.name.at);
        assert_slice(verdicts[i].name, verdict.reply.name, slice_of(verdicts[i].reply));
    }
}

/* All visible ones hold: the first hidden one that does not is shown behind them. */
static void shows_one_hidden(void **state)
{
    struct task task;
    struct verdict verdict;
    make_task(*state, write_text, &task);
    const struct work work = {.text = S("FROM base\nENTRYPOINT [\"ping\"]\nCMD [\"-c\",\"3\"]\n")};
    task.checks.at[2].list.len = 1; /* now it wants ["ping"] */
    exercise_judge(*state, &task, NULL, &work, &verdict);
    assert_false(verdict.passes);
    assert_int_equal(verdict.visible, 2);
    assert_int_equal(verdict.len, 3);
    assert_slice("hidden", verdict.results[2].asked, S("docker run p -c 1"));
}

/* How an argv differs from ["serve","--port","9000"], of the image's lines and a run line. */
static const struct {
    const char *lines, *run, *reason;
    bool line; /* the learner types the run line */
} reasons[] = {
    {"ENTRYPOINT [\"serve\"]\nCMD [\"--port\",\"80\"]", "docker run p",
     "80 runs where 9000 is wanted; it stands in CMD, line 3. CMD runs when nothing is typed "
     "behind "
     "the image. What is it to be then?",
     false},
    {"ENTRYPOINT [\"sh\"]", "docker run p --port 9000",
     "The words are right, the program is not: sh runs instead of serve. It stands in ENTRYPOINT, "
     "line 2. ENTRYPOINT stays, whatever a caller types. Which words may nobody leave out?",
     false},
    {"ENTRYPOINT [\"serve\",\"-v\"]", "docker run p --port 9000",
     "-v is one word too many; it stands in ENTRYPOINT, line 2. ENTRYPOINT stays, whatever a "
     "caller "
     "types. Which words may nobody leave out?",
     false},
    {"ENTRYPOINT [\"serve\",\"--port\",\"80\"]", "docker run p --port 9000",
     "--port 80: two words too many; they stand in ENTRYPOINT, line 2. ENTRYPOINT stays, whatever "
     "a "
     "caller types. Which words may nobody leave out?",
     false},
    {"ENTRYPOINT [\"serve\"]", "docker run p serve --port 9000",
     "serve is one word too many; it stands on the run line. What is typed behind the image takes "
     "the place of CMD, word by word. What is to stand there?",
     true},
    {"CMD [\"serve\"]", "docker run p --port 9000",
     "serve is missing in front of --port, which stands on the run line. ENTRYPOINT's words come "
     "first, then CMD's or what is typed. Which list is to hold what is missing?",
     false},
    {"ENTRYPOINT [\"serve\"]", "docker run p",
     "--port 9000: two words are missing behind serve, which stands in ENTRYPOINT, line 2. What is "
     "typed takes "
     "the place of all of CMD, so all of it has to be typed. What else is to run?",
     true},
    {"", "docker run p --port 9000 serve",
     "All words are there, in another order: --port comes before serve. It stands on the run line. "
     "Words arrive in the order in which they are typed, behind ENTRYPOINT's. Which one comes "
     "first?",
     true},
    {"CMD [\"serve\",\"--port 9000\"]", "docker run p",
     "--port 9000 runs as one word, and several are wanted. It stands in CMD, line 2. Each string "
     "of the array is one word, and nobody splits it. Where does the first one end?",
     false},
    {"", "docker run --entrypoint /bin/serve p --port 9000",
     "The words are right, the program is not: /bin/serve runs instead of serve. It stands in "
     "--entrypoint. --entrypoint takes the place of ENTRYPOINT, and names the program alone. Which "
     "one is to run?",
     true},
    {"CMD [\"a\",\"b\"]", "docker run p",
     "The first word that differs is a, where serve is wanted. It stands in CMD, line 2. CMD runs "
     "when nothing is typed behind the image. What is it to be then?",
     false},
};

static void differs(void **state)
{
    struct arena *arena = *state;
    struct result result = {.wants_argv = true};
    const struct scene_images none = {0};
    struct scene scene;
    words_of_array(arena, S("[\"serve\",\"--port\",\"9000\"]"), &result.argv);
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++) {
        struct markdown reason = {0};
        scene_open(arena, &none, S("p"), S(""), slice_of(reasons[i].lines), &scene);
        result.answer = scene_ask(arena, &scene, slice_of(reasons[i].run));
        if (!reason_of_words(arena, &result, reasons[i].line, true, &reason))
            fail_msg("no reason: %s", reasons[i].run);
        assert_slice(reasons[i].run, markdown_text(arena, &reason.at[0]),
                     slice_of(reasons[i].reason));
    }
}

/* One word that several are wanted of, the other way round, and words of a base image. */
static void differs_apart(void **state)
{
    struct result result = {.wants_argv = true};
    struct markdown reason = {0};
    struct scene_images images = {0};
    struct scene scene;
    scene_add(*state, &images, S("tool"), S("CMD [\"sh\",\"-c\",\"id;\",\"date\"]"));
    words_of_array(*state, S("[\"sh\",\"-c\",\"id; date\"]"), &result.argv);
    scene_open(*state, &images, S("p"), S("FROM tool"), S(""), &scene);
    result.answer = scene_ask(*state, &scene, S("docker run p"));
    assert_true(reason_of_words(*state, &result, false, false, &reason));
    assert_slice("apart", markdown_text(*state, &reason.at[0]),
                 S("id; date is wanted as one word, and several run. The first, id;, stands in CMD "
                   "of the image tool. Each string of the array is a word of its own. Which of "
                   "them belong together?"));
    result.argv = (struct args){0};
    words_of_array(*state, S("[\"x\",\"y\",\"z\"]"), &result.argv);
    assert_false(reason_of_words(*state, &result, false, false, &reason));
}

/* A prediction that nobody foresaw: what is off, and of which line. */
static const struct {
    const char *said, *reply;
    size_t about;
} predictions[] = {
    {"ping 'a b'\nls",
     "Nothing starts here. Docker says: docker: Error response from daemon: no command specified",
     2},
    {"ping 'a c'\nnothing starts", "All words but one are right: look at a c again.", 1},
    {"ping x y\nnothing starts",
     "The number of words is another: 3 said, 2 in what runs. Words after the image take the place "
     "of CMD, all of it.",
     1},
    {"nothing starts\nls",
     "Something starts here. Words after the image take the place of CMD, all of it.", 1},
    {"ping 'a b'\n-c 3", NULL, 2},
    {"ls\nping a b",
     "The number of words is another: 1 said, 2 in what runs. Words after the image take the place "
     "of CMD, all of it.",
     1},
    {"ping a b\nls", "split", 1},
};

static void tells_of_predictions(void **state)
{
    struct arena *arena = *state;
    struct task task;
    make_task(arena, predict_text, &task);
    for (size_t i = 0; i < sizeof predictions / sizeof *predictions; i++) {
        struct verdict verdict;
        struct work work = work_of(arena, &task, predictions[i].said);
        exercise_judge(arena, &task, course(arena), &work, &verdict);
        assert_int_equal(verdict.reply.about, predictions[i].about);
        if (predictions[i].reply)
            assert_slice(predictions[i].said, markdown_text(arena, &verdict.reply.text.at[0]),
                         slice_of(predictions[i].reply));
    }
}

/* docker exec ends as it does where no container of that name runs. */
static void finds_no_container(void **state)
{
    const struct scene_images none = {0};
    struct scene scene;
    scene_open(*state, &none, S("p"), S("FROM base\nCMD [\"a\"]"), S(""), &scene);
    const struct answer *answer = scene_ask(*state, &scene, S("docker exec -it p ls"));
    assert_false(answer->has_plan);
    assert_int_equal(answer_ending(answer), ENDS_DAEMON);
    assert_int_equal(answer->failure.exit, 1);
    assert_slice("message", answer->failure.message,
                 S("Error response from daemon: No such container: p\n"));
}

/* What is said is split as a shell would, and nothing is expanded. */
static const struct {
    const char *said, *words; /* null: it cannot be read */
} sayings[] = {
    {"a 'b c' \"d e\" f\\ g", "[\"a\",\"b c\",\"d e\",\"f g\"]"},
    {"a $PORT \"$PORT\" '$PORT'", "[\"a\",\"$PORT\",\"$PORT\",\"$PORT\"]"},
    {"a '' \"\"", "[\"a\",\"\",\"\"]"},
    {"[\"a\", \"b\"]", "[\"a\",\"b\"]"},
    {"[ a ]", "[\"[\",\"a\",\"]\"]"},
    {"a 'b", NULL},
    {"", NULL},
};

static void understands(void **state)
{
    for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++) {
        struct args words;
        struct buffer out = {.arena = *state};
        enum said said = said_read(*state, slice_of(sayings[i].said), &words);
        bool read = said_is_answer(said);
        assert_int_equal(read, sayings[i].words != NULL);
        if (!read)
            continue;
        quote_json_array(&out, &words);
        assert_slice(sayings[i].said, buffer_slice(&out), slice_of(sayings[i].words));
    }
}

/* Every belief has a sentence that cures it, in one line of a reply. */
static void cures(void **state)
{
    for (unsigned belief = 0; belief < BELIEF_COUNT; belief++) {
        struct slice text = words_of_belief(*state, (enum belief)belief);
        if (!text.len || text.len > 3 * 76 || slice_has(text, '\n'))
            fail_msg("%s: %.*s", belief_name((enum belief)belief).at, (int)text.len, text.at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_test_with_arena(checks_hold),
        unit_test_with_arena(judges),
        unit_test_with_arena(shows_one_hidden),
        unit_test_with_arena(differs),
        unit_test_with_arena(differs_apart),
        unit_test_with_arena(tells_of_predictions),
        unit_test_with_arena(finds_no_container),
        unit_test_with_arena(understands),
        unit_test_with_arena(cures),
    };
    return cmocka_run_group_tests_name("exercise", tests, NULL, NULL);
}
