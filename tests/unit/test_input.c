/* Bytes of terminals as events: known sequences, whole, in pieces and cut off; anything at all
 * never leaves a sequence's rest as text. */
#include "tests/unit/unit.h"

#include "app/screen/clipboard.h"
#include "app/screen/input.h"

static const struct {
    const char *bytes;
    uint32_t key;
} sequences[] = {
    {"a", 'a'},
    {"\x07", CONTROL('G')},
    {"\x7F", KEYS_ERASE},
    {"\xC3\xA9", 0xE9},
    {"\xF0\x9F\x98\x80", 0x1F600},
    {"\xFF", KEYS_BYTE + 0xFF},
    {"\033", KEYS_ESC},
    {"\033b", META('b')},
    {"\033\xC3\xA9", 0xE9 | KEYS_ALT},
    {"\033[A", KEYS_UP},
    {"\033OA", KEYS_UP},
    {"\033[1;5D", KEYS_LEFT | KEYS_CTRL},
    {"\033[1;2C", KEYS_RIGHT | KEYS_SHIFT},
    {"\033[1;3A", KEYS_UP | KEYS_ALT},
    {"\033[3~", KEYS_DELETE},
    {"\033[3;5~", KEYS_DELETE | KEYS_CTRL},
    {"\033[7^", KEYS_HOME | KEYS_CTRL},
    {"\033[H", KEYS_HOME},
    {"\033[4~", KEYS_END},
    {"\033[Z", KEYS_BACKTAB},
    {"\033OP", KEYS_F1},
    {"\033[[B", KEYS_F1 + 1},
    {"\033[24~", KEYS_F12},
    {"\033[15;2~", (KEYS_F1 + 4) | KEYS_SHIFT},
    {"\033Od", KEYS_LEFT | KEYS_CTRL},
    {"\033OM", KEYS_ENTER},
    {"\033Oq", '1'},
    {"\033[99~", KEYS_OTHER},
    {"\033[5;9X", KEYS_OTHER},
    {"\033[", META('[')},
    {"\033O", META('O')},
    {"\033]", META(']')},
    {"\033[<0;5;3M", KEYS_CLICK},
    {"\033[<64;5;3M", KEYS_WHEEL_UP},
    {"\033[M !!", KEYS_CLICK},
    {"\033?x", 'T'}, /* known to the terminal database alone */
};

/* A database that knows ESC ? x. */
static uint32_t look_up(const void *context, const char *sequence)
{
    (void)context;
    if (strcmp(sequence, "\033?x") == 0)
        return KEYS_F1 + 100;
    return strcmp(sequence, "\033?") == 0 || strcmp(sequence, "\033") == 0 ? KEYS_NAMED : 0;
}

/* The only event of some bytes that come in pieces of the given size. */
static struct event only_event(struct input *input, const char *bytes, size_t piece)
{
    struct event event = {0}, more;
    size_t len = strlen(bytes);
    enum input_state state = INPUT_EMPTY;
    for (size_t at = 0; at < len; at += piece) {
        if (state == INPUT_EVENT)
            fail_msg("an event before all of \"%s\" is there", bytes + 1);
        assert_true(input_feed(input, bytes + at, piece < len - at ? piece : len - at));
        state = input_next(input, false, &event);
    }
    if (state != INPUT_EVENT)
        state = input_next(input, true, &event);
    assert_int_equal(state, INPUT_EVENT);
    assert_int_equal(input_next(input, true, &more), INPUT_EMPTY);
    return event;
}

static void sequence_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++) {
        for (size_t piece = 1; piece < 8; piece += 6) {
            struct input input = {.lookup = look_up};
            uint32_t wanted = sequences[i].key == 'T' ? KEYS_F1 + 100 : sequences[i].key;
            struct event event = only_event(&input, sequences[i].bytes, piece);
            if (event.key != wanted)
                fail_msg("%s in pieces of %zu: %x", sequences[i].bytes + 1, piece,
                         (unsigned)event.key);
            if (wanted == KEYS_CLICK)
                assert_true(event.row >= 0 && event.row <= 2 && event.col >= 0 && event.col <= 4);
            else
                assert_slice("bytes", event.bytes, slice_of(sequences[i].bytes));
            input_free(&input);
        }
    }
}

