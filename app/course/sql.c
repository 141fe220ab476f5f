/* SQLite behind a few calls. See sql.h.
 *
 * In: SQL and values. Out: rows, and what went wrong as one of a few troubles. Nothing here knows a
 * table. */
#include "app/course/sql.h"

#include <sqlite3.h>

enum {
    PATIENCE_MS = 3000, /* for another program that writes */
    OPEN_READ = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX,
    OPEN_WRITE = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
};

static enum sql_trouble trouble_of(int code)
{
    switch (code & 0xFF) {
    case SQLITE_OK: return SQL_FINE;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return SQL_BUSY;
    case SQLITE_READONLY: return SQL_READ_ONLY;
    case SQLITE_NOMEM: return SQL_NO_MEMORY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return SQL_BROKEN;
    case SQLITE_ERROR: return SQL_NO_SUCH;
    default: return SQL_UNUSABLE;
    }
}

/* ---- Databases */

static int open_with(const char *path, int flags, sqlite3 **db)
{
    int code = sqlite3_open_v2(path, db, flags, NULL);
    if (code != SQLITE_OK) {
        sqlite3_close(*db);
        *db = NULL;
    }
    return code;
}

enum sql_trouble sql_open(const char *path, sqlite3 **db)
{
    int code = open_with(path, OPEN_WRITE, db);
    if (code != SQLITE_OK && (code & 0xFF) != SQLITE_NOMEM)
        code = open_with(path, OPEN_READ, db);
    if (code != SQLITE_OK)
        return trouble_of(code);
    sqlite3_busy_timeout(*db, PATIENCE_MS);
    sqlite3_extended_result_codes(*db, 1);
    return SQL_FINE;
}

sqlite3 *sql_open_to_read(const char *path)
{
    sqlite3 *db = NULL;
    open_with(path, OPEN_READ, &db);
    return db;
}

sqlite3 *sql_open_memory(void)
{
    sqlite3 *db = NULL;
    open_with(":memory:", OPEN_WRITE, &db);
    return db;
}

void sql_close(sqlite3 *db)
{
    sqlite3_close(db);
}

bool sql_is_read_only(sqlite3 *db)
{
    return db && sqlite3_db_readonly(db, "main") == 1;
}

bool sql_is_broken(sqlite3 *db)
{
    sqlite3_stmt *check = sql_prepare(db, "PRAGMA quick_check(1)");
    bool fine = sql_row(check) && slice_equal(sql_text(check, 0), S("ok"));
    sql_end(check);
    return db && !fine;
}

bool sql_copy(sqlite3 *from, sqlite3 *to)
{
    sqlite3_backup *backup = from && to ? sqlite3_backup_init(to, "main", from, "main") : NULL;
    bool copied = backup && sqlite3_backup_step(backup, -1) == SQLITE_DONE;
    return backup && sqlite3_backup_finish(backup) == SQLITE_OK && copied;
}

enum sql_trouble sql_trouble(sqlite3 *db)
{
    return db ? trouble_of(sqlite3_errcode(db)) : SQL_NO_MEMORY;
}

const char *sql_why(sqlite3 *db)
{
    return sqlite3_errmsg(db);
}

/* ---- Statements */

bool sql_run(sqlite3 *db, const char *sql)
{
    return db && sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

bool sql_number(sqlite3 *db, const char *sql, int64_t *number)
{
    sqlite3_stmt *statement = sql_prepare(db, sql);
    bool good = sql_row(statement);
    if (good)
        *number = sql_int(statement, 0);
    sql_end(statement);
    return good;
}

bool sql_begin(sqlite3 *db)
{
    return sql_run(db, "BEGIN IMMEDIATE");
}

bool sql_commit_or(sqlite3 *db, bool good, enum sql_trouble *trouble, const char **why)
{
    *trouble = SQL_FINE;
    if (good && sql_run(db, "COMMIT"))
        return true;
    int code = db ? sqlite3_errcode(db) : SQLITE_NOMEM;
    *trouble = trouble_of(code);
    *why = code == SQLITE_OK
               ? ""
               : sqlite3_errstr(code); /* behind the rollback nothing is known of it */
    sql_end_all(db);
    if (db && !sqlite3_get_autocommit(db))
        sql_run(db, "ROLLBACK");
    return false;
}

bool sql_commit(sqlite3 *db, bool good)
{
    enum sql_trouble trouble;
    const char *why;
    return sql_commit_or(db, good, &trouble, &why);
}

int64_t sql_changes(sqlite3 *db)
{
    return db ? sqlite3_changes(db) : 0;
}

sqlite3_stmt *sql_prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    return db && sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK ? statement : NULL;
}

void sql_bind(sqlite3_stmt *statement, int mark, int64_t number)
{
    if (statement)
        sqlite3_bind_int64(statement, mark, number);
}

void sql_bind_text(sqlite3_stmt *statement, int mark, struct slice text)
{
    if (statement)
        sqlite3_bind_text64(statement, mark, text.len ? text.at : "", text.len, SQLITE_STATIC,
                            SQLITE_UTF8);
}

bool sql_row(sqlite3_stmt *statement)
{
    return statement && sqlite3_step(statement) == SQLITE_ROW;
}

int64_t sql_int(sqlite3_stmt *statement, int column)
{
    return sqlite3_column_int64(statement, column);
}

uint32_t sql_small(sqlite3_stmt *statement, int column)
{
    int64_t number = sqlite3_column_int64(statement, column);
    return number < 0 ? 0 : number > UINT32_MAX ? UINT32_MAX : (uint32_t)number;
}

struct slice sql_text(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    int len = sqlite3_column_bytes(statement, column);
    return text ? (struct slice){text, (size_t)len} : S("");
}

/* What the last step failed with is what finalize answers. */
bool sql_end(sqlite3_stmt *statement)
{
    return statement && sqlite3_finalize(statement) == SQLITE_OK;
}

bool sql_finish(sqlite3_stmt *statement)
{
    while (sql_row(statement))
        continue;
    return sql_end(statement);
}

void sql_end_all(sqlite3 *db)
{
    for (sqlite3_stmt *left; db && (left = sqlite3_next_stmt(db, NULL));)
        sqlite3_finalize(left);
}

void sql_random(unsigned char *bytes, size_t len)
{
    sqlite3_randomness((int)len, bytes);
}
