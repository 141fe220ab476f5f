/* The tables of progress. See tables.h.
 *
 * In: events. Out: rows of events, and of what record.c makes of them. The version of the tables
 * stands in the database's user_version. */
#include "app/course/tables.h"

#include <stdlib.h>

enum { VERSION = 1 };

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

/* ---- Opening */

bool tables_make(struct sqlite3 *db)
{
    return sql_run(db, schema);
}

/* Makes the tables of a file that has none. Another program may be doing the same. */
static enum sql_trouble make_in_file(struct sqlite3 *db)
{
    int64_t version = 0, tables = 0;
    if (!sql_begin(db))
        return sql_trouble(db);
    bool good = sql_number(db, "PRAGMA user_version", &version) &&
                sql_number(db, "SELECT count(*) FROM sqlite_schema", &tables);
    if (good && version == 0 && tables == 0)
        good = tables_make(db);
    enum sql_trouble trouble = good ? SQL_FINE : sql_trouble(db);
    if (sql_commit(db, good))
        return SQL_FINE;
    return trouble == SQL_FINE ? sql_trouble(db) : trouble;
}

/* The rollback journal is used, not the write-ahead log: that one needs shared memory, and cannot
 * be read in a directory where nothing may be written. What a killed program had saved is there, as
 * the kernel has it; the disk is waited for twice a save, for a machine that loses its power. The
 * journal is emptied, not removed, which spares a third wait. */
enum sql_trouble tables_open(struct sqlite3 *db, bool *newer)
{
    static const char *const queries[] = {
        "SELECT count(*) FROM (SELECT " RECORD_COLUMNS " FROM record)",
        "SELECT count(*) FROM (SELECT " DEED_COLUMNS ", gone FROM event)",
        "SELECT count(*) FROM (SELECT name, value FROM setting)"};
    int64_t version = 0, n;
    enum sql_trouble trouble = SQL_FINE;
    sql_run(db, "PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON;");
    if (!sql_number(db, "PRAGMA user_version", &version))
        return sql_trouble(db);
    *newer = version > VERSION;
    if (*newer)
        return SQL_FINE;
    sql_run(db, "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=NORMAL;");
    if (version == 0 && !sql_is_read_only(db))
        trouble = make_in_file(db);
    if (trouble != SQL_FINE)
        return trouble;
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
        if (!sql_number(db, queries[i], &n)) {
            trouble = sql_trouble(db);
            return trouble == SQL_NO_SUCH ? SQL_BROKEN : trouble; /* somebody else's file */
        }
    return SQL_FINE;
}

/* ---- Rows */

void tables_deed(struct sqlite3_stmt *row, struct deed *deed)
{
    uint32_t kind = sql_small(row, 2);
    *deed = (struct deed){
        .exercise = sql_text(row, 0),
        .at = sql_int(row, 1),
        .kind = kind < DEED_KINDS ? (enum deed_kind)kind : DEED_KINDS,
        .passed = sql_small(row, 3) != 0,
        .sure = sql_small(row, 4),
        .hint = sql_small(row, 5),
        .seconds = sql_int(row, 6),
        .variant = sql_small(row, 7),
        .answer = sql_text(row, 8),
        .reply = sql_text(row, 9),
        .beliefs = sql_text(row, 10),
    };
}

void tables_record(struct sqlite3_stmt *row, struct record *record)
{
    uint32_t state = sql_small(row, 1);
    *record = (struct record){
        .exercise = sql_text(row, 0),
        .state = state <= RECORD_HELD ? (enum record_state)state : RECORD_WORKING,
        .attempts = sql_small(row, 2),
        .hints = sql_small(row, 3),
        .seconds = sql_int(row, 4),
        .due = sql_int(row, 5),
        .step = sql_small(row, 6),
        .round = sql_small(row, 7),
        .passed = sql_small(row, 8) != 0,
        .shown = sql_small(row, 9) != 0,
        .reviewing = sql_small(row, 10) != 0,
        .missed = sql_small(row, 11) != 0,
        .last = sql_int(row, 12),
        .variant = sql_small(row, 13),
        .answer = sql_text(row, 14),
    };
}

