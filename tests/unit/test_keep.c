/* What is kept: files and lines through everything that a disk may do to them. */
#include "tests/unit/unit.h"

#include "app/session/keep.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* A directory of its own for each test; *state is its path. */
static int open_place(void **state)
{
    const char *tmp = getenv("TMPDIR");
    char *path = malloc(256);
    if (!path)
        return -1;
    snprintf(path, 256, "%s/pairing-keep-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    *state = path;
    return mkdtemp(path) ? 0 : -1;
}

static int close_place(void **state)
{
    char command[300];
    snprintf(command, sizeof command, "chmod -R u+w '%s' && rm -rf '%s'", (char *)*state,
             (char *)*state);
    int status = system(command);
    free(*state);
    return status;
}

static void assert_kept(struct keep *keep, const char *name, const char *wanted)
{
    char *bytes;
    size_t len;
    assert_int_equal(keep_read(keep, name, 1 << 20, &bytes, &len), 0);
    assert_slice(name, (struct slice){bytes, len}, slice_of(wanted));
    free(bytes);
}

static void places_are_found(void **state)
{
    struct keep keep;
    (void)state;
    assert_int_equal(keep_open(&keep, "/state", "/home/me"), 0);
    assert_string_equal(keep.directory, "/state/pairing");
    assert_int_equal(keep_open(&keep, "relative", "/home/me"), 0);
    assert_string_equal(keep.directory, "/home/me/.local/state/pairing");
    assert_int_equal(keep_open(&keep, "", "/home/me"), 0);
    assert_string_equal(keep.directory, "/home/me/.local/state/pairing");
    assert_int_equal(keep_open(&keep, NULL, NULL), ENOENT);
    assert_int_equal(keep_write(&keep, "a", S("x")), ENOENT);
    assert_int_equal(keep_add(&keep, "a", S("x"), 100), ENOENT);
    assert_int_equal(keep_claim(&keep, "unsaved"), ENOENT);
}

static void files_are_replaced(void **state)
{
    struct keep keep;
    char *bytes;
    size_t len;
    struct stat status;
    assert_int_equal(keep_open(&keep, *state, NULL), 0);
    assert_int_equal(keep_read(&keep, "a", 100, &bytes, &len), ENOENT);
    assert_int_equal(keep_write(&keep, "a", S("one")), 0); /* makes the directory */
    assert_kept(&keep, "a", "one");
    assert_int_equal(stat(keep.directory, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0700);
    assert_int_equal(keep_write(&keep, "a", S("")), 0);
    assert_kept(&keep, "a", "");
    assert_int_equal(keep_remove(&keep, "a"), 0);
    assert_int_equal(keep_remove(&keep, "a"), 0);
    keep_close(&keep);
}

static void lines_come_back(void **state)
{
    static const struct slice lines[] = {
        S_INIT("docker run a"), S_INIT(""),   S_INIT("two\nrows \\\nand \\n"),
        S_INIT("\xFF\0z"),      S_INIT("\\"),
    };
    struct keep keep;
    char *bytes, torn[KEEP_PATH + 16];
    size_t len, at = 0;
    struct slice line;
    assert_int_equal(keep_open(&keep, *state, NULL), 0);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_int_equal(keep_add(&keep, "history", lines[i], 1 << 20), 0);
    /* a program that died while it wrote leaves half a line: the next one starts anew */
    snprintf(torn, sizeof torn, "%s/history", keep.directory);
    int fd = open(torn, O_WRONLY | O_APPEND);
    assert_int_equal(write(fd, "half", 4), 4);
    close(fd);
    assert_int_equal(keep_add(&keep, "history", S("last"), 1 << 20), 0);
    assert_int_equal(keep_read(&keep, "history", 1 << 20, &bytes, &len), 0);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        assert_true(keep_next(bytes, len, &at, &line));
        assert_slice("line", line, lines[i]);
    }
    assert_true(keep_next(bytes, len, &at, &line));
    assert_slice("torn", line, S("half"));
    assert_true(keep_next(bytes, len, &at, &line));
    assert_slice("last", line, S("last"));
    assert_false(keep_next(bytes, len, &at, &line));
    free(bytes);
    keep_close(&keep);
}

static void history_is_bounded(void **state)
{
    struct keep keep;
    char *bytes;
    size_t len, at = 0, n = 0;
    struct slice line = S("");
    assert_int_equal(keep_open(&keep, *state, NULL), 0);
    for (int i = 0; i < 300; i++) {
        char text[32];
        snprintf(text, sizeof text, "line %d", i);
        assert_int_equal(keep_add(&keep, "history", slice_of(text), 1000), 0);
    }
    assert_int_equal(keep_read(&keep, "history", 1000, &bytes, &len), 0);
    assert_true(len <= 1000);
    while (keep_next(bytes, len, &at, &line))
        n += slice_starts(line, S("line "));
    assert_slice("the last line", line, S("line 299"));
    assert_true(n >= 50);
    free(bytes);
    keep_close(&keep);
}

/* Several programs add lines at once; none is lost or torn. */
static void many_programs(void **state)
{
    enum { PROGRAMS = 6, LINES = 30 };
    struct keep keep;
    char *bytes;
    size_t len, at = 0, n = 0;
    struct slice line;
    for (int p = 0; p < PROGRAMS; p++) {
        if (fork() == 0) {
            int error = keep_open(&keep, *state, NULL);
            for (int i = 0; i < LINES && !error; i++)
                error = keep_add(&keep, "history", S("a line of a program"), 1 << 20);
            _exit(error);
        }
    }
    for (int p = 0; p < PROGRAMS; p++) {
        int status;
        assert_true(wait(&status) > 0);
        assert_int_equal(status, 0);
    }
    assert_int_equal(keep_open(&keep, *state, NULL), 0);
    assert_int_equal(keep_read(&keep, "history", 1 << 20, &bytes, &len), 0);
    for (; keep_next(bytes, len, &at, &line); n++)
        assert_slice("line", line, S("a line of a program"));
    assert_int_equal(n, PROGRAMS * LINES);
    free(bytes);
}

/* Text that was not saved: each program has its own place; one that is killed leaves its text. */
static void unsaved_text_is_found(void **state)
{
    struct keep first, second, third;
    int ready[2];
    char byte;
    assert_int_equal(pipe(ready), 0);
    pid_t pid = fork();
    if (pid == 0) {
        int error = keep_open(&first, *state, NULL);
        error = error ? error : keep_claim(&first, "unsaved");
        error = error ? error : keep_write(&first, first.claimed, S("not saved"));
        if (error || write(ready[1], "x", 1) != 1)
            _exit(1);
        pause();
    }
    assert_int_equal(read(ready[0], &byte, 1), 1);
    assert_int_equal(keep_open(&second, *state, NULL), 0);
    assert_int_equal(keep_claim(&second, "unsaved"), 0);
    assert_string_equal(second.claimed, "unsaved.2"); /* the first place is in use */
    assert_int_equal(keep_write(&second, second.claimed, S("mine")), 0);
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    assert_int_equal(keep_open(&third, *state, NULL), 0);
    assert_int_equal(keep_claim(&third, "unsaved"), 0);
    assert_string_equal(third.claimed, "unsaved.1");
    assert_kept(&third, third.claimed, "not saved");
    keep_close(&third);
    assert_int_equal(keep_remove(&second, second.claimed), 0);
    keep_close(&second);
    close(ready[0]);
    close(ready[1]);
}

/* What cannot be written is told, with its path, and what was there before is still there. A limit
 * on the size of files stands for a full disk. */
static void full_disks(void **state)
{
    struct keep keep;
    static char large[4096];
    struct rlimit before, small = {1024, 1024};
    memset(large, 'x', sizeof large);
    assert_int_equal(keep_open(&keep, *state, NULL), 0);
    assert_int_equal(keep_write(&keep, "a", S("one")), 0);
    assert_int_equal(keep_add(&keep, "history", S("one"), 1 << 20), 0);
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small.rlim_max = before.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    int replaced = keep_write(&keep, "a", (struct slice){large, sizeof large});
    int added = keep_add(&keep, "history", (struct slice){large, sizeof large}, 1 << 20);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, SIG_DFL);
    assert_int_equal(replaced, EFBIG);
    assert_int_equal(added, EFBIG);
    assert_non_null(strstr(keep.trouble, "/history"));
    assert_kept(&keep, "a", "one");
    assert_kept(&keep, "history", "one\n");
    keep_close(&keep);
}

