/* Writes files as a C table: embed FILE… prints the source of embedded_files (app/course/shelf.h).
 *
 * A program of the build, so that the lessons are inside of pairing and nothing need be installed
 * beside it. */
#include <stdio.h>
#include <string.h>

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* The bytes of a file as the elements of an array; its length, or -1. */
static long put_bytes(const char *path)
{
    FILE *file = fopen(path, "rb");
    long n = 0;
    if (!file)
        return -1;
    for (int c; (c = getc(file)) != EOF; n++)
        printf("%d,%s", c, n % 20 == 19 ? "\n" : "");
    int failed = ferror(file);
    fclose(file);
    return failed ? -1 : n;
}

int main(int argc, char **argv)
{
    static long lengths[10000];
    if (argc > 10000)
        return 1;
    puts("/* Made by lessons/embed.c from the lessons. */\n#include \"app/course/shelf.h\"\n");
    for (int i = 1; i < argc; i++) {
        printf("static const unsigned char file_%d[] = {\n", i);
        lengths[i] = put_bytes(argv[i]);
        if (lengths[i] < 0) {
            perror(argv[i]);
            return 1;
        }
        puts("0};\n");
    }
    puts("const struct embedded_file embedded_files[] = {");
    for (int i = 1; i < argc; i++)
        printf("    {\"%s\", file_%d, %ld},\n", base_name(argv[i]), i, lengths[i]);
    printf("    {0, 0, 0},\n};\n\nconst size_t embedded_files_len = %d;\n", argc - 1);
    return ferror(stdout) || fflush(stdout) != 0;
}
