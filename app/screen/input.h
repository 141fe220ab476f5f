/* Input: the bytes that a terminal sends become keys, pastes and clicks. Pure, so that tests and a
 * fuzzer can feed it anything; term reads the bytes and knows the time.
 *
 * The common sequences of today's terminals are a table here; what the terminal database knows
 * beyond it is asked of the caller. A sequence that nobody knows is swallowed whole as KEYS_OTHER,
 * never left to be taken for text. */
#ifndef APP_SCREEN_INPUT_H
#define APP_SCREEN_INPUT_H

#include "app/ground/key.h"

/* Asks the terminal database about a sequence (NUL-terminated): a key, 0 when it knows none, or
 * KEYS_NAMED when the sequence is the beginning of one it knows. */
typedef uint32_t input_lookup(const void *context, const char *sequence);

/* Starts as all zeros, with lookup and context where there is a database. */
struct input {
    input_lookup *lookup;
    const void *context;
    char *at; /* bytes that were fed; from .head on they wait */
    size_t len, cap, head;
    bool pasting;   /* inside of a bracketed paste */
    size_t scanned; /* up to here its end was looked for */
};

enum input_state {
    INPUT_EVENT, /* *event was filled */
    INPUT_EMPTY, /* nothing waits */
    INPUT_MORE,  /* the beginning of something waits: more bytes, or silence, will tell what */
};

/* The largest paste; what exceeds it is delivered as a further one. */
enum { INPUT_PASTE_MAX = 64 << 20 };

void input_free(struct input *input);

/* Adds bytes. false without memory; they are then lost. Ends the life of the last event's bytes. */
bool input_feed(struct input *input, const char *bytes, size_t len);

/* The next event. silent: no byte came for a while, so the beginning of a sequence is all there is
 * (ESC alone is the ESC key, an unfinished paste is delivered). */
enum input_state input_next(struct input *input, bool silent, struct event *event);

#endif
