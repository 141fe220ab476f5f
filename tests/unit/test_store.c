/* Progress through everything that may happen to it: records of events, several programs, a program
 * that is killed, disks that are full or may not be written, files that are broken or too new. */
#include "tests/unit/unit.h"

#include "app/course/exchange.h"
#include "app/course/store.h"

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { DAY = 86400, T0 = 1700000000 };

struct place {
    struct arena arena;
    char directory[256], file[300];
};

static int open_place(void **state)
{
    struct place *place = calloc(1, sizeof *place);
    const char *tmp = getenv("TMPDIR");
    if (!place)
        return -1;
    arena_init(&place->arena, &unit_memory);
    snprintf(place->directory, sizeof place->directory, "%s/pairing-store-XXXXXX",
             tmp && *tmp ? tmp : "/tmp");
    *state = place;
    if (!mkdtemp(place->directory))
        return -1;
    snprintf(place->file, sizeof place->file, "%s/progress.db", place->directory);
    return 0;
}

static int close_place(void **state)
{
    struct place *place = *state;
    char command[600];
    snprintf(command, sizeof command, "chmod -R u+w '%s' && rm -rf '%s'", place->directory,
             place->directory);
    int status = system(command);
    arena_free(&place->arena);
    free(place);
    return status;
}

static struct deed attempt(const char *exercise, int64_t at, bool passed)
{
    return (struct deed){.exercise = slice_of(exercise),
                         .at = at,
                         .kind = DEED_ATTEMPT,
                         .passed = passed,
                         .seconds = 10,
                         .answer = S("CMD [\"a\"]\nENV A='b'"),
                         .reply = passed ? S("") : S("half"),
                         .beliefs = S("")};
}

/* ---- Records: a row a story. p passes, m misses, s is certain and misses, 1-3 a hint, a looks at
 * the answer, a digit behind + lets so many days go by. */

static const struct {
    const char *story;
    enum record_state state;
    unsigned attempts, step, days; /* days until it is due, 0: is not */
    bool missed;
} stories[] = {
    {"", RECORD_NEW, 0, 0, 0, false},
    {"m", RECORD_WORKING, 1, 0, 0, false},
    {"1", RECORD_WORKING, 0, 0, 0, false},
    {"p", RECORD_SOLVED, 1, 0, 1, false},
    {"m1p", RECORD_SOLVED, 2, 0, 1, false},
    {"12p", RECORD_WORKING, 1, 0, 1, false},
    {"a", RECORD_SHOWN, 0, 0, 1, false},
    {"ap", RECORD_SHOWN, 1, 0, 1, false},
    {"a+1p", RECORD_SOLVED, 1, 0, 1, false},
    {"12p+1p", RECORD_SOLVED, 2, 0, 1, false},
    {"pp", RECORD_SOLVED, 2, 0, 1, false},
    {"p+1p", RECORD_HELD, 2, 1, 3, false},
    {"p+1p+3p", RECORD_HELD, 3, 2, 7, false},
    {"p+1p+3p+7p", RECORD_HELD, 4, 3, 21, false},
    {"p+1p+3p+7p+9+9+3p", RECORD_HELD, 5, 4, 0, false},
    {"p+1p+3m", RECORD_SOLVED, 3, 0, 1, false},
    {"p+1mp", RECORD_SOLVED, 3, 0, 1, false},
    {"p+112p", RECORD_SOLVED, 2, 0, 1, false},
    {"p+1a", RECORD_SOLVED, 1, 0, 1, false},
    {"sp", RECORD_SOLVED, 2, 0, 1, true},
    {"sp+1p", RECORD_HELD, 3, 1, 3, false},
};

static void tell(const char *story, struct record *record)
{
    int64_t now = T0;
    *record = (struct record){0};
    for (const char *c = story; *c; c++) {
        struct deed deed = attempt("x", now, *c == 'p');
        if (*c == '+') {
            now += (*++c - '0') * DAY;
            continue;
        }
        deed.sure = *c == 's' ? 3 : 0;
        deed.kind = *c == 'a' ? DEED_SHOWN : *c >= '1' && *c <= '3' ? DEED_HINT : DEED_ATTEMPT;
        deed.hint = deed.kind == DEED_HINT ? (uint32_t)(*c - '0') : 0;
        record_add(record, &deed);
    }
}

