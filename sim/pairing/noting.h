/* Inside of the pairing: what the files that look at words share. */
#ifndef SIM_PAIRING_NOTING_H
#define SIM_PAIRING_NOTING_H

#include "sim/ground/finding.h"
#include "sim/pairing/notes_input.h"
#include "sim/pairing/script.h"

/* Notes in the making. */
struct noting {
    struct arena *arena;
    const struct notes_input *input;
    struct finding_list *notes;
};

/* Adds a note; what word, other and number are for a rule stands in app/ground/words. */
void note_add(struct noting *noting, enum rule rule, struct origin at, struct slice word,
              struct slice other, uint32_t number);

/* The last path component: bash of /bin/bash. */
struct slice program_name(struct slice program);

/* The first $NAME or ${…} in a word, empty when there is none. */
struct slice variable_in(struct slice s);

/* A word without the quotes that a shell would have removed from 'a b', "a b" or --name='a b';
 * empty when it has none. */
struct slice without_quotes(struct arena *arena, struct slice s);

/* How many words from index on are an option of docker run with its value, as people type them
 * behind the image by mistake; 0 when it is none, or could well be the program's own. */
size_t docker_option_words(const struct args *words, size_t index);

/* The four kinds, in this order. */
void note_arrays(struct noting *noting); /* near-JSON arrays, heredocs (notes_array.c) */
void note_words(struct noting *noting);  /* words of exec form (notes_words.c) */
void note_pair(struct noting *noting);   /* where the two lists meet (notes_pair.c) */
void note_line(struct noting *noting);   /* the run line (notes_line.c) */

#endif
