/* Lessons for the tests of slides. See slides_lesson.h. */
#include "tests/support/slides_lesson.h"

#define HINTS "```hint\nOne.\n```\n```hint\nTwo.\n```\n```hint\nThree.\n```\n"
#define EXERCISE(id, kind, image)                                                                  \
    "```exercise\nid: slides/" id "\nkind: " kind "\npath: core\ncures: none\nimage: " image       \
    "\n```\n\n"

const char slides_lesson[] =
    "# Two lists\n\n"
    "An image keeps two lists of words. When a container starts, Docker lays them end to end, and "
    "that is what runs.\n\n"
    "    ENTRYPOINT  [\"backup\"]           stays\n"
    "    CMD         [\"/data\"]            gives way\n\n"
    "Words typed after the image's name take CMD's place: the place of the whole list, not of its "
    "last word. ENTRYPOINT stays in front of whatever comes.\n\n"
    "```example\nENTRYPOINT [\"backup\"]\nCMD [\"--to\", \"/data\"]\n---\ndocker run b --list\n"
    "```\n\n"
    "It is one command.\n\nNothing runs first.\n\n"
    "Two things follow:\n\n- What must stay stands in ENTRYPOINT.\n- The rest stands in CMD.\n\n"
    "## A word typed\n\n" EXERCISE(
        "typed", "predict",
        "tool") "Say what runs for each line.\n\n"
                "```given\nFROM base\nENTRYPOINT [\"git\"]\nCMD [\"log\", \"--oneline\"]\n```\n"
                "```vary\nWORD = bash | sh\n```\n"
                "```ask\ndocker run tool {{WORD}}\ndocker run tool\n```\n" HINTS
                "```solved\nENTRYPOINT stays. To git the word {{WORD}} is a subcommand that it "
                "lacks.\n```\n"
                "```wrong a-shell\ndocker run tool {{WORD}} => [\"{{WORD}}\"]\n```\n"
                "> Words never replace `git`. Which option does?\n\n"
                "```wrong added\ndocker run tool {{WORD}} => "
                "[\"git\",\"log\",\"--oneline\",\"{{WORD}}\"]\n```\n"
                "> CMD's words went, all of them. What is left?\n\n"
                "## Whose word?\n\n" EXERCISE(
                    "whose", "origin",
                    "shop") "A letter for each word.\n\n"
                            "```given\nFROM base\nENTRYPOINT [\"python\", \"manage.py\"]\nCMD "
                            "[\"runserver\"]\n```\n"
                            "```ask\ndocker run shop migrate --fake\n```\n" HINTS
                            "```solved\nC and R never meet.\n```\n\n"
                            "## Three images\n\n" EXERCISE(
                                "three", "predict",
                                "neither") "Each on its own.\n\n"
                                           "```given\nFROM base\n```\n"
                                           "```given below\nFROM base\nENTRYPOINT [\"ls\"]\n```\n"
                                           "```given above\nFROM below\nCMD [\"-l\"]\n```\n"
                                           "```ask\ndocker run neither\ndocker run "
                                           "above\n```\n" HINTS "```solved\nSo.\n```\n\n"
                                           "## Mend it\n\n" EXERCISE(
                                               "mend", "repair",
                                               "exporter") "The address is a default; `--quiet` is "
                                                           "for everybody.\n\n"
                                                           "```given\nFROM base\n```\n"
                                                           "```start\nENTRYPOINT [\"exporter\", "
                                                           "\"--quiet\", \"--listen\", "
                                                           "\":9100\"]\n```\n"
                                                           "```check\ndocker run exporter => "
                                                           "[\"exporter\",\"--quiet\",\"--listen\","
                                                           "\":9100\"]\n"
                                                           "docker run exporter --listen :80 => "
                                                           "[\"exporter\",\"--quiet\",\"--listen\","
                                                           "\":80\"]\n```\n" HINTS
                                                           "```answer\nENTRYPOINT [\"exporter\", "
                                                           "\"--quiet\"]\nCMD [\"--listen\", "
                                                           "\":9100\"]\n```\n"
                                                           "```answer\nCMD [\"--listen\", "
                                                           "\":9100\"]\nENTRYPOINT [\"exporter\", "
                                                           "\"--quiet\"]\n```\n"
                                                           "```solved\nThe address is a default "
                                                           "again.\n```\n"
                                                           "```wrong all-in-cmd\nENTRYPOINT "
                                                           "[\"exporter\"]\nCMD [\"--quiet\", "
                                                           "\"--listen\", \":9100\"]\n"
                                                           "```\n> `--quiet` went with the "
                                                           "address. May a caller lose it?\n\n"
                                                           "## Not to be used\n\n" EXERCISE(
                                                               "broken", "write",
                                                               "p") "Nothing else stands here.\n";

#define BAD                                                                                        \
    "\x1b[31m\x1b]0;owned\x07 \x9b"                                                                \
    "2J \xE2\x80\xAE \xC2\x9B"                                                                     \
    "31m"

const char slides_hostile[] =
    "# Title " BAD "\n\n"
    "Prose " BAD " and `code " BAD "`.\n\n"
    "    figure " BAD "\n\n"
    "<b>" BAD "</b>\n\n"
    "```example\nCMD [\"echo\", \"" BAD "\"]\n---\ndocker run p '" BAD "'\n```\n\n"
    "## Exercise " BAD
    "\n\n" EXERCISE("hostile", "predict",
                    "p") "Text " BAD "\n\n"
                         "```given\nFROM base\nCMD [\"" BAD "\", \"\\u001b[2J\"]\n```\n"
                         "```ask\ndocker run p\n```\n" HINTS "```solved\nWhy " BAD "\n```\n"
                         "```wrong bad\ndocker run p => [\"\\u001b[2J\"]\n```\n> Reply " BAD "\n";
