/* Why an answer is not the one that is wanted, where nobody foresaw it: what can be told from the
 * line itself, and from the words that run beside those that are wanted.
 *
 * A reason says what happened, then one rule, then one question: three lines of 76 columns. It
 * lives in the arena. */
#ifndef APP_COURSE_REASON_H
#define APP_COURSE_REASON_H

#include "app/course/check.h"
#include "app/course/markdown.h"

/* Whether a typed line asks docker for nothing: a program of the typing shell, or a docker command
 * that makes no container. Not for a line that could not be read. */
bool asks_for_none(const struct answer *answer, struct slice line);

/* Of a learner's run line that can have no container: it asks for none, or it is docker exec, which
 * needs one that runs. False: the reason is another one. */
bool reason_of_line(struct arena *arena, const struct answer *answer, struct slice line,
                    struct markdown *reason);

/* The argv that runs against the one that is wanted: a word that is another, words too many or
 * missing, in another order, in one or in several, each with the list that it stands in. line:
 * the learner types the run line, so the image is as it is. Where they have less in common it is
 * the first word that differs, with `many`; else false. */
bool reason_of_words(struct arena *arena, const struct result *result, bool line, bool many,
                     struct markdown *reason);

/* The directory, the user or a value of the environment against what a check wants of them. False:
 * it wants nothing of the kind. */
bool reason_of_setting(struct arena *arena, const struct check *check, const struct result *result,
                       struct markdown *reason);

/* A prediction against what runs: one word that is another, another number of words, words where
 * nothing starts, or nothing where something does. step: what the merge decided, a sentence without
 * its end, said behind it; may be empty. False: nothing of the kind can be told. */
bool reason_of_said(struct arena *arena, const struct result *result, struct slice step,
                    struct markdown *reason);

/* A list in shell form where its words were wanted one by one. step: what the merge says of it. */
void reason_of_shell_form(struct arena *arena, struct slice step, struct markdown *reason);

#endif
