/* The session's sentences. In: ids and values. Out: one printable line. See say.h.
 *
 * A template names values as {file}, {why} and {n}; with {s} a plural s stands where the number is
 * not one. Where {file} is empty the row's second template is taken. */
#include "app/session/say.h"

#include "app/ground/cluster.h"

struct say_row {
    const char *text, *without_file;
};

enum { FILE_COLUMNS = 60, WHY_COLUMNS = 240 };

static const struct say_row rows[SAY_COUNT] = {
    [SAY_NO_MEMORY] = {"there is no memory for this", 0},
    [SAY_TEXT_FULL] = {"not taken: the text is as long as it can be", 0},
    [SAY_LINE_FULL] = {"not taken: the line is as long as it can be", 0},
    [SAY_OPENED] = {"opened {file}, {n} line{s}", 0},
    [SAY_SAVED] = {"saved {file}, {n} line{s}", 0},
    [SAY_NEW_FILE] = {"{file} is new: saving makes it", 0},
    [SAY_NOT_OPENED] = {"{file} was not opened: {why}", 0},
    [SAY_NOT_SAVED] = {"{file} was not saved: {why}. The text is still here.", 0},
    [SAY_ASK_OPEN] = {"Open which file?", 0},
    [SAY_ASK_OPEN_KEPT] = {"Open which file? No name brings back the text that was not saved.", 0},
    [SAY_ASK_SAVE_AS] = {"Save under which name?", 0},
    [SAY_ASK_LINE] = {"Which line?", 0},
    [SAY_ASK_OVERWRITE] = {"{file} was changed by somebody else. Overwrite it?", 0},
    [SAY_ASK_REPLACE] = {"{file} exists. Overwrite it?", 0},
    [SAY_ASK_DISCARD] = {"{file} is not saved. Drop what you changed?",
                         "This text is not saved. Drop it?"},
    [SAY_ASK_QUIT] = {"{file} is not saved. Leave all the same?",
                      "This text is not saved. Leave all the same?"},
    [SAY_ASK_QUIT_KEPT] = {"{file} is not saved; it is kept for the next start. Leave?",
                           "This text is not saved; it is kept for the next start. Leave?"},
    [SAY_ASK_LOAD] = {"{file} is not saved. Put the example in place of it?",
                      "This text is not saved. Put the example in place of it?"},
    [SAY_NO_NAME] = {"a name is needed", 0},
    [SAY_NO_NUMBER] = {"the number of a line is needed", 0},
    [SAY_RESTORED] = {"{file}: here is the text that was not saved; undo gives what is saved",
                      "here is the text that was not saved last time"},
    [SAY_PUT_BY] =
        {"text of {file} that was not saved is kept; opening the file brings it back",
         "text that was not saved is kept; opening a file without a name brings it back"},
    [SAY_NOT_KEPT] = {"text that is not saved cannot be kept in {file}: {why}",
                      "text that is not saved cannot be kept: {why}"},
    [SAY_TRIED_NOT_KEPT] = {"the history cannot be kept in {file}: {why}", 0},
    [SAY_NOTHING_TO_UNDO] = {"nothing to take back", 0},
    [SAY_NOTHING_TO_REDO] = {"nothing to do again", 0},
    [SAY_NOT_FOUND] = {"not found: {file}", 0},
    [SAY_NO_STEPS] = {"there is no merge: nothing reaches it", 0},
    [SAY_COMPARE_BEGUN] = {"put aside. Change the Dockerfile or the line, then compare again", 0},
    [SAY_COMPARE_ENDED] = {"the comparison is over", 0},
    [SAY_SHARED_LINE] = {"the command is in the clipboard, if this terminal lets programs copy", 0},
    [SAY_SHARED_BLOCK] = {"the block is in the clipboard, if this terminal lets programs copy", 0},
    [SAY_ASK_WRITE] = {"Write the block to which file?", 0},
    [SAY_WRITTEN] = {"written to {file}; pairing scratch --load reads it", 0},
    [SAY_NOT_WRITTEN] = {"{file} was not written: {why}", 0},
    [SAY_LOADED] = {"loaded the situation in {file}", 0},
    [SAY_NO_BLOCK] = {"this is no situation that was shared: its first line is missing", 0},
    [SAY_BLOCK_NEWER] = {"this was shared by a newer pairing, in format {file}", 0},
    [SAY_BLOCK_BAD] = {"this is no whole situation: line {n} cannot be read", 0},
    [SAY_PREDICT_ON] = {"the result is hidden until you say what runs", 0},
    [SAY_PREDICT_OFF] = {"the result is shown at once again", 0},
    [SAY_PREDICT_NO_LINE] = {"type the line first whose result you want to predict", 0},
    [SAY_PREDICT_EMPTY] = {"say the words that run, or nothing", 0},
    [SAY_PREDICT_OPEN] = {"a quote is not closed", 0},
    [SAY_PREDICT_NOT_JSON] = {"not a JSON array; words with blanks between them do as well", 0},
    [SAY_AS_SHELL_FORM] = {"{file} as it stands: shell form", 0},
    [SAY_AS_FAILURE] = {"as it stands: {why}", 0},
    [SAY_AS_UNKNOWN] = {"as it stands, what runs is not known", 0},
    [SAY_CHECK_PASSES] = {"It holds. Enter goes on.", 0},
    [SAY_CHECK_FAILS] = {"Not yet. ^G h gives a hint, ^G m shows the merge step by step.", 0},
    [SAY_CHECK_SAID] = {"Not yet; what is right stays. ^G h gives a hint.", 0},
    [SAY_NOTHING_TO_CHECK] = {"there is nothing to check yet: write your answer first", 0},
    [SAY_PREDICT_HOW] = {"say the words that run, as in a shell, or: nothing starts", 0},
    [SAY_ORIGIN_HOW] = {"a letter a word: E entrypoint, C cmd, R typed, O --entrypoint, S shell",
                        0},
    [SAY_SORT_HOW] = {"sort it with 1, 2 or 3", 0},
    [SAY_HINT_MORE] = {"^G h again gives the next hint", 0},
    [SAY_HINT_COUNTS] = {"from the second hint on it counts as helped, and comes back tomorrow", 0},
    [SAY_SHOWN] = {"it counts as shown, and comes back tomorrow. Enter goes on.", 0},
    [SAY_NOT_SHOWN] = {"this workshop's plan does not show answers", 0},
    [SAY_NO_FURTHER] = {"there is nothing before this", 0},
    [SAY_REVIEWED] = {"that was all that is due", 0},
    [SAY_THROUGH] = {"the course is through; the lessons stay open", 0},
    [SAY_NOTHING_THERE] = {"there is no such place", 0},
    [SAY_UNUSABLE] = {"its file has a fault: pairing lessons check says which", 0},
    [SAY_LOCKED] = {"this workshop keeps its order: that comes later", 0},
    [SAY_NO_SKIP] = {"this workshop wants this one solved first", 0},
    [SAY_BEGIN] = {"you begin with lesson {n}; ^G l lists them all", 0},
    [SAY_NO_PRACTICE] = {"this lesson has no exercises beside the hour's path", 0},
    [SAY_NOT_DUE] = {"nothing is due for review today", 0},
    [SAY_ASK_GIVEN] = {"{file} is not saved. Put this in place of it?",
                       "The scratchpad's text is not saved. Put this in place of it?"},
    [SAY_ASK_RESET_ONE] = {"Forget what was done of {file}?", 0},
    [SAY_ASK_RESET_ALL] = {"Forget everything that was done? u brings it back.", 0},
    [SAY_RESET_WHICH] = {"the cursor stands on a lesson: choose one of its exercises", 0},
    [SAY_RESET_NOTHING] = {"nothing was done here that could be forgotten", 0},
    [SAY_RESET] = {"{n} step{s} forgotten; u brings them back", 0},
    [SAY_RESET_FAILED] = {"this cannot be written", 0},
    [SAY_RESET_UNDONE] = {"{n} step{s} brought back", 0},
    [SAY_NO_RESET] = {"nothing was forgotten", 0},
    [SAY_DESIGN_TAKEN] = {"these lines stand in the Dockerfile now; undo takes them out", 0},
    [SAY_DESIGN_SAME] = {"the Dockerfile has these lines already", 0},
    [SAY_DESIGN_OLD] = {"not taken: line {n} is no wish yet, and this pair is old", 0},
    [SAY_DESIGN_NONE] = {"not taken: the list gives no pair yet", 0},
    [SAY_DESIGN_OWN] = {"not yet: your own lines are tried here until the exercise has passed", 0},
    [SAY_DESIGN_KIND] = {"design pages belong to exercises in which a pair is made", 0},
};

