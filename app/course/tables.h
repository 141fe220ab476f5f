/* The tables of progress in one database.
 *
 * `event` is only added to (a reset marks rows as gone), `record` is what record.c makes of an
 * exercise's events and can be made anew from them, `setting` holds names and values. What is
 * changed by more than one of these calls stands between sql_begin and sql_commit. */
#ifndef APP_COURSE_TABLES_H
#define APP_COURSE_TABLES_H

#include "app/course/record.h"
#include "app/course/sql.h"

/* Makes the tables where the database has none, and looks whether they can be read. newer: a newer
 * pairing made them; nothing is touched. */
enum sql_trouble tables_open(struct sqlite3 *db, bool *newer);

/* Makes empty tables in an empty database. */
bool tables_make(struct sqlite3 *db);

/* The columns of a row, in the order in which tables_deed and tables_record read them. */
#define DEED_COLUMNS                                                                               \
    "exercise, at, kind, passed, sure, hint, seconds, variant, answer, reply, beliefs"
#define RECORD_COLUMNS                                                                             \
    "exercise, state, attempts, hints, seconds, due, step, round, passed, shown, reviewing,"       \
    " missed, last, variant, answer"
#define SELECT_RECORD "SELECT " RECORD_COLUMNS " FROM record WHERE exercise=?"

/* A row's event or record; its texts are valid until the next row. An event of a kind that is not
 * known is of DEED_KINDS. */
void tables_deed(struct sqlite3_stmt *row, struct deed *deed);
void tables_record(struct sqlite3_stmt *row, struct record *record);

/* Adds an event; and with what it makes of its exercise's record. */
bool tables_insert(struct sqlite3 *db, const struct deed *deed);
bool tables_add(struct sqlite3 *db, const struct deed *deed);

/* Makes the records anew of all exercises that a query names, an id a row. */
bool tables_rebuild(struct sqlite3 *db, const char *query);

/* Takes over what can still be read of another database's events, broken as it is. */
void tables_salvage(struct sqlite3 *from, struct sqlite3 *db);

#endif