static void broken_places(void **state)
{
    struct keep keep;
    char path[300], *bytes;
    size_t len;
    /* a file where the directory should be */
    snprintf(path, sizeof path, "%s/pairing", (char *)*state);
    close(open(path, O_WRONLY | O_CREAT, 0600));
    assert_int_equal(keep_open(&keep, *state, NULL), 0);
    assert_int_equal(keep_write(&keep, "a", S("x")), ENOTDIR);
    assert_int_equal(keep_claim(&keep, "unsaved"), ENOTDIR);
    assert_int_equal(keep_read(&keep, "a", 10, &bytes, &len), ENOTDIR);
    assert_int_equal(unlink(path), 0);
    /* a directory where a file should be, and a pipe that nobody reads */
    snprintf(path, sizeof path, "%s/pairing/a", (char *)*state);
    assert_int_equal(keep_write(&keep, "b", S("x")), 0);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_int_equal(keep_write(&keep, "a", S("x")), EISDIR);
    assert_int_equal(keep_read(&keep, "a", 10, &bytes, &len), EISDIR);
    assert_int_equal(keep_add(&keep, "a", S("x"), 100), EISDIR);
    snprintf(path, sizeof path, "%s/pairing/pipe", (char *)*state);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_int_equal(keep_read(&keep, "pipe", 10, &bytes, &len), ENODEV);
    assert_int_equal(keep_add(&keep, "pipe", S("x"), 100), ENODEV);
    /* a directory that cannot be written; root can write everywhere */
    assert_int_equal(chmod(keep.directory, 0500), 0);
    if (getuid() != 0)
        assert_int_equal(keep_write(&keep, "c", S("x")), EACCES);
    assert_kept(&keep, "b", "x");
    assert_int_equal(chmod(keep.directory, 0700), 0);
    keep_close(&keep);
}

