/* Inside of line mode: what its files share. A line becomes a call of one function, which changes
 * the session and adds to a report; the report is printed when the function is done. */
#ifndef APP_COMMAND_REPL_INSIDE_H
#define APP_COMMAND_REPL_INSIDE_H

#include "app/command/print.h"
#include "app/command/repl.h"
#include "app/ground/line.h"

/* The list shown last: a number alone chooses from it. */
enum repl_list { LIST_NONE, LIST_HOME, LIST_EXAMPLES, LIST_TRIED };

struct learn;

struct repl {
    struct cli *cli;
    struct session *session;
    struct line *line;
    struct paint paint;
    struct report report; /* what the line at hand says, in cli->arena */
    bool terminal;        /* somebody types */
    bool leave;
    bool refused;       /* a line was not understood, or could not be carried out */
    int status;         /* of the last docker line */
    struct slice ahead; /* a line that was read for an answer and was none; at null: none */
    enum repl_list list;
    struct learn *course; /* null until a lesson was asked for */
    bool in_course;       /* lines go to it */
    uint64_t given_up;    /* serial of the answer that was shown without a prediction */
    jmp_buf guard;
};

/* A command. Functions give false where they could not do it, and have said why. */
struct repl_command {
    struct slice name;
    struct slice words; /* what may stand behind it, for the help; empty: nothing */
    enum words_id help;
    bool needs_words;
    bool (*run)(struct repl *repl, struct slice rest);
};

extern const struct repl_command repl_commands[];
extern const size_t repl_commands_len;

/* ---- Reading and saying (repl_lines.c) */

/* Adds a sentence, a line of its own. repl_fail gives false. */
void repl_say(struct repl *repl, enum words_id id, const struct words_args *args);
bool repl_fail(struct repl *repl, enum words_id id, const struct words_args *args);

/* Adds what the session has to say, if anything. */
void repl_message(struct repl *repl);

/* From here on the answers of the session are looked at, not changed. */
void repl_look(struct repl *repl);

/* Prints what was added so far. */
void repl_flush(struct repl *repl);

/* Prints, and reads the next line for an answer. false at the end of input. */
bool repl_ask(struct repl *repl, enum words_id prompt, struct slice *text);

/* Asks for yes or no; anything else, and the end of input, is no. */
bool repl_confirm(struct repl *repl, struct slice question);

/* Asks the question that the session has open until it has none; false where one was denied. */
bool repl_answer_session(struct repl *repl);

/* A number of at most 9 digits, and nothing else. */
bool repl_number(struct slice text, uint32_t *number);

/* The first word of a text, and what stands behind it without blanks in front. */
struct slice repl_word(struct slice text, struct slice *rest);

/* ---- Lines (repl_table.c) */

/* Carries out a line. */
bool repl_line(struct repl *repl, struct slice line);

/* Whether a line is one for a shell with docker in it. */
bool repl_is_docker(struct slice line);

/* Tab. */
bool repl_complete(void *context, struct line *line);

/* ---- What they do */

bool repl_instruction(struct repl *repl, struct slice line); /* repl_edit.c */
bool repl_list_text(struct repl *repl, struct slice rest);
bool repl_undo(struct repl *repl, struct slice rest);
bool repl_redo(struct repl *repl, struct slice rest);
bool repl_delete(struct repl *repl, struct slice rest);

bool repl_load(struct repl *repl, struct slice rest); /* repl_file.c */
bool repl_load_example(struct repl *repl, uint32_t number);
bool repl_answer_loaded(struct repl *repl, bool hides); /* the text, and what its line runs */
bool repl_save(struct repl *repl, struct slice rest);
bool repl_share(struct repl *repl, struct slice rest);
bool repl_where(struct repl *repl, struct slice rest);

bool repl_docker(struct repl *repl, struct slice line); /* repl_try.c */
bool repl_again(struct repl *repl, struct slice rest);
bool repl_predict(struct repl *repl, struct slice rest);
bool repl_compare(struct repl *repl, struct slice rest);
bool repl_tried(struct repl *repl, struct slice rest);
bool repl_try_again(struct repl *repl, uint32_t number);

/* Whether there is an answer to look at; says why not. */
bool repl_has_answer(struct repl *repl);

bool repl_design(struct repl *repl, struct slice rest); /* repl_design.c */

bool repl_lesson(struct repl *repl, struct slice rest); /* repl_course.c */
bool repl_of_lesson(struct repl *repl, struct slice rest);
void repl_course_where(struct repl *repl);
void repl_course_line(struct repl *repl); /* reads one that belongs to the course */
void repl_course_close(struct repl *repl);

bool repl_show(struct repl *repl, struct slice rest); /* repl_look.c */
bool repl_explain(struct repl *repl, struct slice rest);
bool repl_why(struct repl *repl, struct slice rest);
bool repl_merge(struct repl *repl, struct slice rest);
bool repl_grid(struct repl *repl, struct slice rest);
bool repl_tower(struct repl *repl, struct slice rest);
bool repl_surface(struct repl *repl, struct slice rest);
bool repl_notes(struct repl *repl, struct slice rest);

bool repl_help(struct repl *repl, struct slice rest); /* repl_menu.c */
bool repl_examples(struct repl *repl, struct slice rest);
bool repl_home(struct repl *repl, struct slice rest);
bool repl_choose(struct repl *repl, uint32_t number);
bool repl_quit(struct repl *repl, struct slice rest);

#endif