static void records_tell_how_it_stands(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof stories / sizeof *stories; i++) {
        struct record record;
        tell(stories[i].story, &record);
        unsigned days = record.due ? (unsigned)((record.due - record.last + 8 * 3600) / DAY) : 0;
        if (record.state != stories[i].state || record.attempts != stories[i].attempts ||
            record.step != stories[i].step || days != stories[i].days ||
            record.missed != stories[i].missed)
            fail_msg("%s: state %d, attempts %u, step %u, days %u, missed %d", stories[i].story,
                     record.state, record.attempts, record.step, days, record.missed);
    }
}

/* A round of review has another number, and so another variant, until it is over. */
static void rounds_are_told_apart(void **state)
{
    struct record record;
    (void)state;
    tell("p", &record);
    assert_false(record_is_due(&record, T0 + 3600));
    assert_int_equal(record_round(&record, T0 + 3600), 0);
    assert_true(record_is_due(&record, T0 + DAY));
    assert_int_equal(record_round(&record, T0 + DAY), 1);
    tell("p+1m", &record);
    assert_int_equal(record_round(&record, T0 + DAY + 60), 1);
    tell("p+1p+3", &record);
    assert_int_equal(record_round(&record, T0 + 5 * DAY), 2);
}

/* ---- The file */

static void kept_from_one_to_the_next(void **state)
{
    struct place *place = *state;
    struct store store;
    struct record record;
    struct deed deed = attempt("pairing/serve", T0, false);
    store_open(&store, place->directory);
    assert_int_equal(store_trouble(&store), STORE_FINE);
    assert_true(store_add(&store, &deed));
    deed.at++;
    deed.passed = true;
    assert_true(store_add(&store, &deed));
    assert_true(store_set(&store, S("place"), S("pairing/serve")));
    struct slice learner = store_learner(&store, &place->arena);
    assert_int_equal(learner.len, 12);
    store_close(&store);
    store_open(&store, place->directory);
    store_record(&store, &place->arena, S("pairing/serve"), &record);
    assert_int_equal(record.state, RECORD_SOLVED);
    assert_int_equal(record.attempts, 2);
    assert_int_equal(record.seconds, 20);
    assert_slice("answer", record.answer, deed.answer);
    assert_slice("place", store_setting(&store, &place->arena, S("place")), S("pairing/serve"));
    assert_slice("learner", store_learner(&store, &place->arena), learner);
    store_record(&store, &place->arena, S("nothing"), &record);
    assert_int_equal(record.state, RECORD_NEW);
    store_close(&store);
    assert_int_equal(store_trouble(&store), STORE_FINE);
}

static size_t count_deeds(struct place *place, struct store *store)
{
    struct deeds deeds = {0};
    assert_true(store_deeds(store, &place->arena, &deeds));
    return deeds.len;
}

/* What all events of an exercise add up to, in the order of their times. */
static struct record add_up(const struct deeds *deeds, struct slice exercise)
{
    struct record record = {.exercise = exercise, .answer = S("")};
    for (size_t i = 0; i < deeds->len; i++)
        if (slice_equal(deeds->at[i].exercise, exercise))
            record_add(&record, &deeds->at[i]);
    return record;
}

static void assert_records_equal(const struct record *is, const struct record *wanted)
{
    const int64_t pairs[][2] = {
        {is->state, wanted->state},     {is->attempts, wanted->attempts},
        {is->hints, wanted->hints},     {is->seconds, wanted->seconds},
        {is->due, wanted->due},         {is->step, wanted->step},
        {is->round, wanted->round},     {is->passed, wanted->passed},
        {is->shown, wanted->shown},     {is->reviewing, wanted->reviewing},
        {is->missed, wanted->missed},   {is->last, wanted->last},
        {is->variant, wanted->variant},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] != pairs[i][1])
            fail_msg("field %zu is %lld, not %lld", i, (long long)pairs[i][0],
                     (long long)pairs[i][1]);
    assert_slice("answer", is->answer, wanted->answer);
}

/* Whatever comes in whatever order, clocks that go back, resets and what takes them back: a record
 * is what all of its events add up to. */
