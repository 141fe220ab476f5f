/* Help, version and manual page, made from the tables of commands and options. See help.h. */
#include "app/command/help.h"

#include "app/command/cli.h"

#include <unistd.h>

enum { NAME_COLUMN = 30 };

static void pad(struct buffer *out, size_t line_start, size_t column)
{
    do
        buffer_byte(out, ' ');
    while (out->len - line_start < column);
}

static int print(struct cli *cli, const struct buffer *out)
{
    return cli_write(cli, STDOUT_FILENO, buffer_slice(out)) ? 0 : 2;
}

/* A table's text has … where more may follow; in ASCII that is three dots. */
static void put_ascii(struct buffer *out, const char *text)
{
    struct slice rest = slice_of(text), dots = S("…");
    while (rest.len) {
        bool at_dots = slice_starts(rest, dots);
        buffer_put(out, at_dots ? S("...") : slice_first(rest, 1));
        rest = slice_after(rest, at_dots ? dots.len : 1);
    }
}

/* ---- --help */

static void put_command(struct buffer *out, const struct cli_command *command)
{
    size_t start = out->len;
    buffer_string(out, "  pairing ");
    buffer_string(out, command->name);
    buffer_byte(out, ' ');
    put_ascii(out, command->words);
    pad(out, start, NAME_COLUMN);
    buffer_string(out, words_text(command->help));
    buffer_byte(out, '\n');
}

static void put_option(struct buffer *out, const struct cli_option *option)
{
    size_t start = out->len;
    const char letter[] = {' ', ' ', '-', option->letter, ',', ' '};
    buffer_put(out, option->letter ? (struct slice){letter, sizeof letter} : S("      "));
    buffer_put(out, S("--"));
    buffer_string(out, option->name);
    if (option->argument) {
        buffer_byte(out, ' ');
        buffer_string(out, option->argument);
    }
    pad(out, start, NAME_COLUMN);
    buffer_string(out, words_text(option->help));
    buffer_byte(out, '\n');
}

int help_print(struct cli *cli)
{
    struct buffer out = {.arena = &cli->held};
    buffer_put(&out, S("pairing: what would this docker run line execute?\n\n"));
    for (size_t i = 0; i < cli->commands.len; i++)
        put_command(&out, &cli->commands.at[i]);
    buffer_put(&out,
               S("\nOptions, in front of the command; behind it too, but for docker and sudo\n"));
    for (size_t i = 0; i < CLI_COUNT; i++)
        if (!(CLI_HIDDEN >> i & 1))
            put_option(&out, &cli_options[i]);
    buffer_put(
        &out, S("\nWhich image: -f, -e or -i; else a known image of that name; else ./Dockerfile.\n"
                "Exit status: 0 it would run; 1, 125, 126, 127 as docker; 2 called wrongly.\n"));
    return print(cli, &out);
}

/* ---- --version */

int help_print_version(struct cli *cli)
{
    struct buffer out = {.arena = &cli->held};
    buffer_put(&out, S("pairing " PAIRING_VERSION ", answers as Docker " SIMULATED_DOCKER
                       " and BuildKit " SIMULATED_BUILDKIT ", known images of "));
    buffer_string(&out, known_images_date);
    buffer_byte(&out, '\n');
    return print(cli, &out);
}

/* ---- --man, in roff's man macros */

/* Text for roff: - is a hyphen unless escaped, a line must not begin with a dot or quote, an empty
 * line begins a paragraph. */
static void put_roff(struct buffer *out, const char *text)
{
    for (const char *at = text; *at; at++) {
        if (*at == '-' || *at == '\\')
            buffer_byte(out, '\\');
        buffer_byte(out, *at == '\\' ? 'e' : *at);
        if (*at == '\n' && at[1] == '\n')
            buffer_put(out, S(".PP"));
        else if (*at == '\n' && (at[1] == '.' || at[1] == '\''))
            buffer_put(out, S("\\&"));
    }
}

static void put_section(struct buffer *out, const char *title, const char *text)
{
    buffer_put(out, S(".SH "));
    buffer_string(out, title);
    buffer_byte(out, '\n');
    put_roff(out, text);
}

