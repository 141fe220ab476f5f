/* SQLite, as far as the store needs it: the one place that knows sqlite3.h.
 *
 * A database and a statement are SQLite's own handles. Both may be null: what is asked of nothing
 * gives nothing, and fails. A database belongs to one thread: SQLite's locks around every column
 * would cost more than reading it. */
#ifndef APP_COURSE_SQL_H
#define APP_COURSE_SQL_H

#include "sim/sim.h"

struct sqlite3;
struct sqlite3_stmt;

/* How the last call on a database failed. */
enum sql_trouble {
    SQL_FINE,
    SQL_BUSY, /* another program holds it */
    SQL_READ_ONLY,
    SQL_NO_MEMORY,
    SQL_BROKEN,   /* it is no database, or a broken one */
    SQL_NO_SUCH,  /* there is no such table or column */
    SQL_UNUSABLE, /* anything else: the file, its directory, the disk */
};

/* Opens a file, making it where it is missing; where it cannot be written it is opened for reading.
 * *db is null where it fails. */
enum sql_trouble sql_open(const char *path, struct sqlite3 **db);

/* The same for reading alone, and in memory; null where it fails. */
struct sqlite3 *sql_open_to_read(const char *path);
struct sqlite3 *sql_open_memory(void);

void sql_close(struct sqlite3 *db);

/* Whether it was opened for reading alone. */
bool sql_is_read_only(struct sqlite3 *db);

/* Looks through the whole file for damage; false for null. */
bool sql_is_broken(struct sqlite3 *db);

/* Makes `to` what `from` is. */
bool sql_copy(struct sqlite3 *from, struct sqlite3 *to);

/* How the last call failed; and in SQLite's words, valid until the next call. */
enum sql_trouble sql_trouble(struct sqlite3 *db);
const char *sql_why(struct sqlite3 *db);

/* ---- Statements */

/* Runs statements that give no rows. */
bool sql_run(struct sqlite3 *db, const char *sql);

/* The first number that a query gives; false with an error, or without a row. */
bool sql_number(struct sqlite3 *db, const char *sql, int64_t *number);

/* Starts what is to be written as a whole, and ends it: with good all of it, else nothing. False
 * where nothing was written; all statements are ended then. */
bool sql_begin(struct sqlite3 *db);
bool sql_commit(struct sqlite3 *db, bool good);

/* The same; and how it failed, also what came before it, in static words of SQLite's. */
bool sql_commit_or(struct sqlite3 *db, bool good, enum sql_trouble *trouble, const char **why);

/* How many rows the last statement changed. */
int64_t sql_changes(struct sqlite3 *db);

/* A statement; null where it fails. sql_end ends it. */
struct sqlite3_stmt *sql_prepare(struct sqlite3 *db, const char *sql);

/* Values for its question marks, counted from 1. A text must stay until sql_end. */
void sql_bind(struct sqlite3_stmt *statement, int mark, int64_t number);
void sql_bind_text(struct sqlite3_stmt *statement, int mark, struct slice text);

/* Goes to the next row; false at the end, or with an error. */
bool sql_row(struct sqlite3_stmt *statement);

/* The columns of the row, counted from 0. A text is valid until the next row. */
int64_t sql_int(struct sqlite3_stmt *statement, int column);
uint32_t sql_small(struct sqlite3_stmt *statement, int column); /* cut to what a uint32_t holds */
struct slice sql_text(struct sqlite3_stmt *statement, int column);

/* Ends a statement; false where it failed. */
bool sql_end(struct sqlite3_stmt *statement);

/* Runs it to its end, and ends it. */
bool sql_finish(struct sqlite3_stmt *statement);

/* Ends all statements that a jump over their end left behind; they hold the file. */
void sql_end_all(struct sqlite3 *db);

/* Bytes that nobody can foresee. */
void sql_random(unsigned char *bytes, size_t len);

#endif
