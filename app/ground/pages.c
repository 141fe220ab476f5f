/* A page for every rule. In: a rule; out: its page, constant text.
 *
 * What is claimed here is what BuildKit and Docker do; tests/unit/test_pages.c runs every example.
 * A translation is a second table of the same rows. */
#include "app/ground/pages.h"

#define BAD(...)  .bad = {__VA_ARGS__}
#define GOOD(...) .good = {__VA_ARGS__}

/* A row of the table, at the place of its rule. */
#define PAGE(id, what_text, why_text, ...)                                                         \
    [RULE_##id] = {.rule = RULE_##id, .what = what_text, .why = why_text, __VA_ARGS__}

/* The same without examples. */
#define PAGE_ALONE(id, what_text, why_text)                                                        \
    [RULE_##id] = {.rule = RULE_##id, .what = what_text, .why = why_text}

#define RUN      "docker run app"
#define PAIR     "FROM alpine\nENTRYPOINT [\"ping\"]\nCMD [\"-c\", \"3\", \"localhost\"]\n"
#define PAIR_RUN "[\"ping\",\"-c\",\"3\",\"localhost\"]"
#define SHOP     "FROM python:3.12\nENTRYPOINT [\"python\", \"manage.py\"]\n"

static const struct page pages[RULE_COUNT] = {
    /* ---- BuildKit's rules. */
    PAGE(ConsistentInstructionCasing,
         "Some keywords are in capitals and some in small letters. The majority\n"
         "counts, and each keyword that is written otherwise is named.",
         "Docker reads a keyword in any case, so nothing changes. Readers, and tools\n"
         "that look for CMD and ENTRYPOINT with plain text search, miss the odd one.",
         BAD("FROM alpine\nENTRYPOINT [\"date\"]\ncmd [\"-u\"]\n", RUN, "[\"date\",\"-u\"]"),
         GOOD("FROM alpine\nENTRYPOINT [\"date\"]\nCMD [\"-u\"]\n", RUN, "[\"date\",\"-u\"]")),
    PAGE_ALONE(CopyIgnoredFile, "COPY or ADD names a file that .dockerignore leaves out.",
               "The file does not reach the builder. The files that are sent along are not\n"
               "known here, so pairing never raises this rule; docker build --check does."),
    PAGE(
        DuplicateStageName, "Two stages are called the same.",
        "Below the second one the name means the second. FROM and --target then stand\n"
        "on other lists than the first stage has.",
        BAD("FROM alpine AS base\nCMD [\"one\"]\nFROM alpine AS base\nCMD [\"two\"]\nFROM base\n",
            RUN, "[\"two\"]"),
        GOOD("FROM alpine AS base\nCMD [\"one\"]\nFROM alpine AS tools\nCMD [\"two\"]\nFROM base\n",
             RUN, "[\"one\"]")),
    PAGE_ALONE(ExposeInvalidFormat,
               "EXPOSE is given an address or a port of the host, as -p takes them.",
               "EXPOSE names ports of the container alone. This rule is of a newer BuildKit\n"
               "than the one pairing follows, so pairing never raises it."),
    PAGE_ALONE(ExposeProtoCasing, "EXPOSE 80/TCP: the protocol is not in small letters.",
               "It is stored in small letters. This rule is of a newer BuildKit than the one\n"
               "pairing follows, so pairing never raises it."),
    PAGE(FromAsCasing, "FROM is in capitals and its AS in small letters, or the other way round.",
         "Docker reads both, so nothing changes; people read one case more easily.",
         BAD("FROM alpine as base\nCMD [\"date\"]\n", RUN, "[\"date\"]"),
         GOOD("FROM alpine AS base\nCMD [\"date\"]\n", RUN, "[\"date\"]")),
    PAGE(FromPlatformFlagConstDisallowed,
         "FROM --platform names one platform, and the stage is not named after it.",
         "The stage is then built for that platform whatever the builder asks for. On\n"
         "another processor the program runs under emulation or not at all.",
         BAD("FROM --platform=linux/amd64 alpine\nCMD [\"date\"]\n", RUN, "[\"date\"]"),
         GOOD("FROM alpine\nCMD [\"date\"]\n", RUN, "[\"date\"]")),
    PAGE_ALONE(InvalidBaseImagePlatform,
               "The base image was taken for another platform than the one that is built.",
               "Its programs, /bin/sh among them, are made for another processor: they run\n"
               "under emulation or not at all. pairing says so where metadata of the base,\n"
               "given with --base, names its platform."),
    PAGE(InvalidDefaultArgInFrom,
         "FROM uses an ARG, and with the default of that ARG it names no image.",
         "The build works with --build-arg alone. Whoever forgets it gets an error\n"
         "that does not name the missing ARG.",
         BAD("ARG BASE\nFROM $BASE\nCMD [\"date\"]\n", RUN),
         GOOD("ARG BASE=alpine\nFROM $BASE\nCMD [\"date\"]\n", RUN, "[\"date\"]")),
    PAGE(InvalidDefinitionDescription,
         "The comment right above an ARG or a named stage does not begin with its\n"
         "name. An experimental rule: # check=experimental=all asks for it.",
         "Tools show that comment to whoever asks what the ARG or stage is for.",
         BAD("# check=experimental=all\n\n# the release to take\nARG TAG=3\nFROM alpine:$TAG\n"
             "CMD [\"date\"]\n",
             RUN, "[\"date\"]"),
         GOOD("# check=experimental=all\n\n# TAG the release to take\nARG TAG=3\nFROM alpine:$TAG\n"
              "CMD [\"date\"]\n",
              RUN, "[\"date\"]")),
    PAGE(JSONArgsRecommended,
         "CMD or ENTRYPOINT is not a JSON array, so it is shell form: a shell is\n"
         "started, and the text is handed to it. A SHELL instruction silences this\n"
         "rule.",
         "docker stop sends its signal to PID 1 alone. A shell that stays there passes\n"
         "nothing on: the program never hears of it and is killed after ten seconds.",
         BAD("FROM python:3.12\nENTRYPOINT python app.py\n", RUN,
             "[\"/bin/sh\",\"-c\",\"python app.py\"]"),
         GOOD("FROM python:3.12\nENTRYPOINT [\"python\", \"app.py\"]\n", RUN,
              "[\"python\",\"app.py\"]")),
    PAGE(LegacyKeyValueFormat, "ENV or LABEL has a blank behind the name where = could stand.",
         "Without = all the rest of the line is one value: ENV A 1 B=2 sets A to \"1\n"
         "B=2\" and no B.",
         BAD("FROM alpine\nENV PORT 80\nCMD [\"env\"]\n", RUN, "[\"env\"]"),
         GOOD("FROM alpine\nENV PORT=80\nCMD [\"env\"]\n", RUN, "[\"env\"]")),
    PAGE(MaintainerDeprecated, "MAINTAINER sets the author of the image, and is out of use.",
         "A label says the same, and tools read it.",
         BAD("FROM alpine\nMAINTAINER Ada\nCMD [\"date\"]\n", RUN, "[\"date\"]"),
         GOOD("FROM alpine\nLABEL org.opencontainers.image.authors=\"Ada\"\nCMD [\"date\"]\n", RUN,
              "[\"date\"]")),
    PAGE(MultipleInstructionsDisallowed,
         "A stage has more than one CMD, ENTRYPOINT or HEALTHCHECK. The warning stands\n"
         "at the one that is lost.",
         "They do not add up: the last one counts. A container runs one argv; a second\n"
         "program is a second container, or is started by the first.",
         BAD("FROM alpine\nCMD [\"server\"]\nCMD [\"worker\"]\n", RUN, "[\"worker\"]"),
         GOOD("FROM alpine\nCMD [\"worker\"]\n", RUN, "[\"worker\"]")),
    PAGE(NoEmptyContinuation, "An empty line stands behind a line that ends in a backslash.",
         "The instruction goes on behind it, which readers do not see. A later Docker\n"
         "may refuse it.",
         BAD("FROM alpine\nCMD date \\\n\n  -u\n", RUN, "[\"/bin/sh\",\"-c\",\"date   -u\"]"),
         GOOD("FROM alpine\nCMD date \\\n  -u\n", RUN, "[\"/bin/sh\",\"-c\",\"date   -u\"]")),
    PAGE(RedundantTargetPlatform, "FROM --platform=$TARGETPLATFORM asks for what is the default.",
         "Nothing changes without it.",
         BAD("FROM --platform=$TARGETPLATFORM alpine\nCMD [\"date\"]\n", RUN, "[\"date\"]"),
         GOOD("FROM alpine\nCMD [\"date\"]\n", RUN, "[\"date\"]")),
    PAGE(ReservedStageName,
         "A stage is called scratch or context. Both names mean something already: the\n"
         "empty image, and the files that are sent to the builder.",
         "From there on the name means the stage, and with it come its ENTRYPOINT and\n"
         "CMD.",
         BAD("FROM alpine AS scratch\nCMD [\"date\"]\nFROM scratch\n", RUN, "[\"date\"]"),
         GOOD("FROM alpine AS base\nCMD [\"date\"]\nFROM base\n", RUN, "[\"date\"]")),
    PAGE(SecretsUsedInArgOrEnv,
         "The name of an ARG or ENV sounds like a secret: PASSWORD, TOKEN, KEY and\n"
         "others.",
         "Both stay in the image and in its history. Whoever has the image can read\n"
         "them.",
         BAD("FROM alpine\nENV DB_PASSWORD=swordfish\nCMD [\"env\"]\n", RUN, "[\"env\"]"),
         GOOD("FROM alpine\nCMD [\"env\"]\n", "docker run -e DB_PASSWORD app", "[\"env\"]")),
    PAGE(StageNameCasing, "The name of a stage has capitals.",
         "It is kept in small letters, and FROM compares letter by letter: FROM Base\n"
         "does not find the stage that was named Base, and takes it for an image.",
         BAD("FROM alpine AS Base\nCMD [\"date\"]\n", RUN, "[\"date\"]"),
         GOOD("FROM alpine AS base\nCMD [\"date\"]\n", RUN, "[\"date\"]")),
    PAGE(UndefinedArgInFrom, "FROM uses a variable that no ARG above the first FROM declares.",
         "It is empty there, also when --build-arg gives it a value.",
         BAD("FROM alpine:${TAG:-3}\nCMD [\"date\"]\n", RUN, "[\"date\"]"),
         GOOD("ARG TAG=3\nFROM alpine:$TAG\nCMD [\"date\"]\n", RUN, "[\"date\"]")),
    PAGE(UndefinedVar,
         "An instruction uses a variable that neither ENV nor ARG has set in this\n"
         "stage.",
         "The build puts nothing in its place. CMD and ENTRYPOINT are not concerned:\n"
         "in them the build expands nothing.",
         BAD("FROM alpine\nWORKDIR /srv/$NAME\nCMD [\"pwd\"]\n", RUN, "[\"pwd\"]"),
         GOOD("FROM alpine\nARG NAME=shop\nWORKDIR /srv/$NAME\nCMD [\"pwd\"]\n", RUN, "[\"pwd\"]")),
    PAGE(WorkdirRelativePath,
         "The first WORKDIR is relative: it stands on the directory that the base\n"
         "chose.",
         "When the base chooses another one, this one moves, and with it every\n"
         "relative path in ENTRYPOINT and CMD.",
         BAD("FROM alpine\nWORKDIR app\nENTRYPOINT [\"./serve\"]\n", RUN, "[\"./serve\"]"),
         GOOD("FROM alpine\nWORKDIR /app\nENTRYPOINT [\"./serve\"]\n", RUN, "[\"./serve\"]")),

    /* ---- Ours: in the Dockerfile. */
    PAGE(ArrayNotJSON,
         "The text behind CMD or ENTRYPOINT looks like an array and is not valid JSON:\n"
         "a comma too many, a word without quotes, a backslash that JSON does not\n"
         "know.",
         "Docker does not complain. It takes the line as shell form, and the shell\n"
         "gets the text with its brackets.",
         BAD("FROM python:3.12\nCMD [\"python\", \"app.py\",]\n", RUN,
             "[\"/bin/sh\",\"-c\",\"[\\\"python\\\", \\\"app.py\\\",]\"]"),
         GOOD("FROM python:3.12\nCMD [\"python\", \"app.py\"]\n", RUN, "[\"python\",\"app.py\"]")),
    PAGE(SingleQuotedArray,
         "The elements of the array stand in single quotes. JSON knows double ones\n"
         "only.",
         "Docker does not complain. It takes the line as shell form; the shell looks\n"
         "for a program called [python, or for [, which is one.",
         BAD("FROM python:3.12\nCMD ['python', 'app.py']\n", RUN,
             "[\"/bin/sh\",\"-c\",\"['python', 'app.py']\"]"),
         GOOD("FROM python:3.12\nCMD [\"python\", \"app.py\"]\n", RUN, "[\"python\",\"app.py\"]")),
    PAGE(CurlyQuotedArray,
         "The elements stand in typographic quotes, as word processors and web pages\n"
         "write them. JSON knows the straight double quote only.",
         "Docker does not complain. It takes the line as shell form, and the shell\n"
         "gets the text with its brackets.",
         BAD("FROM python:3.12\nCMD [\xe2\x80\x9cpython\xe2\x80\x9d, \xe2\x80\x9c"
             "app.py\xe2\x80\x9d]\n",
             RUN,
             "[\"/bin/sh\",\"-c\",\"[\xe2\x80\x9cpython\xe2\x80\x9d, \xe2\x80\x9c"
             "app.py\xe2\x80\x9d]\"]"),
         GOOD("FROM python:3.12\nCMD [\"python\", \"app.py\"]\n", RUN, "[\"python\",\"app.py\"]")),
    PAGE(TextAfterArray, "Something stands behind the closing bracket, a comment most of the time.",
         "# begins a comment only at the start of a line. Behind the array it makes\n"
         "all of the line shell form, brackets included.",
         BAD("FROM alpine\nCMD [\"date\", \"-u\"] # in UTC\n", RUN,
             "[\"/bin/sh\",\"-c\",\"[\\\"date\\\", \\\"-u\\\"] # in UTC\"]"),
         GOOD("FROM alpine\n# in UTC\nCMD [\"date\", \"-u\"]\n", RUN, "[\"date\",\"-u\"]")),
    PAGE(ExecFormVariable, "An element of exec form has a variable in it.",
         "No shell reads exec form and the build expands nothing in CMD and\n"
         "ENTRYPOINT: the program gets the characters of the name. The variable itself\n"
         "is set, and the program can read it. Where a shell is wanted, exec makes the\n"
         "program PID 1.",
         BAD("FROM alpine\nENV PORT=8000\nCMD [\"serve\", \"--port\", \"$PORT\"]\n", RUN,
             "[\"serve\",\"--port\",\"$PORT\"]"),
         GOOD("FROM alpine\nENV PORT=8000\nCMD exec serve --port \"$PORT\"\n", RUN,
              "[\"/bin/sh\",\"-c\",\"exec serve --port \\\"$PORT\\\"\"]")),
    PAGE(ExecFormOperator,
         "An element of exec form is an operator of the shell: && || ; | > < or &.",
         "No shell reads exec form: the program gets the operator as an argument, and\n"
         "what stands behind it too.",
         BAD("FROM alpine\nCMD [\"./migrate\", \"&&\", \"./serve\"]\n", RUN,
             "[\"./migrate\",\"&&\",\"./serve\"]"),
         GOOD("FROM alpine\nCMD ./migrate && exec ./serve\n", RUN,
              "[\"/bin/sh\",\"-c\",\"./migrate && exec ./serve\"]")),
    PAGE(ExecFormTilde, "An element of exec form begins with a tilde.",
         "~ is the shell's shorthand for a home directory, and no shell reads exec\n"
         "form: the program looks for a directory called ~.",
         BAD("FROM alpine\nCMD [\"cat\", \"~/notes\"]\n", RUN, "[\"cat\",\"~/notes\"]"),
         GOOD("FROM alpine\nCMD [\"cat\", \"/root/notes\"]\n", RUN, "[\"cat\",\"/root/notes\"]")),
    PAGE(ExecFormGlob, "An element of exec form is a pattern for file names.",
         "Patterns are matched by a shell, and no shell reads exec form: the program\n"
         "gets the pattern itself.",
         BAD("FROM alpine\nCMD [\"ls\", \"*.txt\"]\n", RUN, "[\"ls\",\"*.txt\"]"),
         GOOD("FROM alpine\nCMD exec ls *.txt\n", RUN, "[\"/bin/sh\",\"-c\",\"exec ls *.txt\"]")),
    PAGE(ExecFormQuotes, "An element of exec form has quotes inside its own.",
         "On a shell's line quotes keep a word together and vanish. Here the JSON\n"
         "string keeps it together, and quotes inside it are characters that arrive.",
         BAD("FROM alpine\nCMD [\"greet\", \"--name='Ada L'\"]\n", RUN,
             "[\"greet\",\"--name='Ada L'\"]"),
         GOOD("FROM alpine\nCMD [\"greet\", \"--name=Ada L\"]\n", RUN,
              "[\"greet\",\"--name=Ada L\"]")),
    PAGE(BlankInWord, "An element of exec form has a blank in it and looks like two words.",
         "Exec form is never split: each string is one word of argv. The program gets\n"
         "\"--port 80\" as a single argument; as the first word it would be the name of\n"
         "a file.",
         BAD("FROM alpine\nENTRYPOINT [\"serve\", \"--port 80\"]\n", RUN,
             "[\"serve\",\"--port 80\"]"),
         GOOD("FROM alpine\nENTRYPOINT [\"serve\", \"--port\", \"80\"]\n", RUN,
              "[\"serve\",\"--port\",\"80\"]")),
    PAGE(ShellFormEntrypointArgs,
         "ENTRYPOINT is shell form, and words stand behind it: from CMD or from the\n"
         "line.",
         "They are not dropped. The argv is sh -c TEXT WORD ..., and to a shell the\n"
         "words behind the text are $0, $1 and so on. A text that does not name them\n"
         "ignores them.",
         BAD("FROM alpine\nENTRYPOINT ls\n", "docker run app -l /srv",
             "[\"/bin/sh\",\"-c\",\"ls\",\"-l\",\"/srv\"]"),
         GOOD("FROM alpine\nENTRYPOINT [\"ls\"]\n", "docker run app -l /srv",
              "[\"ls\",\"-l\",\"/srv\"]")),
    PAGE(ShellFormCmdArgs, "ENTRYPOINT is exec form and CMD is shell form.",
         "CMD is a list too: the shell, its option, one text. Laid behind ENTRYPOINT\n"
         "they are arguments: the program gets /bin/sh as its first one, and nobody\n"
         "runs CMD.",
         BAD(SHOP "CMD runserver 0.0.0.0:8000\n", RUN,
             "[\"python\",\"manage.py\",\"/bin/sh\",\"-c\",\"runserver 0.0.0.0:8000\"]"),
         GOOD(SHOP "CMD [\"runserver\", \"0.0.0.0:8000\"]\n", RUN,
              "[\"python\",\"manage.py\",\"runserver\",\"0.0.0.0:8000\"]")),
    PAGE(DoubleShell, "A shell-form CMD or ENTRYPOINT starts a shell with -c.",
         "Shell form starts one already. The text is read twice: the outer shell\n"
         "expands the variables and removes the quotes that were meant for the inner\n"
         "one.",
         BAD("FROM alpine\nCMD sh -c \"exec serve $PORT\"\n", RUN,
             "[\"/bin/sh\",\"-c\",\"sh -c \\\"exec serve $PORT\\\"\"]"),
         GOOD("FROM alpine\nCMD exec serve $PORT\n", RUN,
              "[\"/bin/sh\",\"-c\",\"exec serve $PORT\"]")),
    PAGE(ShellScriptArgs, "A shell is started with -c, and more than one word stands behind it.",
         "One word is the text. The next ones are $0, $1 and so on of that text, not\n"
         "more text. \"$@\" is all of them from $1 on; so a word for $0 has to stand\n"
         "between.",
         BAD("FROM alpine\nENTRYPOINT [\"sh\", \"-c\", \"echo\"]\nCMD [\"hello\"]\n", RUN,
             "[\"sh\",\"-c\",\"echo\",\"hello\"]"),
         GOOD("FROM alpine\nENTRYPOINT [\"sh\", \"-c\", \"echo \\\"$@\\\"\", \"sh\"]\n"
              "CMD [\"hello\"]\n",
              RUN, "[\"sh\",\"-c\",\"echo \\\"$@\\\"\",\"sh\",\"hello\"]")),
    PAGE(InheritedCmdLost, "A stage sets ENTRYPOINT, sets no CMD, and its base has a CMD.",
         "Any ENTRYPOINT drops the inherited CMD: what the base left to its callers\n"
         "would make no sense behind another program. A CMD in this stage stays,\n"
         "whether it stands above or below.",
         BAD("FROM nginx\nENTRYPOINT [\"/start.sh\"]\n", RUN, "[\"/start.sh\"]"),
         GOOD("FROM nginx\nENTRYPOINT [\"/start.sh\"]\nCMD [\"nginx\", \"-g\", \"daemon off;\"]\n",
              RUN, "[\"/start.sh\",\"nginx\",\"-g\",\"daemon off;\"]")),
    PAGE(HeredocNotHere, "CMD or ENTRYPOINT is followed by <<EOF.",
         "Only RUN, COPY and ADD take a heredoc. Here << is text for the shell, and\n"
         "the lines below are read as instructions.",
         BAD("FROM alpine\nCMD <<EOF\necho hello\nEOF\n", RUN),
         GOOD("FROM alpine\nCOPY --chmod=755 <<EOF /start.sh\n#!/bin/sh\necho hello\nEOF\n"
              "CMD [\"/start.sh\"]\n",
              RUN, "[\"/start.sh\"]")),

    /* ---- Ours: on the line. */
    PAGE(EntrypointDropsCmd,
         "--entrypoint is given, no words stand behind the image, and the image has a\n"
         "CMD.",
         "CMD is what the image says behind its own ENTRYPOINT. With --entrypoint\n"
         "neither of the two is used: what the new program needs has to be typed.",
         BAD(PAIR, "docker run --entrypoint traceroute app", "[\"traceroute\"]"),
         GOOD(PAIR, "docker run --entrypoint traceroute app localhost",
              "[\"traceroute\",\"localhost\"]")),
    PAGE(OptionAfterImage, "An option of docker run stands behind the image.",
         "The image ends docker's part of the line. All that follows goes into the\n"
         "container: it replaces CMD, and no port is published.",
         BAD("FROM nginx\n", "docker run app -p 8080:80",
             "[\"/docker-entrypoint.sh\",\"-p\",\"8080:80\"]"),
         GOOD("FROM nginx\n", "docker run -p 8080:80 app",
              "[\"/docker-entrypoint.sh\",\"nginx\",\"-g\",\"daemon off;\"]")),
    PAGE(EntrypointBlank, "The value of --entrypoint has a blank in it.",
         "--entrypoint takes one word and does not split it: Docker looks for a file\n"
         "of that name, blank included. Arguments stand behind the image.",
         BAD(SHOP, "docker run --entrypoint 'python manage.py' app", "[\"python manage.py\"]"),
         GOOD(SHOP, "docker run --entrypoint python app manage.py", "[\"python\",\"manage.py\"]")),
    PAGE(EntrypointJSON, "The value of --entrypoint is an array, as ENTRYPOINT takes it.",
         "Docker reads no JSON there: it looks for a file whose name begins with a\n"
         "bracket. Arguments stand behind the image.",
         BAD(SHOP, "docker run --entrypoint '[\"python\",\"-V\"]' app",
             "[\"[\\\"python\\\",\\\"-V\\\"]\"]"),
         GOOD(SHOP, "docker run --entrypoint python app -V", "[\"python\",\"-V\"]")),
    PAGE(EntrypointEmpty, "--entrypoint \"\" is given, and no words stand behind the image.",
         "It removes ENTRYPOINT, and as with every --entrypoint CMD is not used\n"
         "either: no command is left, and Docker refuses. With words it is a way round\n"
         "ENTRYPOINT.",
         BAD(PAIR, "docker run --entrypoint \"\" app"),
         GOOD(PAIR, "docker run --entrypoint \"\" app date", "[\"date\"]")),
    PAGE(EntrypointRepeated, "--entrypoint is given more than once.",
         "The last one counts, the others are lost without a word.",
         BAD(PAIR, "docker run --entrypoint sh --entrypoint date app", "[\"date\"]"),
         GOOD(PAIR, "docker run --entrypoint date app", "[\"date\"]")),
    PAGE(ProgramTwice, "The first word behind the image is the program that ENTRYPOINT names.",
         "ENTRYPOINT stays where it is: the program gets its own name as an argument.",
         BAD(PAIR, "docker run app ping example.org", "[\"ping\",\"ping\",\"example.org\"]"),
         GOOD(PAIR, "docker run app example.org", "[\"ping\",\"example.org\"]")),
    PAGE(CmdReplacedByOptions,
         "The image has no ENTRYPOINT, and the words behind it begin with an option.",
         "Words behind the image replace all of CMD, its program too: the option\n"
         "became the program, and hardly an image has a file of that name. Either the\n"
         "program is typed again, or the image makes it its ENTRYPOINT.",
         BAD("FROM alpine\nCMD [\"ls\", \"/srv\"]\n", "docker run app -l", "[\"-l\"]"),
         GOOD("FROM alpine\nENTRYPOINT [\"ls\"]\nCMD [\"/srv\"]\n", "docker run app -l",
              "[\"ls\",\"-l\"]")),
    PAGE(TypographicDash,
         "A word begins with a typographic dash, as web pages make it of two hyphens.",
         "It is a character like others, so the word is no option. Before the image\n"
         "it is taken for the image; behind it, it is an argument.",
         BAD(PAIR, "docker run \xe2\x80\x93rm app"), GOOD(PAIR, "docker run --rm app", PAIR_RUN)),
    PAGE(NothingToRun, "The image sets neither ENTRYPOINT nor CMD, and no words stand behind it.",
         "Nothing forbids to build such an image. Docker refuses when a container is\n"
         "made: no command specified, exit 125.",
         BAD("FROM scratch\nCOPY serve /\n", RUN),
         GOOD("FROM scratch\nCOPY serve /\nENTRYPOINT [\"/serve\"]\n", RUN, "[\"/serve\"]")),
    PAGE(HostExpanded,
         "A variable or a pattern on the line was replaced by the shell it was typed\n"
         "into.",
         "The container never sees it: it gets the value, or the file names, of the\n"
         "host. In single quotes it goes in as it stands, and a shell in there has to\n"
         "read it.",
         BAD("FROM alpine\n", "docker run app echo $HOME", "[\"echo\",\"/home/me\"]"),
         GOOD("FROM alpine\n", "docker run app sh -c 'echo $HOME'",
              "[\"sh\",\"-c\",\"echo $HOME\"]")),
    PAGE(LineCutShort,
         "An operator on the line, && or | or > or another, ends docker's part of it\n"
         "or takes words out of it.",
         "The shell it was typed into acts on it: what follows && runs on the host.\n"
         "Quoted, it goes into the container, and a shell in there has to read it.",
         BAD("FROM alpine\n", "docker run app ls && echo done", "[\"ls\"]"),
         GOOD("FROM alpine\n", "docker run app sh -c 'ls && echo done'",
              "[\"sh\",\"-c\",\"ls && echo done\"]")),

    /* ---- The merge. */
    PAGE(EntrypointExecForm,
         "ENTRYPOINT is a JSON array of strings: each string is one word of argv.",
         "No shell is started; nothing is split, expanded or unquoted.",
         GOOD("FROM alpine\nENTRYPOINT [\"date\", \"-u\"]\n", RUN, "[\"date\",\"-u\"]")),
    PAGE(EntrypointShellForm,
         "ENTRYPOINT is no JSON array: the words of SHELL, /bin/sh -c by default, and\n"
         "all of the text as one word.",
         "The shell reads the text when the container starts. Words behind it are $0,\n"
         "$1 and so on to that shell.",
         GOOD("FROM alpine\nENTRYPOINT date -u\n", RUN, "[\"/bin/sh\",\"-c\",\"date -u\"]")),
    PAGE(EntrypointInherited,
         "No ENTRYPOINT stands in this Dockerfile; that of the base image is in force.",
         "A CMD here does not touch it: the words of CMD become its arguments.",
         GOOD("FROM nginx\nCMD [\"nginx\", \"-T\"]\n", RUN,
              "[\"/docker-entrypoint.sh\",\"nginx\",\"-T\"]")),
    PAGE(EntrypointReset, "ENTRYPOINT [] removes the inherited ENTRYPOINT.",
         "The inherited CMD goes with it, as with every ENTRYPOINT; say CMD again if\n"
         "it is wanted.",
         GOOD("FROM nginx\nENTRYPOINT []\nCMD [\"nginx\", \"-T\"]\n", RUN, "[\"nginx\",\"-T\"]")),
    PAGE(CmdExecForm, "CMD is a JSON array of strings: each string is one default word.",
         "Behind an ENTRYPOINT they are its arguments; alone, the first is the\n"
         "program.",
         GOOD("FROM alpine\nCMD [\"date\", \"-u\"]\n", RUN, "[\"date\",\"-u\"]")),
    PAGE(CmdShellForm,
         "CMD is no JSON array: the words of SHELL, /bin/sh -c by default, and all of\n"
         "the text as one word.",
         "Alone it is run by that shell. Behind an exec-form ENTRYPOINT its words are\n"
         "arguments, the shell's name first.",
         GOOD("FROM alpine\nCMD date -u\n", RUN, "[\"/bin/sh\",\"-c\",\"date -u\"]")),
    PAGE(CmdInherited,
         "No CMD stands in this Dockerfile, and no ENTRYPOINT: the base's CMD is in\n"
         "force.",
         "An ENTRYPOINT in this Dockerfile would drop it.",
         GOOD("FROM redis\n", RUN, "[\"docker-entrypoint.sh\",\"redis-server\"]")),
    PAGE(CmdResetByEntrypoint, "An ENTRYPOINT in this stage dropped the CMD that was inherited.",
         "Where in the stage it stands does not matter. A CMD in the same stage stays.",
         GOOD("FROM redis\nENTRYPOINT [\"redis-server\"]\n", RUN, "[\"redis-server\"]")),
    PAGE(CmdReplacedByRunArgs, "Words behind the image take the place of CMD, all of it.",
         "Not the last word of it, and not behind it. ENTRYPOINT stays where it is.",
         GOOD(PAIR, "docker run app example.org", "[\"ping\",\"example.org\"]")),
    PAGE(EntrypointGiven, "--entrypoint takes the place of ENTRYPOINT, with one word.",
         "CMD is not used either; the words behind the image are the arguments.",
         GOOD(PAIR, "docker run --entrypoint id app -u", "[\"id\",\"-u\"]")),
    PAGE(EntrypointCleared, "--entrypoint \"\" removes ENTRYPOINT.",
         "CMD is not used either: the words behind the image are all there is, and the\n"
         "first of them is the program.",
         GOOD(PAIR, "docker run --entrypoint \"\" app id -u", "[\"id\",\"-u\"]")),
    PAGE(CmdDroppedByEntrypoint, "CMD is not used because --entrypoint was given.",
         "Its words were meant for the ENTRYPOINT of the image.",
         GOOD(PAIR, "docker run --entrypoint id app", "[\"id\"]")),
    PAGE(EmptyEntrypointDropped, "An ENTRYPOINT of one empty word counts as none.",
         "CMD, or the words behind the image, begin with the program then.",
         GOOD("FROM alpine\nENTRYPOINT [\"\"]\nCMD [\"date\"]\n", RUN, "[\"date\"]")),
    PAGE(WordsJoined, "ENTRYPOINT and the words behind it are laid end to end: that is the argv.",
         "The words are those behind the image, or CMD when there are none. Nothing is\n"
         "split, dropped or put in order.",
         GOOD(PAIR, RUN, PAIR_RUN)),
    PAGE(NoCommand, "Neither ENTRYPOINT nor words are left: there is nothing to run.",
         "Docker refuses to make the container: no command specified.",
         GOOD("FROM scratch\n", RUN)),
    PAGE(ExecRunsWords, "docker exec starts a further process in a container that runs already.",
         "It runs its words and nothing else: ENTRYPOINT and CMD play no part.",
         GOOD(PAIR, "docker exec app date -u", "[\"date\",\"-u\"]")),
    PAGE(InitInFront, "--init puts docker-init in front of the argv, as PID 1.",
         "It passes signals on to the program and reaps what would stay as a zombie.\n"
         "The argv of the container stays as it is.",
         GOOD(PAIR, "docker run --init app", PAIR_RUN)),
};

const struct page *page_of(enum rule rule)
{
    return rule < RULE_COUNT && pages[rule].what ? pages + rule : NULL;
}