static void a_record_is_all_of_its_events(void **state)
{
    enum { EVENTS = 400, EXERCISES = 3 };
    static const char *const ids[EXERCISES] = {"a/a", "a/b", "b/a"};
    struct place *place = *state;
    static struct store store;
    uint32_t random = 12345;
    int64_t now = T0;
    store_open(&store, NULL);
    for (int i = 0; i < EVENTS; i++) {
        char answer[32];
        random = random * 1103515245 + 12345;
        uint32_t dice = random >> 8;
        now += (int64_t)(dice % 5) * DAY / 2 - (dice % 7 == 0 ? 3 * DAY : 0);
        snprintf(answer, sizeof answer, "answer %d", i);
        const char *id = ids[dice / 7 % EXERCISES];
        const struct deed deed = {.exercise = slice_of(id),
                                  .at = now,
                                  .kind = (enum deed_kind)(dice / 32 % DEED_KINDS),
                                  .passed = dice / 128 % 2,
                                  .sure = dice / 256 % 4,
                                  .hint = dice / 1024 % 3 + 1,
                                  .seconds = dice % 50,
                                  .variant = dice % 9,
                                  .answer = slice_of(dice % 11 ? answer : "")};
        assert_true(store_add(&store, &deed));
        if (dice % 61 == 0)
            assert_true(store_reset(&store, slice_of(ids[dice % EXERCISES])) >= 0);
        if (dice % 97 == 0)
            assert_true(store_undo(&store) >= 0);
        struct deeds deeds = {0};
        arena_reset(&place->arena, 0);
        assert_true(store_deeds(&store, &place->arena, &deeds));
        for (int k = 0; k < EXERCISES; k++) {
            struct record record, wanted = add_up(&deeds, slice_of(ids[k]));
            store_record(&store, &place->arena, slice_of(ids[k]), &record);
            assert_records_equal(&record, &wanted);
        }
    }
    store_close(&store);
}

static void drafts_go_with_their_exercise(void **state)
{
    struct place *place = *state;
    struct store store;
    store_open(&store, place->directory);
    assert_true(store_set(&store, S("draft a"), S("0\nCMD")));
    assert_true(store_set(&store, S("draft b"), S("0\nCMD")));
    assert_true(store_reset(&store, S("a")) >= 0);
    assert_slice("a", store_setting(&store, &place->arena, S("draft a")), S(""));
    assert_slice("b", store_setting(&store, &place->arena, S("draft b")), S("0\nCMD"));
    assert_true(store_reset(&store, S("")) >= 0);
    assert_slice("b", store_setting(&store, &place->arena, S("draft b")), S(""));
    store_close(&store);
}

static void a_reset_can_be_taken_back(void **state)
{
    struct place *place = *state;
    struct store store;
    struct record record;
    store_open(&store, place->directory);
    for (int i = 0; i < 3; i++) {
        struct deed deed = attempt(i ? "b" : "a", T0 + i, true);
        assert_true(store_add(&store, &deed));
    }
    assert_int_equal(store_reset(&store, S("b")), 2);
    store_record(&store, &place->arena, S("b"), &record);
    assert_int_equal(record.state, RECORD_NEW);
    assert_int_equal(store_reset(&store, S("")), 1);
    assert_int_equal(count_deeds(place, &store), 0);
    assert_int_equal(store_reset(&store, S("")), 0);
    assert_int_equal(store_undo(&store), 1);
    assert_int_equal(store_undo(&store), 2);
    assert_int_equal(store_undo(&store), 0);
    store_record(&store, &place->arena, S("b"), &record);
    assert_int_equal(record.attempts, 2);
    store_close(&store);
}

static void exported_and_imported(void **state)
{
    struct place *place = *state;
    struct arena *arena = &place->arena;
    struct store store;
    struct deeds deeds = {0}, read = {0};
    struct buffer text = {.arena = arena};
    struct json_reader reader;
    struct json_problem problem;
    struct slice learner;
    struct record record;
    store_open(&store, NULL);
    assert_int_equal(store_trouble(&store), STORE_NO_PLACE);
    for (int i = 0; i < 2; i++) {
        struct deed deed = attempt("a", T0 + i, i);
        deed.beliefs = S("WordsAreAppended");
        assert_true(store_add(&store, &deed));
    }
    assert_true(store_deeds(&store, arena, &deeds));
    exchange_put(&text, S("me"), &deeds);
    store_close(&store);
    assert_true(json_reader_init(&reader, &unit_memory));
    assert_true(exchange_read(&reader, arena, buffer_slice(&text), &learner, &read, &problem));
    assert_slice("learner", learner, S("me"));
    store_open(&store, place->directory);
    assert_int_equal(store_import(&store, &read), 2);
    assert_int_equal(store_import(&store, &read), 0);
    store_record(&store, arena, S("a"), &record);
    assert_int_equal(record.state, RECORD_SOLVED);
    assert_slice("answer", record.answer, S("CMD [\"a\"]\nENV A='b'"));
    store_close(&store);
    json_reader_free(&reader);
}

