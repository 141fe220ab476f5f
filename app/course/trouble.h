/* What is wrong with the store, as a sentence. */
#ifndef APP_COURSE_TROUBLE_H
#define APP_COURSE_TROUBLE_H

#include "app/course/store.h"
#include "app/ground/words.h"

/* The trouble that was not told yet, with what its sentence names; WORDS_COUNT when there is none.
 * It counts as told then. The values live as long as the store. */
enum words_id trouble_words(struct store *store, struct words_args *args);

#endif
