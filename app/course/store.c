/* Progress in a file. See store.h.
 *
 * In: events. Out: records. The tables are those of tables.h. Here stands where they are kept, and
 * what becomes of an event that the disk does not take: it waits in a queue, and memory holds a
 * copy of all that there is. */
#include "app/course/store.h"

#include "app/course/tables.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ASIDES = 1000 };

struct store_queue {
    struct store_queue *next;
    struct deed deed; /* its texts stand behind it */
};

/* ---- Opening */

static enum store_trouble trouble_of(enum sql_trouble trouble)
{
    static const enum store_trouble troubles[] = {
        [SQL_FINE] = STORE_FINE,           [SQL_BUSY] = STORE_BUSY,
        [SQL_READ_ONLY] = STORE_READ_ONLY, [SQL_NO_MEMORY] = STORE_NO_MEMORY,
        [SQL_BROKEN] = STORE_BROKEN,       [SQL_NO_SUCH] = STORE_UNUSABLE,
        [SQL_UNUSABLE] = STORE_UNUSABLE,
    };
    return troubles[trouble];
}

static void note(struct store *store, enum store_trouble trouble, const char *why)
{
    if (store->trouble == STORE_FINE || trouble == STORE_SET_ASIDE)
        store->trouble = trouble;
    if (why != store->why)
        snprintf(store->why, sizeof store->why, "%s", why);
}

/* Makes the directory and what is missing above it, for this user alone. 0 or a number of errno.h.
 */
static int make_directory(const char *directory)
{
    char path[4096];
    snprintf(path, sizeof path, "%s", directory);
    for (char *slash = path; slash;) {
        slash = strchr(slash + 1, '/');
        if (slash)
            *slash = '\0';
        if (*path && mkdir(path, 0700) < 0 && errno != EEXIST) {
            struct stat status;
            int error = errno;
            if (stat(path, &status) < 0 || !S_ISDIR(status.st_mode))
                return error;
        }
        if (slash)
            *slash = '/';
    }
    return 0;
}

/* Opens the file; *db is null unless it is fine or can be read only. */
static enum store_trouble open_file(const char *path, struct sqlite3 **db)
{
    bool newer = false;
    enum sql_trouble trouble = sql_open(path, db);
    if (trouble == SQL_FINE)
        trouble = tables_open(*db, &newer);
    if (trouble == SQL_FINE && !newer)
        return sql_is_read_only(*db) ? STORE_READ_ONLY : STORE_FINE;
    sql_close(*db);
    *db = NULL;
    return newer ? STORE_NEWER : trouble_of(trouble);
}

/* Gives a broken file another name, under a lock, so that of several programs one does it, and a
 * new file is not taken for the broken one. */