static void what_is_no_progress_is_refused(void **state)
{
    static const char *const texts[] = {
        "",
        "[]",
        "{}",
        "{\"pairing_progress\":2,\"events\":[]}",
        "{\"pairing_progress\":1,\"events\":[1]}",
        "{\"pairing_progress\":1,\"events\":[{\"exercise\":\"a\",\"kind\":\"x\",\"at\":1}]}",
        "{\"pairing_progress\":1,\"events\":[{\"exercise\":\"\",\"kind\":\"hint\",\"at\":1}]}",
        "{\"pairing_progress\":1,\"events\":[{\"exercise\":\"a\",\"kind\":\"hint\",\"hint\":4}]}",
        "{\"pairing_progress\":1,\"events\":[{\"exercise\":\"a\",\"kind\":\"hint\",\"at\":-1}]}",
        "{\"pairing_progress\":1,\"events\":[{\"exercise\":1,\"kind\":\"hint\"}]}",
    };
    struct place *place = *state;
    struct json_reader reader;
    assert_true(json_reader_init(&reader, &unit_memory));
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct deeds deeds = {0};
        struct slice learner;
        struct json_problem problem;
        if (exchange_read(&reader, &place->arena, slice_of(texts[i]), &learner, &deeds, &problem))
            fail_msg("taken: %s", texts[i]);
    }
    json_reader_free(&reader);
}

/* ---- Several programs */

static void two_at_once(void **state)
{
    enum { EACH = 20 };
    struct place *place = *state;
    struct store store;
    pid_t children[2];
    for (int c = 0; c < 2; c++) {
        children[c] = fork();
        if (children[c])
            continue;
        store_open(&store, place->directory);
        bool good = !store.in_memory;
        for (int i = 0; i < EACH; i++) {
            struct deed deed = attempt("a", T0 + i * 2 + c, true);
            good = store_add(&store, &deed) && good;
        }
        store_close(&store);
        _exit(good && store_trouble(&store) == STORE_FINE ? 0 : 1);
    }
    for (int c = 0; c < 2; c++) {
        int status;
        waitpid(children[c], &status, 0);
        assert_int_equal(status, 0);
    }
    store_open(&store, place->directory);
    struct record record;
    store_record(&store, &place->arena, S("a"), &record);
    assert_int_equal(record.attempts, 2 * EACH);
    assert_int_equal(count_deeds(place, &store), 2 * EACH);
    store_close(&store);
}

/* However early or late it is killed: every event is there whole, and the record fits them. */
static void killed_while_saving(void **state)
{
    struct place *place = *state;
    struct store store;
    struct record record;
    for (int round = 0; round < 12; round++) {
        pid_t child = fork();
        if (!child) {
            store_open(&store, place->directory);
            for (int i = 0;; i++) {
                struct deed deed = attempt("a", T0 + round * 10000 + i, i & 1);
                store_add(&store, &deed);
            }
        }
        nanosleep(&(struct timespec){0, 3000000L + round * 2700000L}, NULL);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        store_open(&store, place->directory);
        assert_int_equal(store_trouble(&store), STORE_FINE);
        store_record(&store, &place->arena, S("a"), &record);
        assert_int_equal(record.attempts, count_deeds(place, &store));
        store_close(&store);
    }
}

