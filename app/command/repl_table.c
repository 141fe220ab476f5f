/* A line of line mode: which command, instruction or question it is. In: a line. Out: a call. And
 * what could be typed, for Tab. See repl_inside.h. */
#include "app/command/repl_inside.h"

#include "app/command/learn.h"
#include "app/command/rule_page.h"
#include "app/session/complete.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

const struct repl_command repl_commands[] = {
    {S_INIT("show"), S_INIT(""), WORDS_REPL_HELP_SHOW, false, repl_show},
    {S_INIT("list"), S_INIT(""), WORDS_REPL_HELP_LIST, false, repl_list_text},
    {S_INIT("undo"), S_INIT(""), WORDS_REPL_HELP_UNDO, false, repl_undo},
    {S_INIT("redo"), S_INIT(""), WORDS_REPL_HELP_REDO, false, repl_redo},
    {S_INIT("delete"), S_INIT("N or N-M"), WORDS_REPL_HELP_DELETE, true, repl_delete},
    {S_INIT("load"), S_INIT("FILE or N"), WORDS_REPL_HELP_LOAD, true, repl_load},
    {S_INIT("examples"), S_INIT(""), WORDS_REPL_HELP_EXAMPLES, false, repl_examples},
    {S_INIT("save"), S_INIT("[FILE]"), WORDS_REPL_HELP_SAVE, false, repl_save},
    {S_INIT("again"), S_INIT(""), WORDS_REPL_HELP_AGAIN, false, repl_again},
    {S_INIT("explain"), S_INIT("[RULE]"), WORDS_REPL_HELP_EXPLAIN, false, repl_explain},
    {S_INIT("why"), S_INIT("[N]"), WORDS_REPL_HELP_WHY, false, repl_why},
    {S_INIT("merge"), S_INIT(""), WORDS_REPL_HELP_MERGE, false, repl_merge},
    {S_INIT("grid"), S_INIT(""), WORDS_REPL_HELP_GRID, false, repl_grid},
    {S_INIT("tower"), S_INIT(""), WORDS_REPL_HELP_TOWER, false, repl_tower},
    {S_INIT("surface"), S_INIT(""), WORDS_REPL_HELP_SURFACE, false, repl_surface},
    {S_INIT("notes"), S_INIT(""), WORDS_REPL_HELP_NOTES, false, repl_notes},
    {S_INIT("compare"), S_INIT("[LINE|end]"), WORDS_REPL_HELP_COMPARE, false, repl_compare},
    {S_INIT("predict"), S_INIT("[LINE]"), WORDS_REPL_HELP_PREDICT, false, repl_predict},
    {S_INIT("tried"), S_INIT("[N]"), WORDS_REPL_HELP_TRIED, false, repl_tried},
    {S_INIT("design"), S_INIT(""), WORDS_REPL_HELP_DESIGN, false, repl_design},
    {S_INIT("share"), S_INIT(""), WORDS_REPL_HELP_SHARE, false, repl_share},
    {S_INIT("where"), S_INIT(""), WORDS_REPL_HELP_WHERE, false, repl_where},
    {S_INIT("lesson"), S_INIT("[4 or 4/2]"), WORDS_REPL_HELP_LESSON, false, repl_lesson},
    {S_INIT("hint"), S_INIT(""), WORDS_COUNT, false, repl_of_lesson},
    {S_INIT("check"), S_INIT(""), WORDS_COUNT, false, repl_of_lesson},
    {S_INIT("home"), S_INIT(""), WORDS_REPL_HELP_HOME, false, repl_home},
    {S_INIT("help"), S_INIT("[COMMAND]"), WORDS_REPL_HELP_HELP, false, repl_help},
    {S_INIT("quit"), S_INIT(""), WORDS_REPL_HELP_QUIT, false, repl_quit},
    {S_INIT("exit"), S_INIT(""), WORDS_COUNT, false, repl_quit}, /* WORDS_COUNT: not in the help */
    {S_INIT("?"), S_INIT(""), WORDS_COUNT, false, repl_help},
};
const size_t repl_commands_len = sizeof repl_commands / sizeof *repl_commands;

/* ---- Words */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

struct slice repl_word(struct slice text, struct slice *rest)
{
    size_t len = 0;
    while (len < text.len && !is_blank(text.at[len]) && text.at[len] != '\n')
        len++;
    *rest = utf8_trim_left(slice_after(text, len));
    return slice_first(text, len);
}

