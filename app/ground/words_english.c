/* English: every sentence of the program, as templates (words.h says how they are written).
 *
 * In: nothing. Out: words_english. Tables: the rules, the other sentences, beliefs, number words.
 * Beside each rule of ours stands what its finding carries; a value that is not named there is not
 * used. Two rules hold for all of them: `word` is text that was typed, `other` is what can be
 * written instead or what became of it; and where `other` cannot be told it is left empty and the
 * plain template speaks.
 *
 * Facts are those of BuildKit's and Docker's behaviour; nothing here is a message of theirs. */
#include "app/ground/words.h"

/* A row of either table with one template, with a plain one too, with a singular too. */
#define SAY(text)                                                                                  \
    {                                                                                              \
        text, 0, 0                                                                                 \
    }
#define SAY_PLAIN(text, plain)                                                                     \
    {                                                                                              \
        text, 0, plain                                                                             \
    }
#define SAY_ONE(text, one)                                                                         \
    {                                                                                              \
        text, one, 0                                                                               \
    }
#define SAY_NOTHING                                                                                \
    {                                                                                              \
        "", 0, 0                                                                                   \
    }
#define R(rule, ...)           [RULE_##rule] = {__VA_ARGS__}
#define W(id, text)            [WORDS_##id] = SAY(text)
#define PLAIN(id, text, plain) [WORDS_##id] = SAY_PLAIN(text, plain)