static const struct {
    struct slice bytes;
    const char *events; /* keys as they are, P(…) a paste, O another key, C a click, E escape */
} streams[] = {
    {S_INIT("ab\033[Ac"), "abUc"},
    {S_INIT("\033[200~x\r\ny\rz\033[201~q"), "P(x\ny\nz)q"},
    {S_INIT("\033[200~\033[A\003\033[201~"), "P(\033[A\003)"},
    {S_INIT("\033[200~\033[201~a"), "P()a"},
    {S_INIT("\033[200~never ended"), "P(never ended)"},
    {S_INIT("\033[201~a"), "a"},
    {S_INIT("\033]11;rgb:00/00/00\007a"), "a"},
    {S_INIT("\033]11;rgb:00/00/00\033\\a"), "a"},
    {S_INIT("\033[<0;5;3mq"), "q"}, /* a button is released */
    {S_INIT("\033\033[A"), "EU"},
    {S_INIT("\033[12;34;56;78;90zq"), "Oq"},
    {S_INIT("\033[1;5\003q"), "O\003q"}, /* broken off by a control character */
    {S_INIT("\xC3q"), "?q"},
    {S_INIT("\xE6\xBC\xA2\xE6\xBC"), "??\?"},
};

static void stream_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof streams / sizeof *streams; i++) {
        for (size_t piece = 1; piece < 100; piece += 98) {
            struct input input = {0};
            char is[64];
            size_t n = 0;
            struct slice rest = streams[i].bytes;
            while (n < sizeof is - 32) {
                struct event event;
                enum input_state next = input_next(&input, !rest.len, &event);
                if (next == INPUT_EVENT && event.key == KEYS_PASTE)
                    n += (size_t)snprintf(is + n, 32, "P(%.*s)", (int)event.bytes.len,
                                          event.bytes.at);
                else if (next == INPUT_EVENT)
                    is[n++] = event.key == KEYS_UP      ? 'U'
                              : event.key == KEYS_OTHER ? 'O'
                              : event.key == KEYS_ESC   ? 'E'
                              : event.key < 0x80        ? (char)event.key
                                                        : '?';
                else if (!rest.len)
                    break;
                else {
                    assert_true(input_feed(&input, rest.at, piece < rest.len ? piece : rest.len));
                    rest = slice_after(rest, piece);
                }
            }
            assert_slice(streams[i].events, (struct slice){is, n}, slice_of(streams[i].events));
            input_free(&input);
        }
    }
}

/* Random bytes: every event ends, nothing is left over. */
static void random_bytes(void **state)
{
    static const char some[] = "\033\033[[]O0;1~AMm<\007\\2001\xC3\xA9\xF0q";
    struct input input = {.lookup = look_up};
    unsigned random = 3;
    (void)state;
    for (int round = 0; round < 20000; round++) {
        char bytes[8];
        struct event event;
        random = random * 1664525u + 1013904223u;
        size_t n = (random >> 28) % 8;
        for (size_t i = 0; i < n; i++) {
            random = random * 1664525u + 1013904223u;
            bytes[i] = some[(random >> 16) % (sizeof some - 1)];
        }
        assert_true(input_feed(&input, bytes, n));
        while (input_next(&input, round % 3 == 0, &event) == INPUT_EVENT)
            continue;
    }
    struct event event;
    while (input_next(&input, true, &event) != INPUT_EMPTY)
        continue;
    assert_int_equal(input.head, input.len);
    input_free(&input);
}

static void clipboard(void **state)
{
    static const struct {
        const char *text, *sequence;
    } rows[] = {
        {"", "\033]52;c;\007"},
        {"a", "\033]52;c;YQ==\007"},
        {"ab", "\033]52;c;YWI=\007"},
        {"abc", "\033]52;c;YWJj\007"},
        {"\xFF\xFE?>", "\033]52;c;//4/Pg==\007"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t len;
        char *sequence = clipboard_sequence(slice_of(rows[i].text), &len);
        assert_non_null(sequence);
        assert_slice(rows[i].text, (struct slice){sequence, len}, slice_of(rows[i].sequence));
        free(sequence);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sequence_rows),
        cmocka_unit_test(stream_rows),
        cmocka_unit_test(random_bytes),
        cmocka_unit_test(clipboard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