bool repl_number(struct slice text, uint32_t *number)
{
    *number = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9' || i == 9)
            return false;
        *number = *number * 10 + (uint32_t)(text.at[i] - '0');
    }
    return text.len > 0;
}

bool repl_is_docker(struct slice line)
{
    struct slice word, rest = line;
    while (rest.len) {
        word = repl_word(rest, &rest);
        if (slice_equal(word, S("docker")))
            return true;
    }
    return false;
}

static const struct repl_command *command_named(struct slice word)
{
    for (size_t i = 0; i < repl_commands_len; i++)
        if (slice_equal_fold(repl_commands[i].name, word))
            return &repl_commands[i];
    return NULL;
}

/* ---- A line */

static bool say_unknown(struct repl *repl, struct slice word)
{
    struct slice names[sizeof repl_commands / sizeof *repl_commands + KEYWORD_COUNT + 1];
    size_t n = 0;
    for (size_t i = 0; i < repl_commands_len; i++)
        if (repl_commands[i].help != WORDS_COUNT)
            names[n++] = repl_commands[i].name;
    for (unsigned keyword = KEYWORD_UNKNOWN + 1; keyword < KEYWORD_COUNT; keyword++)
        names[n++] = keyword_name((enum keyword)keyword);
    names[n++] = S("docker");
    const struct words_args args = {.word = word, .other = cli_meant(word, names, n)};
    repl_say(repl, WORDS_REPL_UNKNOWN, &args);
    repl_say(repl, args.other.len ? WORDS_CLI_DID_YOU_MEAN : WORDS_REPL_TRY_HELP, &args);
    return false;
}

static bool run_command(struct repl *repl, const struct repl_command *command, struct slice rest)
{
    rest = utf8_trim_right(rest);
    struct words_args args = {.word = command->name, .other = command->words};
    if (command->needs_words && !rest.len)
        return repl_fail(repl, WORDS_REPL_NEEDS, &args);
    if (!command->words.len && rest.len) {
        args.word = rest;
        return repl_fail(repl, WORDS_CLI_EXTRA, &args);
    }
    return command->run(repl, rest);
}

/* Comments of a pasted Dockerfile are passed over, but for directives at its start. */
static bool take_comment(struct repl *repl, struct slice line)
{
    static const struct slice names[] = {S_INIT("escape"), S_INIT("syntax"), S_INIT("check")};
    struct slice value;
    for (size_t i = 0; i < 3; i++)
        if (directive_find(line, names[i], &value) && !repl->session->editor.lines.len)
            return repl_instruction(repl, line);
    return true;
}

bool repl_line(struct repl *repl, struct slice line)
{
    struct slice rest, word;
    uint32_t number;
    if (slice_starts(line, S("$ "))) /* pasted with its prompt */
        line = slice_after(line, 2);
    word = repl_word(line, &rest);
    if (!word.len)
        return true;
    if (repl_number(word, &number) && !rest.len)
        return repl_choose(repl, number);
    repl->list = LIST_NONE;
    if (*word.at == '#')
        return take_comment(repl, line);
    if (keyword_of(word) != KEYWORD_UNKNOWN)
        return repl_instruction(repl, line);
    const struct repl_command *command = command_named(word);
    if (command)
        return run_command(repl, command, rest);
    return repl_is_docker(line) ? repl_docker(repl, line) : say_unknown(repl, word);
}

/* ---- Tab */

/* Words of a table in capitals, in small letters where the first one typed is small. */
static void add_in_case(struct arena *arena, struct completion *found, struct slice name)
{
    bool small = found->start.len && *found->start.at >= 'a' && *found->start.at <= 'z';
    completion_add(arena, found, small ? utf8_lower(arena, name) : name);
}

static void add_first_words(struct arena *arena, struct completion *found, bool commands_only)
{
    for (size_t i = 0; i < repl_commands_len; i++)
        if (repl_commands[i].help != WORDS_COUNT)
            completion_add(arena, found, repl_commands[i].name);
    if (commands_only)
        return;
    completion_add(arena, found, S("docker"));
    completion_add(arena, found, S("sudo"));
    for (unsigned keyword = KEYWORD_UNKNOWN + 1; keyword < KEYWORD_COUNT; keyword++)
        add_in_case(arena, found, keyword_name((enum keyword)keyword));
}