static const struct words_rule rules[RULE_COUNT] = {
    /* ---- BuildKit's rules: they carry nothing; BuildKit's message has the names. */
    R(ConsistentInstructionCasing, SAY("Keywords in capitals and in small letters."),
      SAY("Docker reads the keyword in any case; people read one case more easily."),
      SAY("write all keywords in the case that most of them have")),
    R(CopyIgnoredFile, SAY("COPY of a file that .dockerignore leaves out."),
      SAY("The file is not sent to the builder, so it cannot be copied."),
      SAY("take the file out of .dockerignore, or do not copy it")),
    R(DuplicateStageName, SAY("Two stages have the same name."),
      SAY("Below the second one the name means the second; the first is out of reach."),
      SAY("give each stage a name of its own")),
    R(ExposeInvalidFormat, SAY("EXPOSE with an address or a port of the host."),
      SAY("Which port of the host is used is said at the run line, with -p."),
      SAY("write the container's port alone: EXPOSE 80")),
    R(ExposeProtoCasing, SAY("EXPOSE 80/TCP: the protocol is in capitals."),
      SAY("It is the same protocol; small letters are how it is stored."),
      SAY("write it in small letters: 80/tcp")),
    R(FromAsCasing, SAY("FROM and AS are written in different cases."),
      SAY("Docker reads both in any case; people read one case more easily."),
      SAY("write both in capitals, or both in small letters")),
    R(FromPlatformFlagConstDisallowed, SAY("FROM --platform names one fixed platform."),
      SAY("Every build of this stage is then for that platform, whatever --platform the\n"
          "builder asks for."),
      SAY("leave --platform to the one who builds, or name the stage after it")),
    R(InvalidBaseImagePlatform, SAY("The base image is for another platform."),
      SAY("A program for another processor does not start without emulation."),
      SAY("choose a base image that has the wanted platform")),
    R(InvalidDefaultArgInFrom, SAY("With the defaults of ARG, FROM has no image."),
      SAY("Whoever builds without --build-arg gets an error."),
      SAY("give the ARG in front of FROM a default: ARG TAG=latest")),
    R(InvalidDefinitionDescription, SAY("A comment lacks the name of its ARG or stage."),
      SAY("Tools show that comment as the description of the ARG or stage."),
      SAY("begin the comment with the name, or put a blank comment line between")),
    R(JSONArgsRecommended, SAY("A shell stands in front of the program."),
      SAY("A shell starts, and it starts the program. docker stop sends its signal to\n"
          "PID 1 alone, and a shell that stays there does not pass it on."),
      SAY("write exec form: a JSON array, one string for each word")),
    R(LegacyKeyValueFormat, SAY("ENV or LABEL without = behind the name."),
      SAY("Without = all the rest of the line is one value: a second pair in it is lost."),
      SAY("write NAME=value")),
    R(MaintainerDeprecated, SAY("MAINTAINER is out of use."),
      SAY("It sets the author of the image; a label says the same, and tools read it."),
      SAY("write LABEL org.opencontainers.image.authors=\"...\"")),
    R(MultipleInstructionsDisallowed, SAY("Two CMD or ENTRYPOINT: the last one counts."),
      SAY("The last one counts and the others are lost: they do not add up."),
      SAY("keep the last one, and start further programs in further containers")),
    R(NoEmptyContinuation, SAY("An empty line in a continued instruction."),
      SAY("The instruction goes on behind it; a later Docker may end it there."),
      SAY("remove the empty line")),
    R(RedundantTargetPlatform, SAY("FROM asks for the platform it gets anyway."),
      SAY("The stage is built for the target platform without it."),
      SAY("remove --platform from FROM")),
    R(ReservedStageName, SAY("A stage is called scratch or context."),
      SAY("From there on the name means the stage, and readers expect the other thing."),
      SAY("give the stage another name")),
    R(SecretsUsedInArgOrEnv, SAY("An ARG or ENV sounds like a secret."),
      SAY("Both are kept in the image: whoever has the image can read them."),
      SAY("give it when the container starts, or use RUN --mount=type=secret")),
    R(StageNameCasing, SAY("The name of a stage has capitals."),
      SAY("Docker keeps it in small letters: FROM with the capitals does not find it."),
      SAY("write the name in small letters")),
    R(UndefinedArgInFrom, SAY("FROM uses a variable that is not declared."),
      SAY("It is empty there: only an ARG above the first FROM is seen by FROM."),
      SAY("declare it above the first FROM: ARG NAME=default")),
    R(UndefinedVar, SAY("A variable is used that is not set."),
      SAY("Nothing is put in its place. CMD and ENTRYPOINT are not concerned: the build\n"
          "expands no variable in them."),
      SAY("set it with ARG or ENV in this stage, above the line")),
    R(WorkdirRelativePath, SAY("WORKDIR stands on a directory of the base."),
      SAY("When the base image changes its WORKDIR, this one moves, and with it every\n"
          "relative path of ENTRYPOINT and CMD."),
      SAY("write the path from the root: WORKDIR /app")),

    /* ---- Ours. */
    /* word: the keyword as written; other: the array as it was meant, ["a","b"], or
       empty */
    R(ArrayNotJSON, SAY("An array that is not JSON is shell form."),
      SAY("{word} is shell form here: what looks like an array is not valid JSON.\n"
          "Docker gives no error; the shell gets the text, brackets and all."),
      SAY_PLAIN("write {word} {other:w}",
                "write every element in double quotes, with one comma between two")),
    /* word: the keyword as written; other: the array with double quotes */
    R(SingleQuotedArray, SAY("An array in single quotes is shell form."),
      SAY("{word} is shell form here: JSON strings stand in double quotes.\n"
          "Docker gives no error; the shell gets the text, brackets and all."),
      SAY_PLAIN("write {word} {other:w}", "write double quotes")),
    /* word: the keyword as written; other: the array with straight quotes */
    R(CurlyQuotedArray, SAY("An array in typographic quotes is shell form."),
      SAY("{word} is shell form here: its quotes are typographic ones, and JSON knows only \".\n"
          "Docker gives no error; the shell gets the text, brackets and all."),
      SAY_PLAIN("write {word} {other:w}", "write straight double quotes")),
    /* word: the keyword as written; other: the array alone */
    R(TextAfterArray, SAY("Text behind an array makes it shell form."),
      SAY("{word} is shell form here: text stands behind the closing bracket.\n"
          "# begins a comment only at the start of a line."),
      SAY_PLAIN("write {word} {other:w}", "write the array alone on its line")),
    /* word: the element; other: the variable as it stands in it, $PORT */
    R(ExecFormVariable, SAY("$PORT in exec form: nobody replaces it."),
      SAY("{other} arrives as these characters: exec form has no shell to replace it.\n"
          "What ENV or -e sets is there all the same: a program can read it itself."),
      SAY("use shell form with exec in front of the program, or read it in the program")),
    /* word: the element, && or > or another operator */
    R(ExecFormOperator, SAY("&& in exec form: it is an argument."),
      SAY("{word:q} is handed to the program as an argument: exec form has no shell that\n"
          "would act on it."),
      SAY("use shell form, or a script that does both")),
    /* word: the element */
    R(ExecFormTilde, SAY("~ in exec form: nobody expands it."),
      SAY("{word:q} arrives as it stands: ~ is the shell's shorthand, and exec form has none."),
      SAY("write the path from the root")),
    /* word: the element */
    R(ExecFormGlob, SAY("*.txt in exec form: nobody expands it."),
      SAY("{word:q} arrives as it stands: exec form has no shell to look for such files."),
      SAY("use shell form with exec in front of the program, or name the files")),
    /* word: the element; other: the element without the quotes */
    R(ExecFormQuotes, SAY("Quotes inside a word of exec form arrive too."),
      SAY("The quotes inside {word:q} arrive too: no shell is there to remove them.\n"
          "The element's own double quotes keep it together already."),
      SAY_PLAIN("write {other:wq}", "write the element without the inner quotes")),
    /* word: the element; other: the elements it was meant to be, "--port", "80" */
    R(BlankInWord, SAY("\"--port 80\" in exec form is one word."),
      SAY("{word:q} is one word, the blank is part of it: exec form is never split."),
      SAY_PLAIN("write {other:w}", "write each word as a string of its own")),
    /* word: the words behind it, quoted for a shell; number: how many;
     * other: the text as an exec form array where it is plain words, or empty */
    R(ShellFormEntrypointArgs, SAY("Words behind a shell form go to its shell."),
      SAY_ONE("ENTRYPOINT is shell form: the {number} words behind it, {word},\n"
              "are $0, $1 and so on of its shell, and its text names none of them.",
              "ENTRYPOINT is shell form: the word behind it, {word},\n"
              "is $0 of its shell, and its text does not name it."),
      SAY_PLAIN("write ENTRYPOINT {other:w}",
                "write ENTRYPOINT in exec form, or a script that ends in exec \"$@\"")),
    /* word: the first word of ENTRYPOINT; other: CMD's text as an exec form array where
     * it is plain words, or empty */
    R(ShellFormCmdArgs, SAY("ENTRYPOINT gets a shell-form CMD as words."),
      SAY("CMD is shell form, so its first words are a shell's, /bin/sh -c by default.\n"
          "{word} gets them as arguments, and CMD's text as one more."),
      SAY_PLAIN("write CMD {other:w}", "write CMD in exec form, one string for each word")),
    /* word: the inner shell and its option, sh -c */
    R(DoubleShell, SAY("A shell inside the shell of shell form."),
      SAY("Shell form starts a shell already; {word} starts another one inside it."),
      SAY("leave {word} out, or write the line in exec form")),
    /* word: the first word behind the text; number: how many there are */
    R(ShellScriptArgs, SAY("Words behind sh -c TEXT are $0, $1 and so on."),
      SAY_ONE("A shell takes one word behind -c as its text. {word:s} becomes its $0,\n"
              "the words behind that $1 and so on; the text names none of them.",
              "A shell takes one word behind -c as its text. {word:s} becomes its $0,\n"
              "and the text does not name it."),
      SAY("put all of it into the one text, or \"$@\" into it and a name for $0 behind it")),
    /* other: the CMD that was lost, as an array */
    R(InheritedCmdLost, SAY("ENTRYPOINT drops the inherited CMD."),
      SAY("An ENTRYPOINT drops the inherited CMD, whatever it was, wherever it stands:\n"
          "here {other} went."),
      SAY("add CMD {other:w}, if it is still wanted")),
    /* other: the words of the CMD that is not used, quoted for a shell */
    R(EntrypointDropsCmd, SAY("--entrypoint drops CMD as well."),
      SAY("CMD went too: it belonged to the old program."),
      SAY("add {other:w} after the image, if the new program wants it")),
    /* word: the option as typed, with its value, quoted for a shell; other: the line
     * with it in front of the image, or empty */
    R(OptionAfterImage, SAY("An option behind the image is not docker's."),
      SAY("{word} stands behind the image: it goes into the container, not to docker."),
      SAY_PLAIN("write {other:w}", "put {word} in front of the image")),
    /* word: the value; other: the line as it was meant, or empty */
    R(EntrypointBlank, SAY("--entrypoint 'a b' is one word."),
      SAY("--entrypoint takes one word, the name of a file, and this one has a blank in it."),
      SAY_PLAIN("write {other:w}", "put the arguments behind the image")),
    /* word: the value; other: the line as it was meant, or empty */
    R(EntrypointJSON, SAY("--entrypoint reads no array."),
      SAY("--entrypoint takes one word, the name of a file: Docker reads no array there."),
      SAY_PLAIN("write {other:w}", "put the arguments behind the image")),
    /* other: the line with the words of the lost CMD behind the image; empty when there
     * was none. Raised where no words are typed behind the image. */
    R(EntrypointEmpty, SAY("--entrypoint \"\" removes CMD as well."),
      SAY("--entrypoint \"\" removes ENTRYPOINT, and CMD goes with it:\n"
          "nothing is left to run."),
      SAY_PLAIN("write {other:w}", "add the command behind the image")),
    /* word: the value that counts; number: how often it was given */
    R(EntrypointRepeated, SAY("Of two --entrypoint the last one counts."),
      SAY("--entrypoint is given {number} times; the last one counts: {word:s}"),
      SAY("keep the one that is meant")),
    /* word: the program; other: the line without it, or empty */
    R(ProgramTwice, SAY("The program of ENTRYPOINT is typed again."),
      SAY("ENTRYPOINT starts {word} already; typed behind the image it is an argument."),
      SAY_PLAIN("write {other:w}", "leave {word} out")),
    /* word: the first word that was typed; other: the line with CMD's words in front of
       it */
    R(CmdReplacedByOptions, SAY("Options behind the image replace all of CMD."),
      SAY("There is no ENTRYPOINT, and words behind the image replace all of CMD:\n"
          "{word:s} became the program."),
      SAY_PLAIN("write {other:w}", "put the program in front of {word:s}")),
    /* word: the word as typed; other: the word with ASCII dashes */
    R(TypographicDash, SAY("A typographic dash makes no option."),
      SAY("The dash in {word} is a typographic one: to docker it is a word, no option."),
      SAY("write {other:w}")),
    /* nothing */
    R(NothingToRun, SAY("There is nothing to run."),
      SAY("The image sets neither ENTRYPOINT nor CMD: without words behind it nothing runs."),
      SAY("add a command behind the image, or a CMD to the Dockerfile")),
    /* word: the keyword as written; other: the heredoc's mark, <<EOF */
    R(HeredocNotHere, SAY("CMD and ENTRYPOINT take no heredoc."),
      SAY("{word} takes no heredoc: the lines behind {other} are read as instructions.\n"
          "Only RUN, COPY and ADD take one."),
      SAY("write the text into a file, COPY {other:w} /start.sh, and run that file")),
    /* word: as typed, $HOME; other: what it became, empty when nothing was left */
    R(HostExpanded, SAY("The typing shell expands the line first."),
      SAY_PLAIN("The typing shell replaced {word} by {other:s} before docker saw the line.",
                "The typing shell replaced {word} by nothing before docker saw the line."),
      SAY("quote it for a shell in the container: sh -c '...'")),
    /* word: the operator as typed, && */
    R(LineCutShort, SAY("&& on the line belongs to the typing shell."),
      SAY("{word} belongs to the typing shell: it does not go into the container."),
      SAY("quote it for a shell in the container: sh -c '...'")),

    /* ---- The merge: the reason is the sentence of the step. number: the words of the
     * list; other: the shell in front of a shell form; word: the first word of the
     * list. */
    R(EntrypointExecForm, SAY("ENTRYPOINT in exec form: its words, no shell."),
      SAY_ONE("ENTRYPOINT{at} is exec form: {number} words, no shell",
              "ENTRYPOINT{at} is exec form: {number} word, no shell"),
      SAY_NOTHING),
    R(EntrypointShellForm, SAY("ENTRYPOINT in shell form: a shell, one text."),
      SAY("ENTRYPOINT{at} is shell form: {other} and one text"), SAY_NOTHING),
    R(EntrypointInherited, SAY("ENTRYPOINT comes from the base image."),
      {"ENTRYPOINT comes from {image}: {number} words",
       "ENTRYPOINT comes from {image}: {number} word", "ENTRYPOINT comes from the image"},
      SAY_NOTHING),
    R(EntrypointReset, SAY("ENTRYPOINT [] removes the inherited one."),
      SAY("ENTRYPOINT []{at} removes the inherited one"), SAY_NOTHING),
    R(CmdExecForm, SAY("CMD in exec form: default words, no shell."),
      SAY_ONE("CMD{at} is exec form: {number} default words",
              "CMD{at} is exec form: {number} default word"),
      SAY_NOTHING),
    R(CmdShellForm, SAY("CMD in shell form: a shell, one text."),
      SAY("CMD{at} is shell form: {other} and one text"), SAY_NOTHING),
    R(CmdInherited, SAY("CMD comes from the base image."),
      {"CMD comes from {image}: {number} default words",
       "CMD comes from {image}: {number} default word", "CMD comes from the image"},
      SAY_NOTHING),
    R(CmdResetByEntrypoint, SAY("ENTRYPOINT here dropped the inherited CMD."),
      SAY("ENTRYPOINT{at} dropped the inherited CMD"), SAY_NOTHING),
    R(CmdReplacedByRunArgs, SAY("Words after the image replace all of CMD."),
      SAY("words after the image take the place of CMD, all of it"), SAY_NOTHING),
    R(EntrypointGiven, SAY("--entrypoint takes the place of ENTRYPOINT."),
      SAY("--entrypoint takes the place of ENTRYPOINT: {word:s}"), SAY_NOTHING),
    R(EntrypointCleared, SAY("--entrypoint \"\" removes ENTRYPOINT."),
      SAY("--entrypoint \"\" removes ENTRYPOINT"), SAY_NOTHING),
    R(CmdDroppedByEntrypoint, SAY("With --entrypoint CMD is not used."),
      SAY("CMD goes too: it is not used when --entrypoint is given"), SAY_NOTHING),
    R(EmptyEntrypointDropped, SAY("An ENTRYPOINT of one empty word is none."),
      SAY("ENTRYPOINT{at} is one empty word, and counts as none"), SAY_NOTHING),
    R(WordsJoined, SAY("ENTRYPOINT and the words, end to end."),
      SAY("ENTRYPOINT and the words are laid end to end"), SAY_NOTHING),
    R(NoCommand, SAY("Nothing is left to run."), SAY("nothing is left to run"), SAY_NOTHING),
    R(ExecRunsWords, SAY("docker exec runs its words alone."),
      SAY("docker exec runs its words alone: no ENTRYPOINT, no CMD"), SAY_NOTHING),
    R(InitInFront, SAY("--init puts docker-init in front, as PID 1."),
      SAY("--init puts docker-init in front, as PID 1"), SAY_NOTHING),
};

