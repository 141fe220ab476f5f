/* Editing a text in the user's own editor, through a temporary file. See external.h. */
#include "app/screen/external.h"

#include "app/session/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WORDS_MAX = 16, TEXT_MAX = 64 << 20 };

/* The editor's command line as argv, cut at blanks in place, with the file behind it. */
static void cut_words(char *command, const char *file, const char *argv[WORDS_MAX + 2])
{
    size_t len = 0;
    for (char *rest = command, *word; len < WORDS_MAX && (word = strtok_r(rest, " ", &rest));)
        argv[len++] = word;
    if (!len)
        argv[len++] = "vi";
    argv[len++] = file;
    argv[len] = NULL;
}

static bool run_editor(struct term *term, const char *editor, const char *file)
{
    const char *argv[WORDS_MAX + 2];
    char *command = strdup(editor ? editor : "");
    if (!command)
        return false;
    cut_words(command, file, argv);
    bool ended_well = term_run(term, argv) == 0;
    free(command);
    return ended_well;
}

bool external_edit(struct term *term, const char *editor, struct slice content, char **text,
                   size_t *len, const char **trouble)
{
    const char *directory = getenv("TMPDIR");
    char path[4096];
    int written = snprintf(path, sizeof path, "%s/Dockerfile.XXXXXX",
                           directory && *directory ? directory : "/tmp");
    *trouble = "the text could not be written for the editor";
    if (written < 0 || (size_t)written >= sizeof path)
        return false;
    int fd = mkstemp(path);
    if (fd < 0)
        return false;
    int error = file_write_all(fd, content);
    error = close(fd) != 0 ? 1 : error;
    bool done = false;
    if (!error) {
        *trouble = "the editor did not end well; nothing was changed";
        done = run_editor(term, editor, path);
    }
    if (done) {
        *trouble = "what the editor left could not be read";
        done = file_read(path, TEXT_MAX, text, len, NULL) == 0;
    }
    unlink(path);
    return done;
}
