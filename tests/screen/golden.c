/* Comparing a frame with a file. See golden.h. */
#include "tests/screen/golden.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_all(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = calloc(1, 1 << 20);
    if (file && text)
        text[fread(text, 1, (1 << 20) - 1, file)] = '\0';
    if (file)
        fclose(file);
    return text;
}

static void write_all(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    if (!file || fputs(text, file) < 0)
        perror(path);
    if (file)
        fclose(file);
}

/* Row by row, only those that differ. */
static void show_difference(const char *wanted, const char *seen)
{
    for (int row = 0; *wanted || *seen; row++) {
        size_t a = strcspn(wanted, "\n"), b = strcspn(seen, "\n");
        if (a != b || memcmp(wanted, seen, a) != 0)
            printf("  %3d wanted |%.*s|\n      seen   |%.*s|\n", row, (int)a, wanted, (int)b, seen);
        wanted += a + (wanted[a] == '\n');
        seen += b + (seen[b] == '\n');
    }
}

bool golden_is(const char *folder, const char *name, const struct frame *frame, unsigned what)
{
    char path[512];
    size_t len;
    snprintf(path, sizeof path, "%s/%s.%dx%d", folder, name, frame->cols, frame->rows);
    char *seen = frame_dump(frame, what, &len);
    if (getenv("GENERATE"))
        write_all(path, seen);
    char *wanted = read_all(path);
    bool same = strcmp(wanted, seen) == 0;
    if (!same) {
        printf("FAILED: %s\n", path);
        show_difference(wanted, seen);
    }
    free(seen);
    free(wanted);
    return same;
}