/* The names in the directory of the path that is typed; a directory ends in a slash. */
static void add_files(struct arena *arena, struct completion *found)
{
    enum { MOST = 2000 };
    size_t slash = found->start.len;
    while (slash && found->start.at[slash - 1] != '/')
        slash--;
    struct slice directory = arena_copy(arena, slice_first(found->start, slash));
    DIR *open = opendir(directory.len ? directory.at : ".");
    struct dirent *entry;
    for (int n = 0; open && n < MOST && (entry = readdir(open)); n++) {
        struct slice name = slice_of(entry->d_name);
        if (*name.at == '.' && !slice_starts(slice_after(found->start, slash), S(".")))
            continue;
        struct slice path = TEXT(arena, directory, arena_copy(arena, name));
        bool is_directory = access(TEXT(arena, path, (struct slice){"/.", 3}).at, F_OK) == 0;
        completion_add(arena, found, is_directory ? TEXT(arena, path, S("/")) : path);
    }
    if (open)
        closedir(open);
}

static void add_rules(struct arena *arena, struct completion *found)
{
    struct slice names[RULE_COUNT];
    rule_names(names);
    for (size_t i = 0; i < RULE_COUNT; i++)
        completion_add(arena, found, names[i]);
}

static void add_images(struct arena *arena, struct completion *found)
{
    for (size_t i = 0; i < known_images_len(); i++)
        completion_add(arena, found, known_image_name(i));
}

/* What could stand at the end of the text. */
static void find_candidates(struct repl *repl, struct arena *arena, struct slice text,
                            struct completion *found)
{
    struct slice rest, word = repl_word(text, &rest);
    const struct answer *answer = &repl->session->shown->answer;
    bool first = rest.at == text.at + text.len && !slice_ends(text, S(" "));
    *found = (struct completion){.start = first ? word : rest};
    for (size_t i = 0; repl->in_course && first && learn_command_name(i); i++)
        completion_add(arena, found, *learn_command_name(i));
    if (repl->in_course) {
        completion_end(arena, found);
        return;
    }
    bool line = slice_equal_fold(word, S("compare")) || slice_equal_fold(word, S("predict"));
    if (!first && (line || repl_is_docker(text))) {
        struct slice typed = line ? rest : text;
        complete_line(arena, typed, typed.len, repl->session->image_name,
                      answer->has_config ? &answer->config : NULL, found);
        return;
    }
    if (first)
        add_first_words(arena, found, false);
    else if (slice_equal_fold(word, S("help")))
        add_first_words(arena, found, true);
    else if (slice_equal_fold(word, S("explain")))
        add_rules(arena, found);
    else if (slice_equal_fold(word, S("load")) || slice_equal_fold(word, S("save")))
        add_files(arena, found);
    else if (slice_equal_fold(word, S("from")))
        add_images(arena, found);
    completion_end(arena, found);
    if (found->words.len == 1 && slice_ends(found->words.at[0], S("/")))
        found->insert.len--; /* a path goes on, without a blank */
}

static void print_candidates(struct repl *repl, struct arena *arena, const struct completion *found)
{
    struct report report = {.arena = arena, .columns = repl->paint.columns};
    struct buffer out = {.arena = arena};
    report_line(&report, REPORT_TEXT, 0);
    for (size_t i = 0; i < found->words.len; i++) {
        report_add(&report, ROLE_PLAIN, i ? S("  ") : S(""));
        report_add(&report, ROLE_PLAIN, found->words.at[i]);
    }
    buffer_byte(&out, '\n');
    paint_report(&out, &report, &repl->paint);
    cli_write(repl->cli, STDOUT_FILENO, buffer_slice(&out));
}

/* libedit is in the middle of a line: a stop must not leave it, so the guard is this function's. */
bool repl_complete(void *context, struct line *line)
{
    struct repl *repl = context;
    struct arena *arena = &repl->cli->arena;
    struct line_look look;
    struct completion found = {0};
    jmp_buf guard, *outer = arena->guard;
    bool volatile printed = false;
    arena->guard = &guard;
    if (setjmp(guard) == 0) {
        line_look(line, &look);
        find_candidates(repl, arena, arena_copy(arena, slice_first(look.text, look.cursor)),
                        &found);
        if (found.insert.len)
            line_insert(line, found.insert);
        printed = found.words.len > 1 && !found.insert.len;
        if (printed)
            print_candidates(repl, arena, &found);
    }
    arena->stopped = ARENA_RUNNING;
    arena->guard = outer;
    return printed;
}
