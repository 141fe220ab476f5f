/* Progress: what a learner did, kept from one run to the next in progress.db of a directory.
 *
 * Nothing here ends the program or prints, and nothing is lost on purpose. Where the file cannot be
 * used, or a save is refused, everything goes on in memory and store_trouble tells why, once; what
 * was done since is saved as soon as the disk takes it, at the latest by store_close. A file that
 * is broken is put aside under another name, one that a newer pairing wrote is left alone. Several
 * programs may use the file at once; an event is there whole or not at all.
 *
 * Texts that are returned live in the arena. A store without memory for anything keeps nothing, and
 * all functions may still be called. */
#ifndef APP_COURSE_STORE_H
#define APP_COURSE_STORE_H

#include "app/course/record.h"

enum store_trouble {
    STORE_FINE,
    STORE_NO_PLACE,  /* there is no directory to keep it in */
    STORE_UNUSABLE,  /* the file or its directory cannot be made or read: why */
    STORE_READ_ONLY, /* what is there is known, nothing is added */
    STORE_BUSY,      /* another program holds it for too long */
    STORE_NEWER,     /* a newer pairing wrote it */
    STORE_SET_ASIDE, /* it is broken and is called `aside` now; a new one was begun */
    STORE_BROKEN,    /* it is broken, and could not be put aside */
    STORE_NOT_SAVED, /* the last save was refused: why; it is tried again */
    STORE_LOST,      /* and refused to the end */
    STORE_NO_MEMORY,
};

struct sqlite3;

struct store {
    struct sqlite3 *db; /* the file, or memory; null: nothing is kept */
    bool in_memory, retries;
    enum store_trouble trouble; /* not told yet */
    char path[4096], aside[4200], why[128];
    struct store_queue *queue, **queue_end; /* events that the disk has not taken */
};

/* Opens progress.db of a directory, making both where they are missing; null: memory alone. The
 * store must not be moved. */
void store_open(struct store *store, const char *directory);

/* Saves what is not saved yet, and closes. What still cannot be saved is STORE_LOST. */
void store_close(struct store *store);

/* What is to be told, then forgotten; STORE_FINE: nothing. path, aside and why go with it. */
enum store_trouble store_trouble(struct store *store);

/* Ends what a jump out of a function of this store left behind: its statements, which hold the
 * file.
 */
void store_recover(struct store *store);

/* Adds an event. Only without memory is it lost: false. */
bool store_add(struct store *store, const struct deed *deed);

/* The record of an exercise, all zero when there is none. */
void store_record(struct store *store, struct arena *arena, struct slice exercise,
                  struct record *record);

/* All records, in the order of ids; all events, in the order of their times. False, with what could
 * be read, when the file could not be read to its end. */
bool store_records(struct store *store, struct arena *arena, struct records *records);
bool store_deeds(struct store *store, struct arena *arena, struct deeds *deeds);

/* What is kept under a name, empty when nothing is; and keeps it. */
struct slice store_setting(struct store *store, struct arena *arena, struct slice name);
bool store_set(struct store *store, struct slice name, struct slice value);

/* A name of random letters for this learner, the same every time: it chooses variants. */
struct slice store_learner(struct store *store, struct arena *arena);

/* Takes away what was done of one exercise, of all for an empty id: the number of events. They are
 * kept, and store_undo brings back what the last reset took: the number of events. -1 when it
 * cannot be written. Settings called "draft ID" go with their exercise, for good. */
int64_t store_reset(struct store *store, struct slice exercise);
int64_t store_undo(struct store *store);

/* Adds events that are not there yet, all or none: how many, -1 when it cannot be written. */
int64_t store_import(struct store *store, const struct deeds *deeds);

#endif
