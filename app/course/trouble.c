/* Troubles of the store to sentences. See trouble.h. */
#include "app/course/trouble.h"

enum words_id trouble_words(struct store *store, struct words_args *args)
{
    static const enum words_id ids[] = {
        [STORE_FINE] = WORDS_COUNT,
        [STORE_NO_PLACE] = WORDS_STORE_NO_PLACE,
        [STORE_UNUSABLE] = WORDS_STORE_UNUSABLE,
        [STORE_READ_ONLY] = WORDS_STORE_READ_ONLY,
        [STORE_BUSY] = WORDS_STORE_BUSY,
        [STORE_NEWER] = WORDS_STORE_NEWER,
        [STORE_SET_ASIDE] = WORDS_STORE_SET_ASIDE,
        [STORE_BROKEN] = WORDS_STORE_BROKEN,
        [STORE_NOT_SAVED] = WORDS_STORE_NOT_SAVED,
        [STORE_LOST] = WORDS_STORE_LOST,
        [STORE_NO_MEMORY] = WORDS_CLI_NO_MEMORY,
    };
    *args = (struct words_args){.file = slice_of(store->path),
                                .word = slice_of(store->aside),
                                .other = slice_of(store->why)};
    return ids[store_trouble(store)];
}