static bool set_aside(struct store *store)
{
    char lock[4200];
    struct sqlite3 *db = NULL;
    snprintf(lock, sizeof lock, "%s.lock", store->path);
    int fd = open(lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return false;
    bool good = flock(fd, LOCK_EX) == 0;
    if (good && (open_file(store->path, &db) == STORE_BROKEN || sql_is_broken(db))) {
        good = false;
        for (int i = 1; i < ASIDES && !good; i++) {
            snprintf(store->aside, sizeof store->aside, "%s.broken-%d", store->path, i);
            good = link(store->path, store->aside) == 0 && unlink(store->path) == 0;
            if (!good && errno != EEXIST)
                break;
        }
    }
    sql_close(db);
    close(fd);
    return good;
}

static void begin_memory(struct store *store, struct sqlite3 *from)
{
    struct sqlite3 *db = sql_open_memory();
    if (db && !sql_copy(from, db) && !tables_make(db)) {
        sql_close(db);
        db = NULL;
    }
    store->db = db;
    store->in_memory = true;
    if (!db)
        note(store, STORE_NO_MEMORY, "");
}

/* Puts the broken file aside and begins a new one; null where that cannot be. */
static struct sqlite3 *begin_anew(struct store *store)
{
    struct sqlite3 *db = NULL;
    if (!set_aside(store))
        return NULL;
    if (open_file(store->path, &db) != STORE_FINE) {
        sql_close(db);
        return NULL;
    }
    if (store->aside[0]) {
        struct sqlite3 *broken = sql_open_to_read(store->aside);
        tables_salvage(broken, db);
        sql_close(broken);
        note(store, STORE_SET_ASIDE, "");
    }
    return db;
}

static enum store_trouble open_disk(struct store *store, const char *directory, struct sqlite3 **db)
{
    int error = make_directory(directory);
    enum store_trouble trouble = open_file(store->path, db);
    if (trouble == STORE_UNUSABLE && error)
        snprintf(store->why, sizeof store->why, "%s", strerror(error));
    if (trouble == STORE_BROKEN && (*db = begin_anew(store)))
        trouble = STORE_FINE;
    return trouble;
}

void store_open(struct store *store, const char *directory)
{
    struct sqlite3 *db = NULL;
    memset(store, 0, sizeof *store);
    store->queue_end = &store->queue;
    enum store_trouble trouble = STORE_NO_PLACE;
    if (directory && strlen(directory) < sizeof store->path - 64) {
        snprintf(store->path, sizeof store->path, "%s/progress.db", directory);
        trouble = open_disk(store, directory, &db);
    }
    store->retries = trouble == STORE_BUSY;
    if (trouble == STORE_FINE) {
        store->db = db;
        return;
    }
    char why[sizeof store->why];
    memcpy(why, store->why, sizeof why);
    note(store, trouble, why[0] ? why : trouble == STORE_UNUSABLE ? strerror(errno) : "");
    begin_memory(store, db);
    sql_close(db);
}

enum store_trouble store_trouble(struct store *store)
{
    enum store_trouble trouble = store->trouble;
    store->trouble = STORE_FINE;
    return trouble;
}

void store_recover(struct store *store)
{
    sql_end_all(store->db);
}

/* ---- What the disk has not taken */

static bool enqueue(struct store *store, const struct deed *deed)
{
    const struct slice texts[] = {deed->exercise, deed->answer, deed->reply, deed->beliefs};
    size_t size = sizeof(struct store_queue);
    for (size_t i = 0; i < 4; i++)
        size += texts[i].len;
    struct store_queue *entry = malloc(size);
    if (!entry)
        return false;
    char *to = (char *)(entry + 1);
    struct slice copies[4];
    for (size_t i = 0; i < 4; i++) {
        if (texts[i].len)
            memcpy(to, texts[i].at, texts[i].len);
        copies[i] = (struct slice){to, texts[i].len};
        to += texts[i].len;
    }
    *entry = (struct store_queue){NULL, *deed};
    entry->deed.exercise = copies[0];
    entry->deed.answer = copies[1];
    entry->deed.reply = copies[2];
    entry->deed.beliefs = copies[3];
    *store->queue_end = entry;
    store->queue_end = &entry->next;
    return true;
}

static void forget_queue(struct store *store)
{
    for (struct store_queue *entry = store->queue, *next; entry; entry = next) {
        next = entry->next;
        free(entry);
    }
    store->queue = NULL;
    store->queue_end = &store->queue;
}

/* Tries the disk again; all that waits is saved, or nothing. */
static bool catch_up(struct store *store)
{
    struct sqlite3 *db = NULL;
    if (!store->in_memory || !store->retries || open_file(store->path, &db) != STORE_FINE) {
        sql_close(db);
        return false;
    }
    bool good = sql_begin(db);
    for (struct store_queue *entry = store->queue; good && entry; entry = entry->next)
        good = tables_add(db, &entry->deed);
    if (!sql_commit(db, good)) {
        sql_close(db);
        return false;
    }
    forget_queue(store);
    sql_close(store->db);
    store->db = db;
    store->in_memory = false;
    return true;
}

/* A save was refused: from now on in memory, with all that the file holds. A file that turned out
 * to be broken makes way for a new one. */
static void leave_disk(struct store *store, enum sql_trouble trouble, const char *why)
{
    struct sqlite3 *disk = store->db;
    if (trouble == SQL_BROKEN) {
        store->db = begin_anew(store);
        if (store->db) {
            sql_close(disk);
            return;
        }
    }
    note(store, STORE_NOT_SAVED, why);
    begin_memory(store, disk);
    sql_close(disk);
    store->retries = true;
}

static bool write_deed(struct sqlite3 *db, const struct deed *deed)
{
    return sql_begin(db) && sql_commit(db, tables_add(db, deed));
}

/* Where the disk refuses it, it is left. */
static bool write_disk(struct store *store, const struct deed *deed)
{
    enum sql_trouble trouble;
    const char *why;
    struct sqlite3 *db = store->db;
    if (sql_commit_or(db, sql_begin(db) && tables_add(db, deed), &trouble, &why))
        return true;
    leave_disk(store, trouble, why);
    return !store->in_memory && write_deed(store->db, deed);
}

/* Memory that was copied from a broken file may be as broken. */
static bool write_memory(struct store *store, const struct deed *deed)
{
    if (store->db && write_deed(store->db, deed))
        return true;
    sql_close(store->db);
    begin_memory(store, NULL);
    return store->db && write_deed(store->db, deed);
}

bool store_add(struct store *store, const struct deed *deed)
{
    if (store->in_memory && store->queue)
        catch_up(store);
    if (!store->db)
        return false;
    if (!store->in_memory && write_disk(store, deed))
        return true;
    bool waits = !store->retries || enqueue(store, deed);
    return write_memory(store, deed) && waits;
}

void store_close(struct store *store)
{
    if (store->queue && !catch_up(store))
        note(store, STORE_LOST, store->why);
    forget_queue(store);
    sql_close(store->db);
    store->db = NULL;
}

/* ---- Reading */

static struct slice kept(struct arena *arena, struct slice text)
{
    return text.len ? arena_copy(arena, text) : S("");
}

/* Under an arena that may jump away the statement stays behind: store_recover. */
void store_record(struct store *store, struct arena *arena, struct slice exercise,
                  struct record *record)
{
    struct sqlite3_stmt *row = sql_prepare(store->db, SELECT_RECORD);
    *record = (struct record){.exercise = exercise, .answer = S("")};
    sql_bind_text(row, 1, exercise);
    if (sql_row(row)) {
        tables_record(row, record);
        record->exercise = exercise;
        record->answer = kept(arena, record->answer);
    }
    sql_end(row);
}

bool store_records(struct store *store, struct arena *arena, struct records *records)
{
    int64_t n = 0;
    if (!records->len && sql_number(store->db, "SELECT count(*) FROM record", &n)) {
        records->cap = (size_t)n; /* a list that grows would leave as much behind again */
        records->at = arena_array(arena, struct record, records->cap);
    }
    struct sqlite3_stmt *rows =
        sql_prepare(store->db, "SELECT " RECORD_COLUMNS " FROM record ORDER BY exercise");
    while (sql_row(rows)) {
        struct record *record = list_add(arena, records);
        tables_record(rows, record);
        record->exercise = kept(arena, record->exercise);
        record->answer = kept(arena, record->answer);
    }
    return sql_end(rows);
}

bool store_deeds(struct store *store, struct arena *arena, struct deeds *deeds)
{
    struct sqlite3_stmt *rows =
        sql_prepare(store->db, "SELECT " DEED_COLUMNS " FROM event WHERE gone=0 ORDER BY at, n");
    while (sql_row(rows)) {
        struct deed deed;
        tables_deed(rows, &deed);
        arena->ceiling += 512 + deed.answer.len;
        deed.exercise = kept(arena, deed.exercise);
        deed.answer = kept(arena, deed.answer);
        deed.reply = kept(arena, deed.reply);
        deed.beliefs = kept(arena, deed.beliefs);
        if (deed.kind != DEED_KINDS)
            *list_add(arena, deeds) = deed;
    }
    return sql_end(rows);
}

struct slice store_setting(struct store *store, struct arena *arena, struct slice name)
{
    struct sqlite3_stmt *row = sql_prepare(store->db, "SELECT value FROM setting WHERE name=?");
    sql_bind_text(row, 1, name);
    struct slice value = sql_row(row) ? kept(arena, sql_text(row, 0)) : S("");
    sql_end(row);
    return value;
}

/* ---- Writing */

static bool put_setting(struct sqlite3 *db, const char *sql, struct slice name, struct slice value)
{
    struct sqlite3_stmt *row = sql_prepare(db, sql);
    sql_bind_text(row, 1, name);
    sql_bind_text(row, 2, value);
    return sql_finish(row);
}

bool store_set(struct store *store, struct slice name, struct slice value)
{
    return put_setting(store->db, "INSERT OR REPLACE INTO setting(name, value) VALUES(?,?)", name,
                       value);
}

struct slice store_learner(struct store *store, struct arena *arena)
{
    static const char letters[] = "abcdefghjkmnpqrs";
    unsigned char random[12];
    char name[sizeof random];
    struct slice value = store_setting(store, arena, S("learner"));
    if (value.len)
        return value;
    sql_random(random, sizeof random);
    for (size_t i = 0; i < sizeof random; i++)
        name[i] = letters[random[i] % 16];
    value = (struct slice){name, sizeof name};
    put_setting(store->db, "INSERT OR IGNORE INTO setting(name, value) VALUES(?,?)", S("learner"),
                value);
    /* another program may have been faster */
    struct slice first = store_setting(store, arena, S("learner"));
    return first.len ? first : kept(arena, value);
}

/* Changes may be made: on the disk, or in memory where that is all there is. */
static bool begin_change(struct store *store)
{
    if (store->in_memory && store->queue)
        catch_up(store);
    return store->db && !store->queue && sql_begin(store->db);
}

/* Runs a statement that asks for the exercise; empty: all of them. */
static bool run_for(struct sqlite3 *db, const char *sql, struct slice exercise)
{
    struct sqlite3_stmt *statement = sql_prepare(db, sql);
    sql_bind_text(statement, 1, exercise);
    return sql_finish(statement);
}

int64_t store_reset(struct store *store, struct slice exercise)
{
    if (!begin_change(store))
        return -1;
    struct sqlite3 *db = store->db;
    bool good = run_for(db,
                        "UPDATE event SET gone=1+(SELECT coalesce(max(gone),0) FROM event)"
                        " WHERE gone=0 AND (?1='' OR exercise=?1)",
                        exercise);
    int64_t n = sql_changes(db);
    good = good && tables_rebuild(db, "SELECT DISTINCT exercise FROM event WHERE gone="
                                      "(SELECT max(gone) FROM event)");
    good = good && run_for(db,
                           "DELETE FROM setting WHERE name='draft '||?1"
                           " OR (?1='' AND name LIKE 'draft %')",
                           exercise);
    return sql_commit(db, good) ? n : -1;
}

int64_t store_undo(struct store *store)
{
    if (!begin_change(store))
        return -1;
    struct sqlite3 *db = store->db;
    int64_t last = 0;
    bool good = sql_number(db, "SELECT coalesce(max(gone),0) FROM event", &last);
    if (good && last)
        good = sql_run(db, "UPDATE event SET gone=0 WHERE gone=(SELECT max(gone) FROM event)");
    int64_t n = last ? sql_changes(db) : 0;
    if (good && last)
        good = tables_rebuild(db, "SELECT DISTINCT exercise FROM event WHERE gone=0");
    return sql_commit(db, good) ? n : -1;
}

/* The same event: what happened, when, and what was answered. What a reset took away may be
 * imported anew. */
static bool have_deed(struct sqlite3 *db, const struct deed *deed, bool *have)
{
    struct sqlite3_stmt *row =
        sql_prepare(db, "SELECT 1 FROM event WHERE exercise=? AND at=? AND kind=?"
                        " AND hint=? AND answer=? AND gone=0");
    sql_bind_text(row, 1, deed->exercise);
    sql_bind(row, 2, deed->at);
    sql_bind(row, 3, deed->kind);
    sql_bind(row, 4, deed->hint);
    sql_bind_text(row, 5, deed->answer);
    *have = sql_row(row);
    return sql_end(row);
}

int64_t store_import(struct store *store, const struct deeds *deeds)
{
    int64_t n = 0;
    if (!begin_change(store))
        return -1;
    bool good = true;
    for (size_t i = 0; good && i < deeds->len; i++) {
        bool have = false;
        good = have_deed(store->db, &deeds->at[i], &have);
        if (good && !have) {
            good = tables_insert(store->db, &deeds->at[i]);
            n++;
        }
    }
    good = good && (!n || tables_rebuild(store->db, "SELECT DISTINCT exercise FROM event"
                                                    " WHERE gone=0"));
    return sql_commit(store->db, good) ? n : -1;
}