static const struct words_row rows[WORDS_COUNT] = {

    W(LABEL_PID1, "PID 1"),
    W(LABEL_FIXED, "fixed"),
    W(LABEL_ANYONE, "anyone"),
    W(LABEL_OPTION, "option"),
    W(LABEL_UNKNOWN, "unknown"),
    W(LABEL_ASSUMED, "assumed"),
    W(LABEL_NOTE, "note"),
    W(LABEL_WARNING, "warning"),
    W(LABEL_NONE, "none"),

    W(AT_LINE, ", line {line},"),
    W(PLACE_FILE, "{file:w}:{line}"),
    W(PLACE_TYPED, "typed here"),
    PLAIN(PLACE_BASE, "from {image}", "from the image"),
    W(PLACE_DEFAULT, "Docker's default"),

    W(SURFACE_FIXED, "only --entrypoint can change it"),
    W(SURFACE_ANYONE, "every caller may put other words here"),
    W(SURFACE_OPTION, "--entrypoint on this line gave it"),
    PLAIN(SURFACE_REPLACES, "replaces CMD, {file:w}:{line}: {other:w}", "replaces CMD: {other:w}"),
    W(SURFACE_DROPPED, "CMD is not used with --entrypoint: {other:w}"),
    PLAIN(SURFACE_ANYTHING,
          "CMD alone is a default, no lock: docker run {image} anything runs anything.",
          "CMD alone is a default, no lock: docker run IMAGE anything runs anything."),
    PLAIN(SURFACE_ENTRYPOINT,
          "Every caller chooses the words behind {word}; --entrypoint starts another program.\n"
          "So ENTRYPOINT is an interface, not a lock.",
          "Every caller chooses the words behind ENTRYPOINT; --entrypoint replaces it."),
    PLAIN(SURFACE_NOTHING,
          "Neither ENTRYPOINT nor CMD: docker run {image} needs a command, and takes any.",
          "Neither ENTRYPOINT nor CMD: docker run IMAGE needs a command, and takes any."),

    W(PID1_PROGRAM, "{word}; docker stop sends it {other}"),
    W(PID1_SHELL, "{word}, the shell of shell form; docker stop sends it {other}"),
    W(PID1_SHELL_STAYS,
      "Some shells then make way for the program, others stay in between\nand pass no signal on."),
    W(PID1_INIT, "docker-init, which passes docker stop's {other} on to {word}"),
    W(PID1_EXEC, "the container's own; {word} runs beside it"),
    W(STARTS_IF, "Starts only if the image has a file of this name"),
    W(IF_NAME, "If the image has no file of that name, Docker says, and exits {exit}:"),
    W(IF_FILE, "If the image has no {file}, Docker says, and exits {exit}:"),
    W(IF_USER, "If {file} of the image does not have the name, Docker says, and exits {exit}:"),
    W(ELSE_EXIT, "else exit {exit}: {other:w}"),
    W(NOTHING_STARTS, "nothing starts"),
    W(EXITS, "exit status {exit}"),
    W(NO_CONTAINER, "This line makes no container."),
    W(LINE_ENDS_WELL, "Docker fails here, and the line as a whole ends with 0."),

    W(ASSUMED_BASE, "Nothing is known of {image}: it is taken to set neither ENTRYPOINT nor CMD."),
    W(ASSUMED_GIVE, "docker image inspect {image:w} > FILE tells, --base {image:w}=FILE reads it"),
    W(IMPLIED_BASE, "There is no FROM: the lines stand on an empty image with a POSIX shell."),
    W(USED_DOCKERFILE, "{image} is taken to be built from {file}"),
    W(USED_KNOWN, "{image} as it was in {word}"),
    W(USED_METADATA, "{image} as {file} tells"),
    W(RESTS_FRONTEND,
      "# syntax= asks for the frontend {word}; the answer is that of BuildKit's own."),
    W(RESTS_SYSTEM, "The image is for {word}; what is said here holds for linux."),

    W(UNKNOWN_TITLE, "What runs cannot be told from here"),
    W(UNKNOWN_PARTLY, "Told but for this"),
    W(WHY_COMMAND_OUTPUT, "what this command prints is known only when it has run"),
    W(WHY_SYNTAX, "valid for bash, and not simulated"),
    W(WHY_VARIABLE, "a variable of the typing shell whose value is not known"),
    W(WHY_FILE, "a file whose content is not known"),
    W(WHY_FRONTEND, "another frontend than BuildKit's own reads this Dockerfile"),
    W(WHY_SYSTEM, "the image is for another system than linux"),

    W(TITLE_PAIR, "The pair"),
    W(TITLE_GRID, "The forms, nothing typed after the image"),
    W(TITLE_SURFACE, "Who can change what"),
    W(TITLE_NOTES, "Notes"),
    W(TITLE_WARNINGS, "What docker build --check says"),
    W(TITLE_STEPS, "How it came about"),
    W(TITLE_CONFIG, "The image"),
    W(TITLE_WHAT, "What"),
    W(TITLE_WHY, "Why it matters"),
    W(TITLE_BAD, "Bad example"),
    W(TITLE_GOOD, "Good example"),
    W(TITLE_RUNS, "runs"),
    W(TITLE_RULES_BUILDKIT, "BuildKit's rules: what docker build --check says"),
    W(TITLE_RULES_PAIRING, "Rules of the pair: what people get wrong"),
    W(TITLE_RULES_MERGE, "Rules of the merge: how the argv comes about"),

    W(FORM_NONE, "none"),
    W(FORM_EXEC, "exec"),
    W(FORM_SHELL, "shell"),
    W(FORM_PAIR, "{word} + {other}"),
    W(GRID_NO_CMD, "no CMD"),
    W(GRID_EXEC_CMD, "exec CMD"),
    W(GRID_SHELL_CMD, "shell CMD"),
    W(GRID_NO_ENTRYPOINT, "no ENTRYPOINT"),
    W(GRID_EXEC_ENTRYPOINT, "exec ENTRYPOINT"),
    W(GRID_SHELL_ENTRYPOINT, "shell ENTRYPOINT"),
    W(GRID_NOTHING, "nothing starts"),
    W(PAIR_STAYS, "stays"),
    W(PAIR_REPLACED, "replaced"),
    W(PAIR_DROPPED, "dropped"),
    W(PAIR_YOURS, "your words"),

    W(STEP_RUN_NO_CMD, "words after the image stand where CMD would"),
    W(STEP_GIVEN_NO_ENTRYPOINT, "--entrypoint gives the program: {word:s}"),

    W(CLI_IMAGE_UNKNOWN,
      "nothing is known of the image {image}. Three ways to tell:\n"
      "  -f FILE  the Dockerfile it is built from (./Dockerfile is found by itself)\n"
      "  -e LINE  its instructions, one by one: -e 'CMD [\"date\"]'\n"
      "  -i FILE  its metadata: docker image inspect {image:w} > FILE"),
    W(CLI_IMAGE_NONE,
      "no image was named: pairing show NAME takes a known one. Or else:\n"
      "  -f FILE  the Dockerfile it is built from (./Dockerfile is found by itself)\n"
      "  -e LINE  its instructions, one by one: -e 'CMD [\"date\"]'\n"
      "  -i FILE  its metadata: docker image inspect IMAGE > FILE"),
    W(CLI_FILE_MISSING, "{file:w}: there is no such file"),
    W(CLI_FILE_DIRECTORY, "{file:w} is a directory, not a file"),
    PLAIN(CLI_FILE_UNREADABLE, "{file:w} cannot be read: {other}", "{file:w} cannot be read"),
    W(CLI_FILE_TOO_LARGE, "{file:w} is too large: more than {other}"),
    W(CLI_STDIN_TWICE, "standard input, -, can be read only once"),
    PLAIN(CLI_METADATA_BAD, "{file:w} is no image metadata: {other}",
          "{file:w} is no image metadata"),
    W(CLI_COMMAND_UNKNOWN, "unknown command {word:s}"),
    W(CLI_COMMAND_NONE, "no command was given"),
    W(CLI_OPTION_UNKNOWN, "unknown option {word:s}"),
    W(CLI_OPTION_VALUE, "the option {word} needs a value"),
    W(CLI_OPTION_NO_VALUE, "the option {word} takes no value"),
    W(CLI_OPTION_BAD, "the option {word} takes {file}, not {other:s}"),
    W(CLI_OPTION_TWICE, "the option {word} was given twice"),
    W(CLI_OPTION_NOT_HERE, "the command {other} has no option {word}"),
    W(CLI_BUILD_ARG, "--build-arg takes NAME=VALUE, not {word:s}"),
    W(CLI_BASE, "--base takes NAME=FILE, not {word:s}"),
    W(CLI_SOURCES, "{word} and {other} cannot be given together"),
    W(CLI_EXTRA, "{word:s} is one word too many"),
    W(CLI_NOT_DOCKER, "behind {word} a docker command is expected"),
    W(CLI_RULE_UNKNOWN, "no rule is called {word:s}"),
    W(CLI_RULE_NONE, "pairing explain RULE explains one of these"),
    W(CLI_DID_YOU_MEAN, "did you mean {other}?"),
    W(CLI_TRY_HELP, "pairing --help says how it is used"),
    PLAIN(CLI_WRITE_FAILED, "the answer could not be written: {other}",
          "the answer could not be written"),
    W(CLI_TOO_LARGE, "too large: {other}"),
    W(CLI_NO_TERMINAL, "the screen needs a terminal to draw on"),
    W(CLI_TERM_DUMB, "this terminal cannot be drawn on: TERM is not set, or dumb"),
    W(CLI_NO_MEMORY, "out of memory"),

    W(LESSON_NOT_READ, "the file cannot be read: {other}"),
    W(LESSON_TOO_LARGE, "the file is too large for a lesson, 1 MiB; make several of it"),
    W(LESSON_NOT_UTF8, "the file is not UTF-8; save it as such"),
    W(LESSON_CONTROL, "a control character stands here; take it out"),
    W(LESSON_FILE_NAME, "{word} is no lesson, which is called NN-slug.md, and holds no block plan"),
    W(LESSON_NO_TITLE, "the title is missing; begin with a line # TITLE"),
    W(LESSON_TITLE_TWICE, "a second title, {word:q}; exercises begin with ##"),
    W(LESSON_NO_EXERCISE, "there is no exercise; begin one with ## and its title"),
    PLAIN(LESSON_BLOCK_UNKNOWN, "there is no block `{word}`; did you mean {other}?",
          "there is no block `{word}`; lessons/README.md lists them"),
    W(LESSON_BLOCK_UNNAMED,
      "a fenced block without a name; indent by four blanks what is only shown"),
    W(LESSON_BLOCK_OUTSIDE, "{word} stands outside of an exercise; move it below a ## heading"),
    W(LESSON_BLOCK_INSIDE,
      "{word} stands inside of an exercise; move it above the first ## heading"),
    W(LESSON_BLOCK_BEFORE, "{word} stands in front of the block exercise, which comes first"),
    W(LESSON_BLOCK_WORDS, "`{word}` is one word too many behind {other}"),
    W(LESSON_BLOCK_NOT_HERE, "kind {other} has no block {word}; take it out"),
    [WORDS_LESSON_BLOCK_FEW] =
        SAY_ONE("kind {other} needs {number} blocks {word}; write what is missing",
                "kind {other} needs a block {word}; write one"),
    [WORDS_LESSON_BLOCK_MANY] =
        SAY_ONE("kind {other} has {number} blocks {word}; this is one too many",
                "kind {other} has one block {word}; this is one too many"),
    W(LESSON_NO_FIELDS, "the exercise has no block exercise; write one with id, kind, path, cures"),
    W(LESSON_NO_TASK, "nothing says what is to be done; write it below the heading"),
    W(LESSON_NAME_MISSING, "{word} has no name; write {word} NAME"),
    W(LESSON_NAME_TWICE, "{other} {word} is there twice; every one has a name of its own"),
    W(LESSON_FIELD_LINE, "`{word}` is no field; write NAME: VALUE"),
    PLAIN(LESSON_FIELD_UNKNOWN, "there is no field `{word}`; did you mean {other}?",
          "there is no field `{word}`; there are id, kind, path, cures, image, measure, par"),
    W(LESSON_FIELD_TWICE, "{word} is there twice; leave one"),
    W(LESSON_FIELD_BAD, "{word} takes {file}; `{other}` is none"),
    W(LESSON_FIELD_MISSING, "{word} is missing; it takes {other}"),
    W(LESSON_FIELD_GOLF, "{word} is for kind golf alone; take it out"),
    W(LESSON_VARY_LINE, "`{word}` is no line of vary; write NAME = a | b, the name in capitals"),
    W(LESSON_VARY_ONE, "{word} has one value; give it two or more"),
    W(LESSON_VARY_UNKNOWN, "{word} stands in braces and in no block vary; add it there"),
    W(LESSON_VARY_UNUSED, "{word} is used nowhere; write it in two braces, or take it out"),
    W(LESSON_VARY_MANY, "there are {number} variants, and 64 are proved; take values out"),
    W(LESSON_PLAN_LINE, "`{word}` is no line of a plan; write ID MINUTES, or lock: on"),
    W(LESSON_PLAN_ID, "no exercise has the id {word}"),
    W(LESSON_LEADS, "no lesson has the slug {word}"),
    W(LESSON_CHECK_UNKNOWN, "`{word}` is no expectation; lessons/README.md lists them"),
    W(LESSON_CHECK_BAD, "`{word}` is not complete; lessons/README.md shows how it is written"),
    W(LESSON_CHECK_NEEDS_RUN, "`{word}` needs a run line and => in front of it"),
    W(LESSON_CHECK_NO_RUN, "`{word}` is about the image; take the run line in front of it away"),
    W(LESSON_CHECK_LEFT, "the learner types the line; write line => in place of `{word}` =>"),
    W(LESSON_CHECK_OPEN, "what `{word}` runs is not known: ask something that can be told"),
    W(LESSON_ITEMS_BY, "the first line says by what is sorted; write by: form, phase or zone"),
    W(LESSON_ITEM_BAD, "`{word}` has no class; for zones put the asked word into braces"),
    W(LESSON_CLAIM_LINE,
      "`{word}` is no such line; write what was asked, =>, and what is said of it"),
    W(LESSON_CLAIM_NOT_ASKED, "`{word}` is not asked in this exercise"),
    W(LESSON_CLAIM_TRUE, "`{word}` is what really is; a predicted mistake says something else"),
    W(LESSON_GIVEN_FAILS, "the given lines do not build: {other:w}"),
    W(LESSON_BASE_UNKNOWN,
      "nothing is known of the image {word}; what it sets is taken to be nothing"),
    W(LESSON_EXAMPLE_PARTS, "an example is Dockerfile lines, a line ---, and one run line"),
    W(LESSON_EXAMPLE_FAILS, "the example comes out otherwise: {other:w}"),
    W(LESSON_WRONG_NO_REPLY, "wrong {word} has no reply; write one quote, > TEXT, right behind it"),
    PLAIN(LESSON_RULE_UNKNOWN, "no rule is called `{word}`; did you mean {other}?",
          "no rule is called `{word}`; pairing explain lists them"),
    W(LESSON_RULE_NO_REPLY, "{word} has no reply; write one quote, > TEXT, below it"),
    W(LESSON_RULE_TWICE, "{word} has a reply already"),
    W(LESSON_REPLY_LONG,
      "a reply takes three lines of 76 columns at most; this one takes {number}"),
    W(LESSON_REPLY_QUOTES, "this tells a hidden line, `{word}`; say it without"),
    W(LESSON_REPLY_SCOLDS, "{word:q} says nothing; say what happened, one rule, one question"),
    W(LESSON_ANSWER_FAILS, "this answer fails `{word:w}`, wanted {other:w}: {file:w}"),
    W(LESSON_ANSWERS_SAME, "this answer is spelled as the one before; show another spelling"),
    W(LESSON_PAR, "par is {number}, this answer needs {other}"),
    W(LESSON_SOLVED_EARLY, "it is solved before it starts; let a visible check fail"),
    W(LESSON_WRONG_PASSES, "wrong {word} passes every check; add one on which it fails"),
    W(LESSON_WRONG_SAME, "wrong {word} fails just as wrong {other}; keep one of them"),
    W(LESSON_WRONG_OTHER,
      "wrong {word} draws another reply, {other}; put it in front, or tell them apart"),
    W(LESSON_WHEN_HOLDS, "the facts of wrong {word} hold for a model answer"),
    W(LESSON_ID_TWICE, "the id {word} is taken: {other}"),
    W(LESSON_SLUG_TWICE, "the slug {word} is taken: {other}"),
    W(LESSON_MISTAKE_UNKNOWN, "README.md does not tell what {word} is; add it to its table"),
    W(LESSON_LINK_DEAD, "the link {word} leads nowhere"),
    W(LESSON_BELIEFS_ALIKE,
      "no question tells {word} from {other}; ask a line on which they differ"),
    W(LESSON_VARIANT, "{other:w} (variant {word})"),
    W(LESSON_TOO_MANY, "an exercise takes {number} of these at most; make two of it"),
    W(LESSON_WHEN_SAID, "what is said has no facts; take the word when out"),
    W(LESSON_HINT_QUOTES, "this hint tells a hidden line, `{word}`; say it without"),
    W(LESSON_CHECKED, "{word} files, {file} exercises in {image} variants hold; warnings: {other}"),
    W(LESSON_REFUSED,
      "refused: {word} files, {file} exercises; errors: {image}, warnings: {other}"),
    W(LESSON_NEW_EXISTS, "{file} is there already; it was left as it is"),
    W(LESSON_WORD, "lessons takes list, new or check, not `{word}`"),

    PLAIN(REQUEST_NOT_JSON, "the request is not JSON: {other}", "the request is not JSON"),
    W(REQUEST_NOT_OBJECT, "the request is not a JSON object"),
    W(REQUEST_NO_IMAGE, "the request has none of dockerfile, dockerfile_b64 and image"),
    W(REQUEST_IMAGES, "the request has more than one of dockerfile, dockerfile_b64 and image"),
    W(REQUEST_BASE64, "{word} is not base64"),
    W(REQUEST_ID, "id must be a string or an integer of at most 53 bits"),
    W(REQUEST_TYPE, "{word} must be {other}"),
    W(REQUEST_TOO_LARGE, "too large: {other}"),
    W(REQUEST_NO_MEMORY, "out of memory"),

    W(VIEW_DOCKERFILE, "Dockerfile"),
    W(VIEW_LINE, "Line"),
    W(VIEW_WHAT_RUNS, "What runs"),
    W(VIEW_WHAT_RAN, "Old: what ran before this was typed"),
    W(VIEW_SAY_FIRST, "What runs? Say it, then it is shown"),
    W(VIEW_BUILD_FAILS, "The build fails"),
    W(VIEW_SHELL_FAILS, "The typing shell refuses the line"),
    W(VIEW_CLIENT_FAILS, "docker refuses the line"),
    W(VIEW_ENGINE_FAILS, "Nothing starts"),
    W(VIEW_REFUSED, "No answer"),
    W(VIEW_TRIED, "Tried before"),
    W(VIEW_EXAMPLES, "The classic pairs"),
    W(VIEW_MENU, "Menu: a letter"),
    W(VIEW_KEYS, "Keys"),
    W(VIEW_MENU_KEYS, "After ^G"),
    W(VIEW_LETTERS, "The letters under words: where each comes from"),
    W(VIEW_ASIDE, "Put aside"),
    W(VIEW_HERE, "Now"),

    W(VIEW_PAD, "scratchpad"),
    W(VIEW_GRID_PAGE, "nine forms"),
    W(VIEW_MERGE_PAGE, "merge"),
    W(VIEW_EXPLAIN_PAGE, "explain"),
    W(VIEW_COMPARE_PAGE, "compare"),
    W(VIEW_EXAMPLES_PAGE, "examples"),
    W(VIEW_TRIED_PAGE, "tried before"),
    W(VIEW_HELP, "help"),
    W(VIEW_OPEN, "open"),
    W(VIEW_HOME_PAD, "what would run? your Dockerfile, your docker run line"),
    W(VIEW_HOME_EXAMPLES, "the classic pairs, to load and to change"),
    W(VIEW_HOME_OPEN, "a Dockerfile that you have"),
    W(VIEW_HOME_HELP, "the keys, and the letters under words"),
    W(VIEW_QUESTION, "what does this container run?"),
    W(VIEW_ABOUT, "A Dockerfile says a part of what a container runs, docker run says the rest.\n"
                  "Here both stand on one screen, with what would run and why. Nothing is\n"
                  "started: no Docker is needed, and nothing can break."),
    W(VIEW_HOME_KEYS, "? help   q quit"),
    W(VIEW_MENU_KEY, "^G menu"),
    W(VIEW_ENTER, "Enter"),

    W(VIEW_NOT_SAVED, "{file:w}, not saved"),
    W(VIEW_IMAGE, "image {image:w}"),
    W(VIEW_OF, "{word} of {other}"),
    W(VIEW_AT_LINE, "line {line}"),
    W(VIEW_THE_LINE, "line"),
    PLAIN(VIEW_THE_CALL, "{word} {image:w}", "{word}"),
    W(VIEW_MORE, "and more: ^G e has all"),
    W(VIEW_ENTER_OPENS, "Enter opens it"),
    W(VIEW_MENU_OPENS, "^G n opens it"),
    W(VIEW_OUT, "out"),
    W(VIEW_NOTHING, "nothing"),
    W(VIEW_ONE_WORD, "One word: --entrypoint takes a file name, and this one has a blank in it."),
    W(VIEW_NO_ARRAY, "One word: --entrypoint takes a file name. Docker reads no array there."),
    W(VIEW_SAY_SHORT, "What runs? Say it"),
    W(VIEW_OLD_SHORT, "Old result"),
    W(VIEW_UNKNOWN_SHORT, "Not known"),
    W(VIEW_IF_SHORT, "Starts only if"),
    W(VIEW_OK, "ok"),
    W(VIEW_NO, "no"),
    W(VIEW_YOU_SAID, "you said"),
    W(VIEW_FIND, "find:"),
    W(VIEW_FIND_BACK, "find, upwards:"),
    W(VIEW_NOT_FOUND, "not found"),
    W(VIEW_LINE_BACK, "Line, search back: {word}"),
    W(VIEW_LINE_FORWARD, "Line, search forward: {word}"),
    W(VIEW_LINE_MISSED, "Line, not found: {word}"),
    W(VIEW_LINE_FULL, "Line, as long as it can be"),

    W(VIEW_EMPTY_TEXT, "Type a Dockerfile here, or open one: ^G o.\n"
                       "^G x has the classic pairs."),
    W(VIEW_EMPTY_LINE, "Type a docker run line above: what it would run stands here then.\n"
                       "For an example: docker run alpine date"),
    W(VIEW_HIDDEN, "hidden until you have said what runs"),
    W(VIEW_SAY_HOW, "The words as in a shell, or as a JSON array, or: nothing starts"),
    W(VIEW_PAIR_FAILED, "The build fails, so there is no image and no pair."),
    W(VIEW_PAIR_UNKNOWN, "Nothing is known of the pair."),
    W(VIEW_NO_STEPS, "Nothing is merged here."),
    W(VIEW_NONE_TRIED, "No line was tried yet: Enter on the run line keeps it here."),
    W(VIEW_NO_COMPARISON, "Nothing is put aside to compare with: ^G c does it."),
    W(VIEW_GRID_NOTE, "With nothing typed after the image. What the image lacks is stood in for."),
    W(VIEW_LETTER_E, "ENTRYPOINT of the image"),
    W(VIEW_LETTER_C, "CMD of the image"),
    W(VIEW_LETTER_R, "the words behind the image in the run line"),
    W(VIEW_LETTER_O, "--entrypoint in the run line"),
    W(VIEW_LETTER_S, "the shell that shell form puts in front"),
};

