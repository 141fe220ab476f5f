/* Editing a text in the user's own editor. */
#ifndef APP_SCREEN_EXTERNAL_H
#define APP_SCREEN_EXTERNAL_H

#include "app/screen/term.h"

/* Writes the text to a temporary file, gives the terminal to the editor (a command line, cut at
 * blanks; null: vi) and reads what it left into *text, to be freed. False when the editor could not
 * be run or ended badly, or the file could not be written or read; *trouble then says so. */
bool external_edit(struct term *term, const char *editor, struct slice content, char **text,
                   size_t *len, const char **trouble);

#endif