/* .TP: a tag and its explanation. */
static void put_tag(struct buffer *out, const char *const bold[], const char *argument,
                    const char *help)
{
    buffer_put(out, S(".TP\n\\fB"));
    for (; *bold; bold++)
        put_roff(out, *bold);
    buffer_put(out, S("\\fR"));
    if (argument && *argument) {
        buffer_put(out, S(" \\fI"));
        put_ascii(out, argument);
        buffer_put(out, S("\\fR"));
    }
    buffer_byte(out, '\n');
    put_roff(out, words_text(help));
    buffer_byte(out, '\n');
}

static void put_docker_option(struct buffer *out, const struct option *option)
{
    const char letter[] = {'-', option->letter, '\0'};
    const char *const bold[] = {option->letter ? letter : "", option->letter ? ", " : "", "--",
                                option->name.at, NULL};
    put_tag(out, bold, option->value_name, option->help);
}

static void put_docker_options(struct buffer *out, unsigned command, const char *title)
{
    buffer_put(out, S(".SS "));
    buffer_string(out, title);
    buffer_byte(out, '\n');
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if ((option_table[i].commands & command) && !(option_table[i].marks & OPTION_HIDDEN))
            put_docker_option(out, &option_table[i]);
}

static void put_own_tables(struct buffer *out, const struct cli *cli)
{
    put_section(out, "COMMANDS", "");
    for (size_t i = 0; i < cli->commands.len; i++) {
        const struct cli_command *command = &cli->commands.at[i];
        const char *const bold[] = {command->name, NULL};
        put_tag(out, bold, command->words, command->help);
    }
    put_section(out, "OPTIONS",
                "Options stand in front of the command; for other commands than docker and sudo "
                "also behind it.\n");
    for (size_t i = 0; i < CLI_COUNT; i++) {
        const struct cli_option *option = &cli_options[i];
        const char letter[] = {'-', option->letter, '\0'};
        const char *const bold[] = {option->letter ? letter : "", option->letter ? ", " : "", "--",
                                    option->name, NULL};
        if (!(CLI_HIDDEN >> i & 1))
            put_tag(out, bold, option->argument, option->help);
    }
}

int help_print_man(struct cli *cli)
{
    static const struct {
        const char *status, *meaning;
    } statuses[] = {
        {"0", "it would run, or the line makes no container"},
        {"1", "docker build, or the docker client, would exit so; a wish does not hold"},
        {"125", "docker or its engine would refuse the line"},
        {"126", "the program could not be executed"},
        {"127", "the program would not be found"},
        {"2", "pairing was called wrongly, or its answer could not be written"},
    };
    struct buffer out = {.arena = &cli->held};
    buffer_put(&out, S(".TH PAIRING 1 \"\" \"pairing " PAIRING_VERSION "\"\n"));
    put_section(&out, "NAME", "pairing - what a Dockerfile and a docker run line would execute\n");
    put_section(&out, "SYNOPSIS", "");
    buffer_put(&out, S("\\fBpairing\\fR [\\fIoptions\\fR] \\fIcommand\\fR [\\fIwords\\fR]\n"));
    put_section(&out, "DESCRIPTION",
                "Put pairing in front of the docker run line that you are about to type. It says "
                "which argv the container would be started with, where each word comes from, and "
                "who can change it. Nothing is run, and no daemon is needed.\n"
                "\n"
                "The image is the one that -f, -e or -i tells; else a known image of the name on "
                "the line; else the one that ./Dockerfile builds.\n");
    put_own_tables(&out, cli);
    put_section(&out, "EXIT STATUS", "");
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        const char *const bold[] = {statuses[i].status, NULL};
        put_tag(&out, bold, NULL, statuses[i].meaning);
    }
    put_section(&out, "ENVIRONMENT",
                "NO_COLOR, TERM, COLORTERM: whether and how colours are used.\n"
                "\n"
                "LC_ALL, LC_CTYPE, LANG: whether characters beyond ASCII are shown.\n");
    put_section(&out, "DOCKER'S OPTIONS", "These are understood on the line.\n");
    put_docker_options(&out, COMMAND_DOCKER, "docker");
    put_docker_options(&out, COMMAND_RUN, "docker run, docker create");
    put_docker_options(&out, COMMAND_EXEC, "docker exec");
    return print(cli, &out);
}
