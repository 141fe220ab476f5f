/* Stands in for libFuzzer where there is no clang: gives a target every file of the folders and
 * files named, each as it is and cut short in the middle. */
#include "tests/fuzz/fuzz.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

static size_t replayed;

static void replay_file(const char *path)
{
    FILE *in = fopen(path, "r");
    struct stat status;
    if (!in || fstat(fileno(in), &status) != 0) {
        perror(path);
        exit(2);
    }
    /* Exactly as large as its content, so that a sanitizer sees a step beyond it. */
    uint8_t *data = malloc((size_t)status.st_size + 1);
    size_t size = fread(data, 1, (size_t)status.st_size, in);
    fclose(in);
    for (int halves = 2; halves >= 1; halves--) {
        size_t len = size * (size_t)halves / 2;
        uint8_t *copy = malloc(len ? len : 1);
        memcpy(copy, data, len);
        LLVMFuzzerTestOneInput(copy, len);
        free(copy);
    }
    free(data);
    replayed++;
}

static void replay(const char *path)
{
    DIR *directory = opendir(path);
    if (!directory) {
        replay_file(path);
        return;
    }
    for (const struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        char below[4096];
        if (entry->d_name[0] == '.')
            continue;
        snprintf(below, sizeof below, "%s/%s", path, entry->d_name);
        replay(below);
    }
    closedir(directory);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        replay(argv[i]);
    printf("replayed %zu inputs\n", replayed);
    return 0;
}
