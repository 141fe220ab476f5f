/* The course without memory, and with a store in trouble. In: a call of the walk that was given up
 * half way. Out: a state that can be shown, and a sentence. See inside.h.
 *
 * What is half made is made anew, where there is memory for that by now: the task of the exercise,
 * beside what was typed. Else one is at home, with a list that is read when something is done. */
#include "app/session/inside.h"

#include "app/course/trouble.h"

#include <stdlib.h>

static void set_guards(struct learning *learning)
{
    walk_guard(&learning->walk, learning->guard);
    learning->arena.guard = learning->start.guard = learning->guard;
    learning->lists.guard = learning->found.guard = learning->guard;
}

void learning_set_guard(struct session *session)
{
    struct learning *learning = session->learning;
    size_t next = learning->guard ? (size_t)(learning->guard - learning->guards) + 1 : 0;
    if (next == LEARNING_DEEP)
        abort(); /* a mistake in the program */
    learning->guard = &learning->guards[next];
    set_guards(learning);
}

static bool has_stopped(struct learning *learning)
{
    struct arena *const arenas[] = {
        &learning->walk.held, &learning->walk.scratch, &learning->walk.tasks, &learning->arena,
        &learning->start,     &learning->lists,        &learning->found};
    bool stopped = false;
    for (size_t i = 0; i < sizeof arenas / sizeof *arenas; i++) {
        stopped |= arenas[i]->stopped != ARENA_RUNNING;
        arenas[i]->stopped = ARENA_RUNNING;
    }
    return stopped;
}

/* The innermost call ends; whether it was the outermost too. */
static bool end(struct learning *learning)
{
    learning->short_of_memory |= has_stopped(learning);
    learning->guard = learning->guard > learning->guards ? learning->guard - 1 : NULL;
    set_guards(learning);
    return !learning->guard;
}

/* ---- Safe ground */

static void make_anew(struct session *session)
{
    struct learning *learning = session->learning;
    bool exercise = learning_has_task(session);
    enum walk_step step = walk_stay(&learning->walk, learning->clock());
    if (exercise && step == WALK_STEPPED && learning->walk.sitting.exercise == learning->shown) {
        learning->shows = SHOWS_WANTED;
        session->row[PANE_CHECKS] = 0;
        session->asks_anew = true;
    } else if (learning->walk.at != WALK_HOME) {
        learning_arrive(session, step);
    }
}

static void empty_home(struct session *session)
{
    struct learning *learning = session->learning;
    walk_home(&learning->walk);
    session->rows[PANE_HOME] = 0;
    learning->lesson = (struct learning_lesson){0};
    session->page = session->under[PANE_HOME] = PANE_HOME;
    session->dialog = PANE_COUNT;
    session->asks_anew = true;
}

static void recover(struct session *session)
{
    struct learning *learning = session->learning;
    store_recover(&learning->walk.store);
    if (learning_begins(session))
        make_anew(session);
    learning->short_of_memory = false;
    end(learning);
    if (learning->short_of_memory)
        empty_home(session);
    if (learning->walk.at == WALK_HOME &&
        !session->rows[PANE_HOME]) { /* read when something is done: learning_stand */
        learning->home = (struct learning_home){0};
        session->rows[PANE_HOME] = session->row[PANE_HOME] = 0;
    }
    learning->short_of_memory = false;
    session_tell(session, WORDS_SAY_NO_MEMORY, NULL);
}

static void tell_trouble(struct session *session)
{
    struct words_args args;
    enum words_id id = trouble_words(&session->learning->walk.store, &args);
    if (id != WORDS_COUNT)
        session_tell(session, id, &args);
}

void learning_ends(struct session *session)
{
    if (!end(session->learning))
        return;
    if (session->learning->short_of_memory)
        recover(session);
    tell_trouble(session);
}
