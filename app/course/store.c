/* Progress in SQLite. See store.h.
 *
 * In: events. Out: records. The file has three tables: `event`, which is only added to (a reset
 * marks rows as gone), `record`, which is what record.c makes of an exercise's events and can be
 * made anew from them, and `setting`. The version stands in user_version.
 *
 * The rollback journal is used, not the write-ahead log: that one needs shared memory, and cannot
 * be read in a directory where nothing may be written. What a killed program had saved is there, as
 * the kernel has it; the disk is waited for twice a save, for a machine that loses its power. The
 * journal is emptied, not removed, which spares a third wait. */
#include "app/course/store.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { VERSION = 1, PATIENCE_MS = 3000, ASIDES = 1000 };

/* A store belongs to one thread: SQLite's locks around every column would cost more than reading
 * it. */
enum {
    OPEN_READ = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX,
    OPEN_WRITE = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
};

static const char schema[] =
    "CREATE TABLE event(n INTEGER PRIMARY KEY, exercise TEXT NOT NULL, at INTEGER NOT NULL,"
    " kind INTEGER NOT NULL, passed INTEGER NOT NULL, sure INTEGER NOT NULL, hint INTEGER NOT NULL,"
    " seconds INTEGER NOT NULL, variant INTEGER NOT NULL, answer TEXT NOT NULL,"
    " reply TEXT NOT NULL, beliefs TEXT NOT NULL, gone INTEGER NOT NULL DEFAULT 0);"
    "CREATE INDEX event_of ON event(exercise, at);"
    "CREATE INDEX event_gone ON event(gone) WHERE gone > 0;"
    "CREATE TABLE record(exercise TEXT PRIMARY KEY, state INTEGER, attempts INTEGER, hints INTEGER,"
    " seconds INTEGER, due INTEGER, step INTEGER, round INTEGER, passed INTEGER, shown INTEGER,"
    " reviewing INTEGER, missed INTEGER, last INTEGER, variant INTEGER, answer TEXT) WITHOUT ROWID;"
    "CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
    "PRAGMA user_version=1;";

struct store_queue {
    struct store_queue *next;
    struct deed deed; /* its texts stand behind it */
};

/* ---- Statements */