bool tables_insert(struct sqlite3 *db, const struct deed *deed)
{
    struct sqlite3_stmt *row =
        sql_prepare(db, "INSERT INTO event(" DEED_COLUMNS ") VALUES(?,?,?,?,?,?,?,?,?,?,?)");
    if (!row)
        return false;
    sql_bind_text(row, 1, deed->exercise);
    sql_bind(row, 2, deed->at);
    sql_bind(row, 3, deed->kind);
    sql_bind(row, 4, deed->passed);
    sql_bind(row, 5, deed->sure);
    sql_bind(row, 6, deed->hint);
    sql_bind(row, 7, deed->seconds);
    sql_bind(row, 8, deed->variant);
    sql_bind_text(row, 9, deed->answer);
    sql_bind_text(row, 10, deed->reply);
    sql_bind_text(row, 11, deed->beliefs);
    return sql_finish(row);
}

static bool put_record(struct sqlite3 *db, const struct record *record)
{
    struct sqlite3_stmt *row = sql_prepare(db, "INSERT OR REPLACE INTO record(" RECORD_COLUMNS
                                               ") VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    if (!row)
        return false;
    sql_bind_text(row, 1, record->exercise);
    const int64_t numbers[] = {record->state,  record->attempts,  record->hints,  record->seconds,
                               record->due,    record->step,      record->round,  record->passed,
                               record->shown,  record->reviewing, record->missed, record->last,
                               record->variant};
    for (int i = 0; i < (int)(sizeof numbers / sizeof *numbers); i++)
        sql_bind(row, i + 2, numbers[i]);
    sql_bind_text(row, 15, record->answer);
    return sql_finish(row);
}

static bool take_record(struct sqlite3 *db, struct slice exercise)
{
    struct sqlite3_stmt *row = sql_prepare(db, "DELETE FROM record WHERE exercise=?");
    if (!row)
        return false;
    sql_bind_text(row, 1, exercise);
    return sql_finish(row);
}

/* Makes the record of an exercise from its events; none where there are none. */
static bool rebuild(struct sqlite3 *db, struct slice exercise)
{
    struct record record = {0};
    struct deed deed;
    struct sqlite3_stmt *rows = sql_prepare(
        db, "SELECT " DEED_COLUMNS " FROM event WHERE exercise=? AND gone=0 ORDER BY at, n");
    if (!rows)
        return false;
    sql_bind_text(rows, 1, exercise);
    char *answer = NULL;
    bool good = true;
    while (good && sql_row(rows)) {
        tables_deed(rows, &deed);
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
    good = sql_end(rows) && good;
    good = good && (record.exercise.len ? put_record(db, &record) : take_record(db, exercise));
    free(answer);
    return good;
}

bool tables_rebuild(struct sqlite3 *db, const char *query)
{
    struct sqlite3_stmt *rows = sql_prepare(db, query);
    bool good = true;
    while (good && sql_row(rows))
        good = rebuild(db, sql_text(rows, 0));
    return sql_end(rows) && good;
}

/* An event that is not older than the last comes behind all others, so the record that is there
 * stands for those; else they are gone through anew. */
bool tables_add(struct sqlite3 *db, const struct deed *deed)
{
    struct record record;
    struct sqlite3_stmt *row = sql_prepare(db, SELECT_RECORD);
    if (!row)
        return false;
    sql_bind_text(row, 1, deed->exercise);
    bool last = sql_row(row);
    if (last)
        tables_record(row, &record);
    last = last && deed->at >= record.last;
    bool good = tables_insert(db, deed);
    if (good && last) { /* the record's answer is the row's */
        record_add(&record, deed);
        good = put_record(db, &record);
    }
    if (!good)
        return false; /* why is forgotten with the next call; sql_commit ends the row */
    sql_end(row);
    return last || rebuild(db, deed->exercise);
}

void tables_salvage(struct sqlite3 *from, struct sqlite3 *db)
{
    struct deed deed;
    if (!from || !sql_begin(db))
        return;
    struct sqlite3_stmt *rows =
        sql_prepare(from, "SELECT " DEED_COLUMNS " FROM event NOT INDEXED WHERE gone=0 ORDER BY n");
    bool good = true;
    while (good && sql_row(rows)) {
        tables_deed(rows, &deed);
        good = !deed.exercise.len || deed.kind == DEED_KINDS || tables_insert(db, &deed);
    }
    sql_end(rows);
    sql_commit(db, good && tables_rebuild(db, "SELECT DISTINCT exercise FROM event"));
}
