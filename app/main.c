/* The commands of pairing. */
#include "app/command/cli.h"
#include "app/command/help.h"

enum { ASKS = CLI_SOURCES | CLI_LOOKS | CLI_BIT(JSON) | CLI_BIT(EXPLAIN) };

static const struct cli_command commands[] = {
    {"docker", "run …", "what would run? also docker create and exec", ASKS | CLI_BIT(QUIET),
     REST_ITS, ask_run},
    {"sudo", "docker run …", "the same", ASKS | CLI_BIT(QUIET), REST_ITS, ask_run},
    {"scratch", "[docker run …]", "the scratchpad: a full screen to try things on",
     CLI_SOURCES | CLI_LOOKS | CLI_BIT(LOAD), REST_LINE, scratch_run},
    {"repl", "[docker run …]", "the same in plain lines, also from a pipe",
     CLI_SOURCES | CLI_LOOKS | CLI_BIT(LOAD), REST_LINE, repl_run},
    {"learn", "[LESSON]", "the course, from the first argv on", CLI_LOOKS | CLI_BIT(PLAN),
     REST_READ, learn_run},
    {"progress", "[export …]", "what was learnt: export, import, reset, undo", CLI_LOOKS, REST_READ,
     progress_run},
    {"class", "FILE …", "for teachers: many learners' progress in one table",
     CLI_LOOKS | CLI_BIT(JSON) | CLI_BIT(CSV), REST_READ, class_run},
    {"present", "[LESSON]", "for teachers: a lesson as slides, for a room", CLI_LOOKS, REST_READ,
     present_command_run},
    {"show", "[IMAGE]", "an image's pair, and who can change what", ASKS, REST_READ, show_run},
    {"explain", "[RULE]", "what a rule says, why, and examples", CLI_LOOKS, REST_READ, explain_run},
    {"design", "[WISH …]", "wanted run lines in, a proposed pair out", CLI_LOOKS | CLI_BIT(JSON),
     REST_READ, design_run},
    {"card", "", "one page to print: forms, zones, rules, mistakes", CLI_LOOKS, REST_READ,
     card_run},
    {"batch", "", "requests in, answers out, in JSON Lines", CLI_LOOKS | CLI_BIT(EXPLAIN),
     REST_READ, batch_run},
    {"lessons", "check …", "for authors of lessons: list, new, check", CLI_LOOKS | CLI_BIT(QUIET),
     REST_READ, lessons_run},
};

int main(int argc, char **argv)
{
    return cli_main(argc, argv,
                    (struct commands){commands, sizeof commands / sizeof *commands, home_run,
                                      help_print, help_print_version, help_print_man});
}