/* What cures a mistaken belief: a rule of the merge in a line. */
static const struct words_row beliefs[BELIEF_COUNT] = {
    [BELIEF_WordsAreAppended] =
        SAY("Words after the image replace CMD, all of it. Nothing is added to its end."),
    [BELIEF_LastWordGivesWay] =
        SAY("Words after the image replace CMD as a whole, not just its last word."),
    [BELIEF_WordsReplaceEntrypoint] =
        SAY("Words after the image replace CMD alone. ENTRYPOINT stays in front of them."),
    [BELIEF_EntrypointThenCmd] =
        SAY("One container runs one command: ENTRYPOINT's words and CMD's, end to end."),
    [BELIEF_DefaultIsShell] =
        SAY("Without ENTRYPOINT nothing stands in front: CMD's first word is the program."),
    [BELIEF_OptionKeepsCmd] =
        SAY("--entrypoint takes CMD out of force too: it belonged to the old program."),
    [BELIEF_EmptyOptionGivesCmd] =
        SAY("--entrypoint \"\" clears both lists, ENTRYPOINT and CMD. Type the words again."),
    [BELIEF_OptionIsSplit] =
        SAY("--entrypoint takes one word, the program. Its arguments stand after the image."),
    [BELIEF_OptionReadsArray] =
        SAY("--entrypoint reads no JSON: the whole value is the name of one file."),
    [BELIEF_FirstOptionCounts] = SAY("Of two --entrypoint the last one counts."),
    [BELIEF_OptionsAreDockers] =
        SAY("Docker's options end at the image. What stands behind it goes to the program."),
    [BELIEF_ProgramNotTwice] =
        SAY("ENTRYPOINT names the program already; typed again it is an argument."),
    [BELIEF_WordsAreSplit] =
        SAY("Docker splits no word: the shell you type in did that, and quotes hold it off."),
    [BELIEF_EmptyWordVanishes] = SAY("An empty word in quotes is a word, and it is handed on."),
    [BELIEF_VariableExpands] =
        SAY("Exec form has no shell, so nobody replaces $NAME: it arrives as it stands."),
    [BELIEF_QuotesAreRemoved] =
        SAY("In exec form only JSON's quotes go. Quotes inside of a word are part of it."),
    [BELIEF_ExecFormHasShell] =
        SAY("Exec form runs the words themselves. No shell stands in front of them."),
    [BELIEF_ShellFormHasNone] =
        SAY("Shell form is three words: /bin/sh, -c, and the line as one text."),
    [BELIEF_ShellFormDropsWords] =
        SAY("Behind a shell-form ENTRYPOINT words are not lost: they are $0, $1 and so on."),
    [BELIEF_ShellCmdGivesWords] =
        SAY("A shell-form CMD gives ENTRYPOINT three words: /bin/sh, -c, and one text."),
    [BELIEF_CmdsAddUp] = SAY("Of two CMDs in a stage the last one counts; they are not joined."),
    [BELIEF_ChildKeepsCmd] =
        SAY("An ENTRYPOINT of your own drops the CMD that came from the base image."),
    [BELIEF_OrderMatters] = SAY("Within a stage the order of ENTRYPOINT and CMD means nothing."),
    [BELIEF_CmdReplacesProgram] =
        SAY("A CMD of your own replaces the base's CMD. Its ENTRYPOINT stays in front."),
    [BELIEF_ResetKeepsCmd] =
        SAY("ENTRYPOINT [] drops the base's CMD as well. Write CMD again below it."),
    [BELIEF_HealthcheckCounts] =
        SAY("HEALTHCHECK has a CMD of its own; it is not the CMD of the image."),
};

static bool is_one(uint32_t number)
{
    return number == 1;
}

const struct words_language words_english = {
    .tag = "en",
    .rows = rows,
    .rules = rules,
    .beliefs = beliefs,
    .numbers = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                "ten", "eleven", "twelve"},
    .is_one = is_one,
};