/* A line being written, of limited size. */
struct writer {
    char *out;
    size_t size, len;
    bool full;
};

static void put(struct writer *writer, const char *at, size_t len)
{
    if (writer->full || len >= writer->size - writer->len) {
        writer->full = true;
        return;
    }
    memcpy(writer->out + writer->len, at, len);
    writer->len += len;
}

/* Text of somebody else's: escapes in place of what must not reach a terminal. */
static void put_printable(struct writer *writer, struct slice text)
{
    char escape[CLUSTER_ESCAPE_SIZE];
    for (size_t i = 0; i < text.len && !writer->full;) {
        struct cluster cluster = cluster_at(text, i);
        if (cluster.kind == CLUSTER_PLAIN)
            put(writer, text.at + i, cluster.len);
        else
            put(writer, escape, cluster_escape(text, i, escape));
        i += cluster.len;
    }
}

static void put_value(struct writer *writer, struct slice value, unsigned columns)
{
    size_t fit = text_fit(value, columns);
    put_printable(writer, slice_first(value, fit));
    if (fit < value.len)
        put(writer, "...", 3);
}

static void put_number(struct writer *writer, uint64_t number)
{
    char digits[20];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while (number /= 10);
    put(writer, digits + at, sizeof digits - at);
}

size_t say(char *out, size_t size, enum say_id id, const struct say_args *args)
{
    static const struct say_args none = {0};
    struct writer writer = {.out = out, .size = size};
    args = args ? args : &none;
    const struct say_row *row = &rows[id];
    struct slice rest =
        slice_of(!args->file.len && row->without_file ? row->without_file : row->text);
    struct slice text, name;
    while (slice_cut(rest, '{', &text, &rest)) {
        put(&writer, text.at, text.len);
        slice_cut(rest, '}', &name, &rest);
        if (slice_equal(name, S("file")))
            put_value(&writer, args->file, FILE_COLUMNS);
        else if (slice_equal(name, S("why")))
            put_value(&writer, args->why, WHY_COLUMNS);
        else if (slice_equal(name, S("n")))
            put_number(&writer, args->number);
        else if (args->number != 1)
            put(&writer, "s", 1);
    }
    put(&writer, text.at, text.len);
    writer.out[writer.len] = '\0';
    return writer.len;
}

size_t say_printable(char *out, size_t size, struct slice text)
{
    struct writer writer = {.out = out, .size = size};
    put_printable(&writer, text);
    writer.out[writer.len] = '\0';
    return writer.len;
}
