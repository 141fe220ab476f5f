/* Inside of the session: what its files share. Commands change the state, and then session_refresh
 * is called once: it answers the question anew where that changed, and decides what is shown. */
#ifndef APP_SESSION_INSIDE_H
#define APP_SESSION_INSIDE_H

#include "app/session/learning.h"
#include "app/session/say.h"

/* Says it in the line of messages (opening.c). args as in say. */
void session_tell(struct session *session, enum words_id id, const struct words_args *args);

/* ---- What is answered (evaluate.c, stale.c) */

void evaluation_init(struct evaluation *evaluation);
void evaluation_free(struct evaluation *evaluation);

/* Answers the session's question into an evaluation, with copies of its texts. */
void session_evaluate(struct session *session, struct evaluation *evaluation);

/* After a change of the state. settle: what stands counts. */
void session_refresh(struct session *session, bool settle);

/* Whether what is typed at the cursor is half of something, so that `now` does not count yet. */
bool session_half_typed(struct session *session);

/* Whether the next line of the editor belongs to this one, counted from 0. */
bool session_goes_on(struct session *session, size_t line);

/* The text of the Dockerfile changed by something typed at the cursor, or as a whole. */
void session_edited(struct session *session);
void session_replaced(struct session *session);

/* Another run line; to_face: the face has to take it over. false without memory. */
bool session_set_line(struct session *session, struct slice line, size_t cursor, bool to_face);

/* ---- Where one is (parts.c) */

void session_open_page(struct session *session, enum pane page);
void session_go(struct session *session, enum pane part);
void session_back(struct session *session);
void session_count_rows(struct session *session);
void session_choose(struct session *session);

/* Out of pairing; where the text is not saved that is asked first. */
void session_quit(struct session *session);

/* ---- Questions with an answer (asking.c) */

void session_ask_name(struct session *session, enum asking asking, struct slice start);
void session_ask(struct session *session, enum asking asking, enum words_id id,
                 const struct words_args *args);
void session_accept(struct session *session);
void session_answer(struct session *session, bool yes);
void session_cancel(struct session *session);

/* ---- Files (files.c) */

void session_save(struct session *session);

/* The text of a situation that is loaded: clean, without a file. false without memory. */
bool session_load_text(struct session *session, struct slice text);

/* ---- What is kept (unsaved.c, tried.c) */

int unsaved_open(struct session *session);

/* Takes the record for a file (empty: for none) out of what was found; false when there is none. */
bool unsaved_take(struct session *session, const char *path, struct found *found);

/* Whether there is a record without a file; and gives it the session, the text there was put by. */
bool unsaved_is_nameless(const struct session *session);
void unsaved_open_nameless(struct session *session);

/* Puts the text by, as if a former program had left it, when it is not saved. */
bool unsaved_put_by(struct session *session);

/* Gives the session the text of a record, as a change that can be taken back. */
void unsaved_restore(struct session *session, struct found *found);

/* Writes what is not saved, or takes the file away where there is nothing. */
void unsaved_keep(struct session *session);
void unsaved_free(struct session *session);

void tried_open(struct session *session);
void tried_add(struct session *session);
void tried_free(struct session *session);

/* ---- The course (arriving.c, answering.c, home.c, search.c, standing.c). Without a course nothing
 * happens. */

/* Shows where the walk stands, after a step of it. */
void learning_arrive(struct session *session, enum walk_step step);

/* Calls of the walk stand between these two, which guard against a lack of memory; they may stand
 * within others:
 *     if (learning_begins(session)) { …; } learning_ends(session);
 * Behind a lack one stands on safe ground: the exercise with what was typed, or home. It is said,
 * as is what is wrong with the store (guarding.c). */
#define learning_begins(session)                                                                   \
    (learning_set_guard(session), setjmp(*(session)->learning->guard) == 0)
void learning_set_guard(struct session *session);
void learning_ends(struct session *session);

/* The exercise's question (question.c). learning_row: another check was chosen, its line is asked.
 */
void learning_question(struct session *session, struct evaluation *evaluation);
void learning_row(struct session *session);
void learning_count_rows(struct session *session);
/* The run line at the chosen row, of a check or a prediction; else one that runs the image alone.
 */
struct slice learning_line(const struct session *session, struct arena *arena);

/* Brings the page to where the walk stands, whatever led to another one. */
void learning_stand(struct session *session);
void learning_known(struct session *session); /* the record of the exercise changed */

/* What stands in the exercise, as it would be checked; in learning.arena or the editor. */
struct slice learning_answer(struct session *session);
/* Keeps what was typed and not checked; and what is kept of the exercise one arrived at. */
void learning_keep_draft(struct session *session);
struct slice learning_draft(struct session *session);
void learning_say_draft(struct learning *learning, struct slice draft);

void learning_check(struct session *session);
void learning_sure(struct session *session, uint32_t sure);
void learning_hint(struct session *session);
void learning_show(struct session *session);
void learning_start_over(struct session *session);
void learning_move(struct session *session, int by);
void learning_practise(struct session *session);
void learning_text(struct session *session);
void learning_pad(struct session *session);
void learning_choose(struct session *session);

void learning_type(struct session *session, struct slice text);
void learning_erase(struct session *session, bool all);
void learning_accept(struct session *session);

void learning_home(struct session *session);
void learning_leave(struct session *session);      /* the exercise or the lesson at hand */
void learning_home_again(struct session *session); /* what is known changed; the row stays */
void learning_home_choose(struct session *session);
void learning_home_sideways(struct session *session, int by); /* to the other column */
void learning_review(struct session *session);
void learning_search(struct session *session);
void learning_search_type(struct session *session, struct slice text);
void learning_search_erase(struct session *session, bool all);
void learning_search_choose(struct session *session);
void learning_progress(struct session *session);
void learning_progress_choose(struct session *session);
void learning_filter(struct session *session);
void learning_reset(struct session *session, bool all);
void learning_reset_answer(struct session *session, bool all);
void learning_undo_reset(struct session *session);

/* ---- Design (designing.c) */

/* Opens the page; where there is no wish yet the list begins with what is at hand. */
void designing_open(struct session *session);
void designing_free(struct session *session);

/* The wishes changed. And: the page is seen again, and in an exercise other lines may be tried. */
void designing_edited(struct session *session);
void designing_again(struct session *session);
/* Whether the list may grow by so many bytes. */
bool designing_has_room(const struct session *session, size_t bytes);
/* Text typed or pasted; false where it would be too much. */
bool designing_type(struct session *session, struct slice text, bool pasted);
/* The other part of the page. */
void designing_other_part(struct session *session);
/* Puts the proposed lines in place of those that there are. */
void designing_take(struct session *session);

/* The editor of the part that has the keyboard: that of the wishes, else the Dockerfile's. And says
 * that its text was changed at the cursor. */
struct editor *session_text_editor(struct session *session);
void session_text_edited(struct session *session);

/* ---- The rest */

void prediction_toggle(struct session *session);
void prediction_hide(struct session *session);
void prediction_type(struct session *session, struct slice text);
void prediction_accept(struct session *session);

void comparison_command(struct session *session);
/* How the situation is shared: shown, copied as a line or a block, written to a file. */
enum share { SHARE_SHOW, SHARE_LINE, SHARE_BLOCK, SHARE_WRITE };
void session_share(struct session *session, enum share how);
bool session_write_block(struct session *session, const char *path);
bool session_is_block(struct slice text);
void session_load_example(struct session *session);
void session_take_given(struct session *session);

#endif