/* The user's own file: mode and symbolic link stay, and a change by somebody else is seen. */
static void own_files(void **state)
{
    char target[300], link[300], *bytes;
    size_t len;
    struct stat status;
    struct file_stamp stamp, later;
    snprintf(target, sizeof target, "%s/Dockerfile", (char *)*state);
    snprintf(link, sizeof link, "%s/link", (char *)*state);
    assert_int_equal(file_read(target, 10, &bytes, &len, NULL), ENOENT);
    assert_int_equal(file_replace(target, NULL, S("FROM a\n"), 0666, &stamp), 0);
    assert_int_equal(chmod(target, 0640), 0);
    assert_int_equal(symlink("Dockerfile", link), 0);
    assert_int_equal(file_replace(link, NULL, S("FROM b\n"), 0666, &stamp), 0);
    assert_int_equal(lstat(link, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(stat(target, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0640);
    later = file_stamp(link);
    assert_true(file_stamp_equal(&stamp, &later));
    assert_int_equal(file_read(link, 100, &bytes, &len, &later), 0);
    assert_slice("content", (struct slice){bytes, len}, S("FROM b\n"));
    free(bytes);
    assert_int_equal(file_read(link, 6, &bytes, &len, NULL), EFBIG);
    FILE *file = fopen(target, "a");
    fputs("CMD x\n", file);
    fclose(file);
    later = file_stamp(link);
    assert_false(file_stamp_equal(&stamp, &later));
    assert_int_equal(file_replace(*state, NULL, S(""), 0666, NULL), EISDIR);
    snprintf(link, sizeof link, "%s/none/Dockerfile", (char *)*state);
    assert_int_equal(file_replace(link, NULL, S(""), 0666, NULL), ENOENT);
}

#define place_test(f) cmocka_unit_test_setup_teardown(f, open_place, close_place)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_found),
        place_test(files_are_replaced),
        place_test(lines_come_back),
        place_test(history_is_bounded),
        place_test(many_programs),
        place_test(unsaved_text_is_found),
        place_test(full_disks),
        place_test(broken_places),
        place_test(own_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
