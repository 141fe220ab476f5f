/* Roles: what a piece of shown text is. A face decides how a role looks (colours on a terminal,
 * nothing on a pipe); the letter stands for it in dumps of screens.
 *
 * Colour never says anything alone: the origins have their letters under the words, good and bad
 * are the words ok and no, a finding's place has carets, the cursor stands in the part in focus. */
#ifndef APP_GROUND_ROLE_H
#define APP_GROUND_ROLE_H

/* clang-format off */
#define ROLES(X)                                                                                   \
    X(PLAIN, ' ')                                                                                  \
    /* where a word comes from, as enum word_from has it, and the letters under it */              \
    X(ENTRYPOINT, 'E')                                                                             \
    X(CMD, 'C')                                                                                    \
    X(RUN, 'R')                                                                                    \
    X(OPTION, 'O')                                                                                 \
    X(SHELL, 'S')                                                                                  \
    X(GONE, '-') /* a word that was replaced or dropped */                                         \
    /* the result */                                                                               \
    X(LABEL, 'l')  /* PID 1, fixed, anyone */                                                      \
    X(FAINT, 'f')  /* said by the way */                                                           \
    X(OLD, 'o')    /* the last good result, while the line is half typed */                        \
    X(GOOD, 'g')   /* ok */                                                                        \
    X(BAD, 'b')    /* no; Docker's message, nothing starts */                                      \
    X(WARN, 'w')   /* a finding */                                                                 \
    X(CARET, '^')  /* ^^^ under a place */                                                         \
    X(ESCAPE, 'x') /* what must not reach a terminal: ^[ */                                        \
    X(DIFFER, 'd') /* what differs in a comparison */                                              \
    X(TYPED, 'y')  /* what a person typed or would type: a command, an example */                  \
    /* a Dockerfile's syntax */                                                                    \
    X(KEYWORD, 'K')                                                                                \
    X(FLAG, 'L')                                                                                   \
    X(STRING, 'q')                                                                                 \
    X(VARIABLE, 'v')                                                                               \
    X(COMMENT, '#')                                                                                \
    X(NUMBER, 'n') /* a line number in the margin */                                               \
    X(MARKED, 'm') /* the same of a line with a finding, or that a step marks */                   \
    X(FOUND, '/')  /* what a search found */                                                       \
    /* the screen's own */                                                                         \
    X(HEAD, 'h') /* the first row */                                                               \
    X(TITLE, 't')                                                                                  \
    X(FOCUS, 'T') /* the title of the part that has the keyboard */                                \
    X(RULE, 'r')                                                                                   \
    X(PROMPT, '$')                                                                                 \
    X(KEY, 'k')    /* a key in footer, menu or help */                                             \
    X(FOOT, 'F')   /* what it does */                                                              \
    X(CHOSEN, '>') /* the row of a list that Enter opens */
/* clang-format on */

#define ROLE_ID(name, letter) ROLE_##name,
enum role { ROLES(ROLE_ID) ROLE_COUNT };
#undef ROLE_ID

#endif