/* A lock that another program holds on and on: what is done meanwhile is saved when it ends. */
static void held_by_another(void **state)
{
    struct place *place = *state;
    struct store store;
    struct deed deed = attempt("a", T0, true);
    sqlite3 *other;
    store_open(&store, place->directory);
    sqlite3_open(place->file, &other);
    assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
    assert_true(store_add(&store, &deed));
    assert_int_equal(store_trouble(&store), STORE_NOT_SAVED);
    assert_int_equal(count_deeds(place, &store), 1);
    sqlite3_exec(other, "COMMIT", NULL, NULL, NULL);
    sqlite3_close(other);
    store_close(&store);
    assert_int_equal(store_trouble(&store), STORE_FINE);
    store_open(&store, place->directory);
    assert_int_equal(count_deeds(place, &store), 1);
    store_close(&store);
}

/* ---- Disks and files */

/* No file may grow beyond so many bytes: what was saved stays, the rest goes on in memory, and is
 * saved when there is room again. */
static void full_disk(void **state)
{
    struct place *place = *state;
    pid_t child = fork();
    if (!child) {
        struct store store;
        struct rlimit limit;
        struct deed deed = attempt("a", T0, true);
        signal(SIGXFSZ, SIG_IGN);
        store_open(&store, place->directory);
        bool good = store_add(&store, &deed);
        getrlimit(RLIMIT_FSIZE, &limit);
        rlim_t most = limit.rlim_cur;
        limit.rlim_cur = 4096;
        setrlimit(RLIMIT_FSIZE, &limit);
        deed.at++;
        good = store_add(&store, &deed) && good && store_trouble(&store) == STORE_NOT_SAVED;
        deed.at++;
        good = store_add(&store, &deed) && good && count_deeds(place, &store) == 3;
        limit.rlim_cur = most;
        setrlimit(RLIMIT_FSIZE, &limit);
        store_close(&store);
        _exit(good && store_trouble(&store) == STORE_FINE ? 0 : 1);
    }
    int status;
    struct store store;
    waitpid(child, &status, 0);
    assert_int_equal(status, 0);
    store_open(&store, place->directory);
    assert_int_equal(count_deeds(place, &store), 3);
    store_close(&store);
}

static void may_only_be_read(void **state)
{
    struct place *place = *state;
    struct store store;
    struct record record;
    struct deed deed = attempt("a", T0, true);
    if (geteuid() == 0)
        skip();
    store_open(&store, place->directory);
    store_add(&store, &deed);
    store_close(&store);
    chmod(place->file, 0400);
    chmod(place->directory, 0500);
    store_open(&store, place->directory);
    assert_int_equal(store_trouble(&store), STORE_READ_ONLY);
    store_record(&store, &place->arena, S("a"), &record);
    assert_int_equal(record.state, RECORD_SOLVED);
    deed.at++;
    assert_true(store_add(&store, &deed));
    assert_int_equal(count_deeds(place, &store), 2);
    store_close(&store);
}

static void no_directory_can_be_made(void **state)
{
    struct place *place = *state;
    struct store store;
    struct deed deed = attempt("a", T0, true);
    char path[400];
    close(open(place->file, O_CREAT | O_WRONLY, 0600));
    snprintf(path, sizeof path, "%s/below", place->file);
    store_open(&store, path);
    assert_int_equal(store_trouble(&store), STORE_UNUSABLE);
    assert_true(store.why[0]);
    assert_true(store_add(&store, &deed));
    assert_int_equal(count_deeds(place, &store), 1);
    store_close(&store);
}

static void write_file(const char *path, const char *text, size_t len)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

static void broken_is_put_aside(void **state)
{
    static const char noise[] = "This is no database, but somebody may want it all the same.";
    struct place *place = *state;
    struct store store;
    struct deed deed = attempt("a", T0, true);
    for (int i = 1; i <= 2; i++) {
        char aside[320], text[sizeof noise] = {0};
        write_file(place->file, noise, sizeof noise);
        store_open(&store, place->directory);
        snprintf(aside, sizeof aside, "%s.broken-%d", place->file, i);
        assert_string_equal(store.aside, aside);
        assert_int_equal(store_trouble(&store), STORE_SET_ASIDE);
        assert_true(store_add(&store, &deed));
        store_close(&store);
        FILE *file = fopen(aside, "rb");
        assert_non_null(file);
        assert_int_equal(fread(text, 1, sizeof text, file), sizeof text);
        fclose(file);
        assert_string_equal(text, noise);
    }
    store_open(&store, place->directory);
    assert_int_equal(count_deeds(place, &store), 1);
    store_close(&store);
}