static int run(sqlite3 *db, const char *sql)
{
    return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

/* The first number that a query gives; false with an error, or without a row. */
static bool number_of_query(sqlite3 *db, const char *sql, int64_t *number)
{
    sqlite3_stmt *statement = NULL;
    bool good = sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
                sqlite3_step(statement) == SQLITE_ROW;
    if (good)
        *number = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return good;
}

static void bind_text(sqlite3_stmt *statement, int column, struct slice text)
{
    sqlite3_bind_text64(statement, column, text.len ? text.at : "", text.len, SQLITE_STATIC,
                        SQLITE_UTF8);
}

/* Runs a statement to its end; true when it did what it should. */
static bool finish(sqlite3_stmt *statement)
{
    int code = statement ? sqlite3_step(statement) : SQLITE_ERROR;
    while (code == SQLITE_ROW)
        code = sqlite3_step(statement);
    sqlite3_finalize(statement);
    return code == SQLITE_DONE;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    return sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK ? statement : NULL;
}

/* A text of a row, valid until the next step. */
static struct slice borrowed(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    int len = sqlite3_column_bytes(statement, column);
    return text ? (struct slice){text, (size_t)len} : S("");
}

static uint32_t small(sqlite3_stmt *statement, int column)
{
    int64_t number = sqlite3_column_int64(statement, column);
    return number < 0 ? 0 : number > UINT32_MAX ? UINT32_MAX : (uint32_t)number;
}

/* Ends what began with BEGIN: all of it or nothing. */
static bool commit(sqlite3 *db, bool good)
{
    if (good && run(db, "COMMIT") == SQLITE_OK)
        return true;
    if (!sqlite3_get_autocommit(db))
        run(db, "ROLLBACK");
    return false;
}

/* ---- Rows */

#define DEED_COLUMNS                                                                               \
    "exercise, at, kind, passed, sure, hint, seconds, variant, answer, reply, beliefs"
#define RECORD_COLUMNS                                                                             \
    "exercise, state, attempts, hints, seconds, due, step, round, passed, shown, reviewing,"       \
    " missed, last, variant, answer"
#define SELECT_RECORD "SELECT " RECORD_COLUMNS " FROM record WHERE exercise=?"

static void deed_of_row(sqlite3_stmt *row, struct deed *deed)
{
    uint32_t kind = small(row, 2);
    *deed = (struct deed){
        .exercise = borrowed(row, 0),
        .at = sqlite3_column_int64(row, 1),
        .kind = kind < DEED_KINDS ? (enum deed_kind)kind : DEED_KINDS,
        .passed = small(row, 3) != 0,
        .sure = small(row, 4),
        .hint = small(row, 5),
        .seconds = sqlite3_column_int64(row, 6),
        .variant = small(row, 7),
        .answer = borrowed(row, 8),
        .reply = borrowed(row, 9),
        .beliefs = borrowed(row, 10),
    };
}

static void record_of_row(sqlite3_stmt *row, struct record *record)
{
    uint32_t state = small(row, 1);
    *record = (struct record){
        .exercise = borrowed(row, 0),
        .state = state <= RECORD_HELD ? (enum record_state)state : RECORD_WORKING,
        .attempts = small(row, 2),
        .hints = small(row, 3),
        .seconds = sqlite3_column_int64(row, 4),
        .due = sqlite3_column_int64(row, 5),
        .step = small(row, 6),
        .round = small(row, 7),
        .passed = small(row, 8) != 0,
        .shown = small(row, 9) != 0,
        .reviewing = small(row, 10) != 0,
        .missed = small(row, 11) != 0,
        .last = sqlite3_column_int64(row, 12),
        .variant = small(row, 13),
        .answer = borrowed(row, 14),
    };
}

static bool insert_deed(sqlite3 *db, const struct deed *deed)
{
    sqlite3_stmt *row =
        prepare(db, "INSERT INTO event(" DEED_COLUMNS ") VALUES(?,?,?,?,?,?,?,?,?,?,?)");
    if (!row)
        return false;
    bind_text(row, 1, deed->exercise);
    sqlite3_bind_int64(row, 2, deed->at);
    sqlite3_bind_int64(row, 3, deed->kind);
    sqlite3_bind_int64(row, 4, deed->passed);
    sqlite3_bind_int64(row, 5, deed->sure);
    sqlite3_bind_int64(row, 6, deed->hint);
    sqlite3_bind_int64(row, 7, deed->seconds);
    sqlite3_bind_int64(row, 8, deed->variant);
    bind_text(row, 9, deed->answer);
    bind_text(row, 10, deed->reply);
    bind_text(row, 11, deed->beliefs);
    return finish(row);
}

static bool put_record(sqlite3 *db, const struct record *record)
{
    sqlite3_stmt *row = prepare(db, "INSERT OR REPLACE INTO record(" RECORD_COLUMNS
                                    ") VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    if (!row)
        return false;
    bind_text(row, 1, record->exercise);
    const int64_t numbers[] = {record->state,  record->attempts,  record->hints,  record->seconds,
                               record->due,    record->step,      record->round,  record->passed,
                               record->shown,  record->reviewing, record->missed, record->last,
                               record->variant};
    for (int i = 0; i < (int)(sizeof numbers / sizeof *numbers); i++)
        sqlite3_bind_int64(row, i + 2, numbers[i]);
    bind_text(row, 15, record->answer);
    return finish(row);
}

static bool take_record(sqlite3 *db, struct slice exercise)
{
    sqlite3_stmt *row = prepare(db, "DELETE FROM record WHERE exercise=?");
    if (!row)
        return false;
    bind_text(row, 1, exercise);
    return finish(row);
}

/* Makes the record of an exercise from its events; none where there are none. */
static bool rebuild(sqlite3 *db, struct slice exercise)
{
    struct record record = {0};
    struct deed deed;
    sqlite3_stmt *rows = prepare(db, "SELECT " DEED_COLUMNS
                                     " FROM event WHERE exercise=? AND gone=0 ORDER BY at, n");
    if (!rows)
        return false;
    bind_text(rows, 1, exercise);
    int code;
    char *answer = NULL;
    bool good = true;
    while (good && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        deed_of_row(rows, &deed);
        record_add(&record, &deed);
        record.exercise = exercise;
        if (deed.kind == DEED_ATTEMPT) { /* the row's text ends with the next step */
            char *copy = realloc(answer, deed.answer.len + 1);
            good = copy != NULL;
            answer = copy ? copy : answer;
            if (good && deed.answer.len)
                memcpy(answer, deed.answer.at, deed.answer.len);
            record.answer.at = answer;
        }
    }
    good = good && code == SQLITE_DONE;
    sqlite3_finalize(rows);
    good = good && (record.exercise.len ? put_record(db, &record) : take_record(db, exercise));
    free(answer);
    return good;
}

/* Makes the records anew of all exercises that a query names, which gives an id a row. */
static bool rebuild_all(sqlite3 *db, const char *query)
{
    sqlite3_stmt *rows = prepare(db, query);
    int code = SQLITE_ERROR;
    bool good = rows != NULL;
    while (good && (code = sqlite3_step(rows)) == SQLITE_ROW)
        good = rebuild(db, borrowed(rows, 0));
    sqlite3_finalize(rows);
    return good && code == SQLITE_DONE;
}

/* Adds an event and what it makes of the record. One that is not older than the last comes behind
 * all others, so the record that is there stands for those; else they are gone through anew. */
static bool add_deed(sqlite3 *db, const struct deed *deed)
{
    struct record record;
    sqlite3_stmt *row = prepare(db, SELECT_RECORD);
    if (!row)
        return false;
    bind_text(row, 1, deed->exercise);
    bool last = sqlite3_step(row) == SQLITE_ROW;
    if (last)
        record_of_row(row, &record);
    last = last && deed->at >= record.last;
    bool good = insert_deed(db, deed);
    if (good && last) { /* the record's answer is the row's */
        record_add(&record, deed);
        good = put_record(db, &record);
    }
    sqlite3_finalize(row);
    return good && (last || rebuild(db, deed->exercise));
}

static bool write_deed(sqlite3 *db, const struct deed *deed)
{
    if (run(db, "BEGIN IMMEDIATE") != SQLITE_OK)
        return false;
    return commit(db, add_deed(db, deed));
}

/* ---- Opening */

static enum store_trouble trouble_of(int code)
{
    switch (code & 0xFF) {
    case SQLITE_OK: return STORE_FINE;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return STORE_BUSY;
    case SQLITE_READONLY: return STORE_READ_ONLY;
    case SQLITE_NOMEM: return STORE_NO_MEMORY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return STORE_BROKEN;
    default: return STORE_UNUSABLE;
    }
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

/* Makes the tables of a file that has none. Another program may be doing the same. */
static int make_tables(sqlite3 *db)
{
    int64_t version = 0, tables = 0;
    int code = run(db, "BEGIN IMMEDIATE");
    if (code != SQLITE_OK)
        return code;
    bool good = number_of_query(db, "PRAGMA user_version", &version) &&
                number_of_query(db, "SELECT count(*) FROM sqlite_schema", &tables);
    if (good && version == 0 && tables == 0)
        good = run(db, schema) == SQLITE_OK;
    code = good ? SQLITE_OK : sqlite3_errcode(db);
    return commit(db, good) ? SQLITE_OK : code == SQLITE_OK ? sqlite3_errcode(db) : code;
}

/* Looks whether an open file is ours and can be read: STORE_FINE, NEWER, or what is wrong. */
static enum store_trouble look(sqlite3 *db)
{
    int64_t version = 0, n;
    sqlite3_busy_timeout(db, PATIENCE_MS);
    sqlite3_extended_result_codes(db, 1);
    run(db, "PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON;");
    if (!number_of_query(db, "PRAGMA user_version", &version))
        return trouble_of(sqlite3_errcode(db));
    if (version > VERSION)
        return STORE_NEWER;
    run(db, "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=NORMAL;");
    if (version == 0 && sqlite3_db_readonly(db, "main") != 1) {
        int code = make_tables(db);
        if (code != SQLITE_OK)
            return trouble_of(code);
    }
    static const char *const queries[] = {
        "SELECT count(*) FROM (SELECT " RECORD_COLUMNS " FROM record)",
        "SELECT count(*) FROM (SELECT " DEED_COLUMNS ", gone FROM event)",
        "SELECT count(*) FROM (SELECT name, value FROM setting)"};
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
        if (!number_of_query(db, queries[i], &n)) {
            enum store_trouble trouble = trouble_of(sqlite3_errcode(db));
            /* tables that are not as they should be: somebody else's file */
            return (sqlite3_errcode(db) & 0xFF) == SQLITE_ERROR ? STORE_BROKEN : trouble;
        }
    return STORE_FINE;
}

/* Opens the file; *db is null unless it is fine or can be read only. */
static enum store_trouble open_file(const char *path, sqlite3 **db)
{
    int code = sqlite3_open_v2(path, db, OPEN_WRITE, NULL);
    if (code != SQLITE_OK && (code & 0xFF) != SQLITE_NOMEM) {
        sqlite3_close(*db);
        code = sqlite3_open_v2(path, db, OPEN_READ, NULL);
    }
    enum store_trouble trouble = code == SQLITE_OK ? look(*db) : trouble_of(code);
    if (trouble == STORE_FINE && sqlite3_db_readonly(*db, "main") == 1)
        return STORE_READ_ONLY;
    if (trouble != STORE_FINE) {
        sqlite3_close(*db);
        *db = NULL;
    }
    return trouble;
}

/* Whether a file that could be opened is broken further in. */
static bool is_broken_inside(sqlite3 *db)
{
    sqlite3_stmt *check = db ? prepare(db, "PRAGMA quick_check(1)") : NULL;
    bool fine =
        check && sqlite3_step(check) == SQLITE_ROW && slice_equal(borrowed(check, 0), S("ok"));
    sqlite3_finalize(check);
    return db && !fine;
}

/* Gives a broken file another name, under a lock, so that of several programs one does it, and a
 * new file is not taken for the broken one. */
static bool set_aside(struct store *store)
{
    char lock[4200];
    sqlite3 *db = NULL;
    snprintf(lock, sizeof lock, "%s.lock", store->path);
    int fd = open(lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return false;
    bool good = flock(fd, LOCK_EX) == 0;
    if (good && (open_file(store->path, &db) == STORE_BROKEN || is_broken_inside(db))) {
        good = false;
        for (int i = 1; i < ASIDES && !good; i++) {
            snprintf(store->aside, sizeof store->aside, "%s.broken-%d", store->path, i);
            good = link(store->path, store->aside) == 0 && unlink(store->path) == 0;
            if (!good && errno != EEXIST)
                break;
        }
    }
    sqlite3_close(db);
    close(fd);
    return good;
}

static void begin_memory(struct store *store, sqlite3 *from)
{
    sqlite3 *db = NULL;
    bool copied = false;
    if (sqlite3_open_v2(":memory:", &db, OPEN_WRITE, NULL) != SQLITE_OK) {
        sqlite3_close(db);
        db = NULL;
    }
    sqlite3_backup *backup = db && from ? sqlite3_backup_init(db, "main", from, "main") : NULL;
    if (backup) {
        copied = sqlite3_backup_step(backup, -1) == SQLITE_DONE;
        copied = sqlite3_backup_finish(backup) == SQLITE_OK && copied;
    }
    if (db && !copied && run(db, schema) != SQLITE_OK) {
        sqlite3_close(db);
        db = NULL;
    }
    store->db = db;
    store->in_memory = true;
    if (!db)
        note(store, STORE_NO_MEMORY, "");
}

/* Takes over what can still be read of the file that was put aside. */
static void salvage(struct store *store, sqlite3 *db)
{
    sqlite3 *old = NULL;
    struct deed deed;
    if (sqlite3_open_v2(store->aside, &old, OPEN_READ, NULL) == SQLITE_OK &&
        run(db, "BEGIN IMMEDIATE") == SQLITE_OK) {
        sqlite3_stmt *rows =
            prepare(old, "SELECT " DEED_COLUMNS " FROM event NOT INDEXED WHERE gone=0 ORDER BY n");
        bool good = true;
        while (good && rows && sqlite3_step(rows) == SQLITE_ROW) {
            deed_of_row(rows, &deed);
            good = !deed.exercise.len || deed.kind == DEED_KINDS || insert_deed(db, &deed);
        }
        sqlite3_finalize(rows);
        commit(db, good && rebuild_all(db, "SELECT DISTINCT exercise FROM event"));
    }
    sqlite3_close(old);
}

/* Puts the broken file aside and begins a new one; null where that cannot be. */
static sqlite3 *begin_anew(struct store *store)
{
    sqlite3 *db = NULL;
    if (!set_aside(store))
        return NULL;
    if (open_file(store->path, &db) != STORE_FINE) {
        sqlite3_close(db);
        return NULL;
    }
    if (store->aside[0]) {
        salvage(store, db);
        note(store, STORE_SET_ASIDE, "");
    }
    return db;
}

static enum store_trouble open_disk(struct store *store, const char *directory, sqlite3 **db)
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
    sqlite3 *db = NULL;
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
    sqlite3_close(db);
}

enum store_trouble store_trouble(struct store *store)
{
    enum store_trouble trouble = store->trouble;
    store->trouble = STORE_FINE;
    return trouble;
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
    sqlite3 *db = NULL;
    if (!store->in_memory || !store->retries || open_file(store->path, &db) != STORE_FINE) {
        sqlite3_close(db);
        return false;
    }
    bool good = run(db, "BEGIN IMMEDIATE") == SQLITE_OK;
    for (struct store_queue *entry = store->queue; good && entry; entry = entry->next)
        good = add_deed(db, &entry->deed);
    if (!commit(db, good)) {
        sqlite3_close(db);
        return false;
    }
    forget_queue(store);
    sqlite3_close(store->db);
    store->db = db;
    store->in_memory = false;
    return true;
}

/* A save was refused: from now on in memory, with all that the file holds. A file that turned out
 * to be broken makes way for a new one. */
static void leave_disk(struct store *store)
{
    sqlite3 *disk = store->db;
    if (trouble_of(sqlite3_errcode(disk)) == STORE_BROKEN) {
        store->db = begin_anew(store);
        if (store->db) {
            sqlite3_close(disk);
            return;
        }
    }
    note(store, STORE_NOT_SAVED, sqlite3_errmsg(disk));
    begin_memory(store, disk);
    sqlite3_close(disk);
    store->retries = true;
}

/* Memory that was copied from a broken file may be as broken. */
static bool write_memory(struct store *store, const struct deed *deed)
{
    if (store->db && write_deed(store->db, deed))
        return true;
    sqlite3_close(store->db);
    begin_memory(store, NULL);
    return store->db && write_deed(store->db, deed);
}

bool store_add(struct store *store, const struct deed *deed)
{
    if (store->in_memory && store->queue)
        catch_up(store);
    if (!store->db)
        return false;
    if (!store->in_memory && write_deed(store->db, deed))
        return true;
    if (!store->in_memory)
        leave_disk(store);
    if (!store->in_memory && write_deed(store->db, deed))
        return true;
    bool waits = !store->retries || enqueue(store, deed);
    return write_memory(store, deed) && waits;
}

void store_close(struct store *store)
{
    if (store->queue && !catch_up(store))
        note(store, STORE_NOT_SAVED, store->why);
    forget_queue(store);
    sqlite3_close(store->db);
    store->db = NULL;
}

/* ---- Reading */

static struct slice kept(struct arena *arena, struct slice text)
{
    return text.len ? arena_copy(arena, text) : S("");
}

/* Under an arena that may jump away the statement stays behind; the program then ends. */
void store_record(struct store *store, struct arena *arena, struct slice exercise,
                  struct record *record)
{
    sqlite3_stmt *row = store->db ? prepare(store->db, SELECT_RECORD) : NULL;
    *record = (struct record){.exercise = exercise, .answer = S("")};
    if (!row)
        return;
    bind_text(row, 1, exercise);
    if (sqlite3_step(row) == SQLITE_ROW) {
        record_of_row(row, record);
        record->exercise = exercise;
        record->answer = kept(arena, record->answer);
    }
    sqlite3_finalize(row);
}

bool store_records(struct store *store, struct arena *arena, struct records *records)
{
    int code = SQLITE_ERROR;
    int64_t n = 0;
    if (store->db && !records->len &&
        number_of_query(store->db, "SELECT count(*) FROM record", &n)) {
        records->cap = (size_t)n; /* a list that grows would leave as much behind again */
        records->at = arena_array(arena, struct record, records->cap);
    }
    sqlite3_stmt *rows =
        store->db ? prepare(store->db, "SELECT " RECORD_COLUMNS " FROM record ORDER BY exercise")
                  : NULL;
    while (rows && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        struct record *record = list_add(arena, records);
        record_of_row(rows, record);
        record->exercise = kept(arena, record->exercise);
        record->answer = kept(arena, record->answer);
    }
    sqlite3_finalize(rows);
    return code == SQLITE_DONE;
}

bool store_deeds(struct store *store, struct arena *arena, struct deeds *deeds)
{
    int code = SQLITE_ERROR;
    sqlite3_stmt *rows = store->db ? prepare(store->db, "SELECT " DEED_COLUMNS
                                                        " FROM event WHERE gone=0 ORDER BY at, n")
                                   : NULL;
    while (rows && (code = sqlite3_step(rows)) == SQLITE_ROW) {
        struct deed deed;
        deed_of_row(rows, &deed);
        arena->ceiling += 512 + deed.answer.len;
        deed.exercise = kept(arena, deed.exercise);
        deed.answer = kept(arena, deed.answer);
        deed.reply = kept(arena, deed.reply);
        deed.beliefs = kept(arena, deed.beliefs);
        if (deed.kind != DEED_KINDS)
            *list_add(arena, deeds) = deed;
    }
    sqlite3_finalize(rows);
    return code == SQLITE_DONE;
}

struct slice store_setting(struct store *store, struct arena *arena, struct slice name)
{
    struct slice value = S("");
    sqlite3_stmt *row =
        store->db ? prepare(store->db, "SELECT value FROM setting WHERE name=?") : NULL;
    if (!row)
        return value;
    bind_text(row, 1, name);
    if (sqlite3_step(row) == SQLITE_ROW)
        value = kept(arena, borrowed(row, 0));
    sqlite3_finalize(row);
    return value;
}

/* ---- Writing */

bool store_set(struct store *store, struct slice name, struct slice value)
{
    sqlite3_stmt *row =
        store->db ? prepare(store->db, "INSERT OR REPLACE INTO setting(name, value) VALUES(?,?)")
                  : NULL;
    if (!row)
        return false;
    bind_text(row, 1, name);
    bind_text(row, 2, value);
    return finish(row);
}

struct slice store_learner(struct store *store, struct arena *arena)
{
    static const char letters[] = "abcdefghjkmnpqrs";
    unsigned char random[12];
    char name[sizeof random];
    struct slice value = store_setting(store, arena, S("learner"));
    if (value.len)
        return value;
    sqlite3_randomness(sizeof random, random);
    for (size_t i = 0; i < sizeof random; i++)
        name[i] = letters[random[i] % 16];
    sqlite3_stmt *row = store->db ? prepare(store->db, "INSERT OR IGNORE INTO setting(name, value)"
                                                       " VALUES('learner',?)")
                                  : NULL;
    value = (struct slice){name, sizeof name};
    if (row) {
        bind_text(row, 1, value);
        finish(row);
    }
    /* another program may have been faster */
    struct slice first = store_setting(store, arena, S("learner"));
    return first.len ? first : kept(arena, value);
}

/* Changes may be made: on the disk, or in memory where that is all there is. */
static bool begin_change(struct store *store)
{
    if (store->in_memory && store->queue)
        catch_up(store);
    return store->db && !store->queue && run(store->db, "BEGIN IMMEDIATE") == SQLITE_OK;
}

int64_t store_reset(struct store *store, struct slice exercise)
{
    if (!begin_change(store))
        return -1;
    sqlite3 *db = store->db;
    sqlite3_stmt *row =
        prepare(db, "UPDATE event SET gone=1+(SELECT coalesce(max(gone),0) FROM event)"
                    " WHERE gone=0 AND (?1='' OR exercise=?1)");
    bool good = row != NULL;
    if (good) {
        bind_text(row, 1, exercise);
        good = finish(row);
    }
    int64_t n = sqlite3_changes(db);
    good = good && rebuild_all(db, "SELECT DISTINCT exercise FROM event WHERE gone="
                                   "(SELECT max(gone) FROM event)");
    return commit(db, good) ? n : -1;
}

int64_t store_undo(struct store *store)
{
    if (!begin_change(store))
        return -1;
    sqlite3 *db = store->db;
    int64_t last = 0;
    bool good = number_of_query(db, "SELECT coalesce(max(gone),0) FROM event", &last);
    if (good && last)
        good = run(db, "UPDATE event SET gone=0 WHERE gone=(SELECT max(gone) FROM event)") ==
               SQLITE_OK;
    int64_t n = last ? sqlite3_changes(db) : 0;
    if (good && last)
        good = rebuild_all(db, "SELECT DISTINCT exercise FROM event WHERE gone=0");
    return commit(db, good) ? n : -1;
}

/* The same event: what happened, when, and what was answered. What a reset took away may be
 * imported anew. */
static bool have_deed(sqlite3 *db, const struct deed *deed, bool *have)
{
    sqlite3_stmt *row = prepare(db, "SELECT 1 FROM event WHERE exercise=? AND at=? AND kind=?"
                                    " AND hint=? AND answer=? AND gone=0");
    if (!row)
        return false;
    bind_text(row, 1, deed->exercise);
    sqlite3_bind_int64(row, 2, deed->at);
    sqlite3_bind_int64(row, 3, deed->kind);
    sqlite3_bind_int64(row, 4, deed->hint);
    bind_text(row, 5, deed->answer);
    int code = sqlite3_step(row);
    *have = code == SQLITE_ROW;
    sqlite3_finalize(row);
    return code == SQLITE_ROW || code == SQLITE_DONE;
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
            good = insert_deed(store->db, &deeds->at[i]);
            n++;
        }
    }
    good = good && (!n || rebuild_all(store->db, "SELECT DISTINCT exercise FROM event"
                                                 " WHERE gone=0"));
    return commit(store->db, good) ? n : -1;
}
