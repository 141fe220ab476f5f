/* JSON in: the requests of `pairing batch` and the metadata that `docker image inspect` prints.
 *
 * Texts that were read point into the parsed JSON and stay valid until the reader reads the next
 * request or is freed; everything else lives in the arena that was given. A stop of that arena
 * jumps to its guard; the reader stays usable. */
#ifndef APP_GROUND_JSON_H
#define APP_GROUND_JSON_H

#include "app/ground/words.h"
#include "sim/sim.h"

struct json_t;

/* The id of a request, given back with its answer. */
struct json_id {
    enum { JSON_ID_NONE, JSON_ID_TEXT, JSON_ID_NUMBER } kind;
    struct slice text;
    int64_t number;
};

/* What is wrong, as a sentence of words.h; texts live as long as the request. */
struct json_problem {
    enum words_id id;
    struct words_args args;
};

/* A request and everything that its question points to. Must not be moved once it is read. */
struct json_request {
    struct json_id id;
    struct question question;
    struct text dockerfile, line, image_text;
    struct base_image image;
    struct memory_host memory;
    struct host host;
    struct bases bases;
    struct json_reader *reader;
};

/* Reads requests one after another. The `bases` of the last one are kept, since a stream of
 * requests mostly repeats them. */
struct json_reader {
    struct json_t *root;     /* the request being answered */
    struct json_t *metadata; /* an array of all metadata that was read */
    struct json_t *bases;    /* the last bases, null without */
    char *bases_text;        /* from which it was parsed */
    size_t bases_len;
    bool in_request;          /* this request's bases are those */
    struct arena names_arena; /* holds what follows */
    struct names names; /* the names in bases as base_find wants them, to the index in values */
    struct base_list {
        struct base_entry {
            struct slice name;
            struct json_t *value;
        } * at;
        size_t len, cap;
    } values;
    bool is_late; /* a base that was asked for is not what it should be: late says why */
    struct json_problem late;
};

/* False without memory. */
bool json_reader_init(struct json_reader *reader, const struct memory *memory);
void json_reader_free(struct json_reader *reader);

/* Reads one request. What is in `bases` is looked at only when the question asks for it: when
 * reader->is_late is set after simulate(), the answer is reader->late. False: it is none, and
 * *problem says why; request->id is filled all the same where there is one. Follows the contract in
 * README: keys of other names are ignored, null counts as not given. */
bool json_request_read(struct json_reader *reader, struct arena *arena, struct slice line,
                       struct json_request *request, struct json_problem *problem);

/* Reads the metadata of one image: an object, or an array of one, with Docker's Config (or OCI's
 * config). text is its place, whose name becomes the image's own if it has none. */
bool json_metadata_read(struct json_reader *reader, struct arena *arena, struct slice bytes,
                        struct text *text, struct base_image *image, struct json_problem *problem);

/* A list of objects that are all alike, read into structs by a table of their keys: a text into a
 * slice, a number into an int64_t, true or false into a bool, each at its place in the struct. What
 * is absent or null stays zero, keys of other names are passed over. */
struct json_column {
    const char *key;
    enum { JSON_COLUMN_TEXT, JSON_COLUMN_NUMBER, JSON_COLUMN_BOOL } type;
    size_t place;
};

struct json_table {
    const struct json_column *columns;
    size_t columns_len, size; /* size: of the struct */
};

/* Reads an object: its own columns into *head, and of the list under `rows` every object into an
 * array of structs, *at. Texts live as long as the request. */
bool json_table_read(struct json_reader *reader, struct arena *arena, struct slice bytes,
                     const struct json_table *head, void *head_at, const char *rows,
                     const struct json_table *table, void **at, size_t *len,
                     struct json_problem *problem);

#endif