/* A file that breaks anywhere in its middle neither ends the program nor hangs it. */
static void broken_inside(void **state)
{
    struct place *place = *state;
    struct store store;
    struct stat status;
    store_open(&store, place->directory);
    for (int i = 0; i < 40; i++) {
        struct deed deed = attempt("a/long-enough-to-fill-pages", T0 + i, true);
        store_add(&store, &deed);
    }
    store_close(&store);
    assert_int_equal(stat(place->file, &status), 0);
    size_t len = (size_t)status.st_size;
    char *whole = malloc(len), *hurt = malloc(len);
    FILE *file = fopen(place->file, "rb");
    assert_true(whole && hurt && file);
    assert_int_equal(fread(whole, 1, len, file), len);
    fclose(file);
    for (size_t at = 0; at < len; at += 509) {
        struct deed deed = attempt("b", T0, true);
        struct records records = {0};
        memcpy(hurt, whole, len);
        memset(hurt + at, 0xA5, len - at < 64 ? len - at : 64);
        write_file(place->file, hurt, len);
        store_open(&store, place->directory);
        store_records(&store, &place->arena, &records);
        assert_true(store_add(&store, &deed));
        store_close(&store);
    }
    free(whole);
    free(hurt);
}

static void newer_is_left_alone(void **state)
{
    struct place *place = *state;
    struct store store;
    struct deed deed = attempt("a", T0, true);
    sqlite3 *db;
    sqlite3_open(place->file, &db);
    sqlite3_exec(db, "CREATE TABLE other(x); PRAGMA user_version=99", NULL, NULL, NULL);
    sqlite3_close(db);
    store_open(&store, place->directory);
    assert_int_equal(store_trouble(&store), STORE_NEWER);
    assert_true(store_add(&store, &deed));
    store_close(&store);
    sqlite3_open(place->file, &db);
    assert_int_equal(sqlite3_exec(db, "SELECT x FROM other", NULL, NULL, NULL), SQLITE_OK);
    assert_int_not_equal(sqlite3_exec(db, "SELECT * FROM event", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

/* ---- Memory: every n-th allocation of SQLite's fails once */

static sqlite3_mem_methods real_memory;
static long until_failure = -1;

static void *failing(int size)
{
    if (until_failure >= 0 && until_failure-- == 0)
        return NULL;
    return real_memory.xMalloc(size);
}

static void *failing_again(void *at, int size)
{
    if (until_failure >= 0 && until_failure-- == 0)
        return NULL;
    return real_memory.xRealloc(at, size);
}

static void without_memory(void **state)
{
    struct place *place = *state;
    struct store store;
    bool failed = true;
    int n = 0;
    for (; failed && n < 3000; n += n < 300 ? 3 : 37) {
        struct deed deed = attempt("a", T0 + n, true);
        struct record record;
        until_failure = n;
        store_open(&store, place->directory);
        store_add(&store, &deed);
        store_record(&store, &place->arena, S("a"), &record);
        store_learner(&store, &place->arena);
        failed = until_failure < 0;
        until_failure = -1;
        store_close(&store);
    }
    assert_true(n > 100);
    store_open(&store, place->directory);
    assert_int_equal(store_trouble(&store), STORE_FINE);
    struct record record;
    store_record(&store, &place->arena, S("a"), &record);
    assert_int_equal(record.attempts, count_deeds(place, &store));
    store_close(&store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_tell_how_it_stands),
        cmocka_unit_test(rounds_are_told_apart),
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_place, close_place)
        TEST(kept_from_one_to_the_next),
        TEST(a_record_is_all_of_its_events),
        TEST(a_reset_can_be_taken_back),
        TEST(drafts_go_with_their_exercise),
        TEST(exported_and_imported),
        TEST(what_is_no_progress_is_refused),
        TEST(two_at_once),
        TEST(killed_while_saving),
        TEST(held_by_another),
        TEST(full_disk),
        TEST(may_only_be_read),
        TEST(no_directory_can_be_made),
        TEST(broken_is_put_aside),
        TEST(broken_inside),
        TEST(newer_is_left_alone),
        TEST(without_memory),
#undef TEST
    };
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real_memory);
    sqlite3_mem_methods methods = real_memory;
    methods.xMalloc = failing;
    methods.xRealloc = failing_again;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
