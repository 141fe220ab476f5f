/* Our own findings: the order in which they are looked for. */
#include "sim/pairing/notes.h"

#include "sim/pairing/noting.h"

void notes_of(struct arena *arena, const struct notes_input *input, struct finding_list *notes)
{
    struct noting noting = {arena, input, notes};
    if (input->build)
        note_arrays(&noting);
    if (input->config) {
        note_words(&noting);
        note_pair(&noting);
    }
    note_line(&noting);
}
