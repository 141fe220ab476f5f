/* libedit writes the question of a search in the history into the line itself: "docker run
 * a\nbck:run", with '?' for ':' when nothing is found, and in vi's mode "\n/run " in place of the
 * line, the blank being the cursor. Here it is found again. */
#ifndef APP_GROUND_LINE_SEARCH_H
#define APP_GROUND_LINE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

struct line_question {
    size_t at; /* where the question begins; the line ends there */
    size_t pattern, pattern_len;
    bool forward, failed;
};

/* false when the text ends in no question. */
bool line_question(const wchar_t *text, size_t len, bool vi, struct line_question *question);

#endif
