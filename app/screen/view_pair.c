/* The pair: ENTRYPOINT and CMD of the image and the words of the line, a row a word, and what
 * became of each list. In: the shown answer. Out: rows. See view_inside.h.
 *
 * Where the rows do not suffice the words of a list stand in one row, quoted. */
#include "app/screen/view_inside.h"

#include "app/ground/cluster.h"

enum { WORD_COLUMN = 6, PLACE_COLUMN = 13 };

/* A list as it is shown. */
struct shown_list {
    struct slice name, place;
    const struct args *words;
    uint32_t shell_words;
    char letter;
    enum role role;
    enum words_id status; /* WORDS_COUNT: nothing is said */
};

/* A word as it stands, unless one could not tell where it ends. */
static struct slice word_text(struct report *report, struct slice word)
{
    bool plain =
        word.len && word.at[0] != ' ' && word.at[word.len - 1] != ' ' && !slice_has(word, '\n');
    return plain ? report_visible(report, word) : report_shell_word(report, word);
}

static bool is_gone(const struct shown_list *list)
{
    return list->status == WORDS_PAIR_REPLACED || list->status == WORDS_PAIR_DROPPED;
}

static void open_word(struct report *report, char letter, enum role role)
{
    static const char letters[] = "ECROS-";
    report_line(report, REPORT_TEXT, WORD_COLUMN);
    report_pad(report, 3, 3);
    report_add(report, role, (struct slice){strchr(letters, letter), 1});
    report_pad(report, WORD_COLUMN, 1);
}

static void add_words(struct report *report, const struct shown_list *list, bool compact)
{
    enum { MOST = 200 }; /* more words than the part can show */
    char before = 0;
    for (size_t i = 0; i < list->words->len && i < MOST; i++) {
        bool shell = i < list->shell_words;
        char letter = is_gone(list) ? '-' : shell ? 'S' : list->letter;
        enum role role = is_gone(list) ? ROLE_GONE : shell ? ROLE_SHELL : list->role;
        struct slice word = list->words->at[i].text;
        if (compact && letter == before)
            report_add(report, ROLE_PLAIN, S(" "));
        else
            open_word(report, letter, role);
        report_add(report, role,
                   compact ? report_shell_word(report, word) : word_text(report, word));
        before = letter;
    }
}

static void add_list(struct view *view, struct report *report, const struct shown_list *list,
                     bool compact)
{
    report_line(report, REPORT_TEXT, PLACE_COLUMN);
    report_pad(report, 1, 1);
    report_add(report, ROLE_LABEL, list->name);
    if (list->place.len) {
        report_pad(report, PLACE_COLUMN, 2);
        report_add(report, ROLE_FAINT, list->place);
    }
    if (list->status != WORDS_COUNT) {
        struct slice status = view_say(view, list->status, NULL);
        unsigned columns = text_columns(status);
        report_pad(report, report->columns > columns ? report->columns - columns : 0, 2);
        report_add(report, ROLE_PLAIN, status);
    }
    add_words(report, list, compact);
}

/* "line 4", "from postgres", or none. */
static struct slice place_text(struct view *view, struct report *report,
                               const struct command_list *list)
{
    struct evaluation *shown = view->session->shown;
    if (!list->words.len)
        return view_say(view, WORDS_LABEL_NONE, NULL);
    struct place place = place_of(&shown->places, list->at);
    const struct words_args args = {.line = place.line};
    if (place.source == SOURCE_DOCKERFILE && place.line)
        return view_say(view, WORDS_VIEW_AT_LINE, &args);
    return report_place(report, &place);
}

/* What the line does to a list of the image. */
static enum words_id status_of(const struct answer *answer, bool entrypoint, size_t words)
{
    const struct run_request *request = &answer->request;
    if (!words || !answer->has_request || answer->no_container)
        return WORDS_COUNT;
    if (request->verb == VERB_EXEC)
        return WORDS_PAIR_DROPPED;
    if (request->entrypoint.set)
        return entrypoint && request->entrypoint.len && request->entrypoint.at[0].text.len
                   ? WORDS_PAIR_REPLACED
                   : WORDS_PAIR_DROPPED;
    return !entrypoint && request->cmd.len ? WORDS_PAIR_REPLACED : WORDS_PAIR_STAYS;
}

static void add_image(struct view *view, struct report *report, bool compact)
{
    const struct answer *answer = &view->session->shown->answer;
    const struct command_list *entrypoint = &answer->config.entrypoint;
    const struct command_list *cmd = &answer->config.cmd;
    const struct command_list *gone = &answer->config.dropped_cmd;
    struct shown_list lists[] = {
        {S("ENTRYPOINT"), place_text(view, report, entrypoint), &entrypoint->words,
         entrypoint->shell_words, 'E', ROLE_ENTRYPOINT,
         status_of(answer, true, entrypoint->words.len)},
        {S("CMD"), place_text(view, report, cmd), &cmd->words, cmd->shell_words, 'C', ROLE_CMD,
         status_of(answer, false, cmd->words.len)},
    };
    if (!cmd->words.len && gone->words.len) /* an ENTRYPOINT of its own put it out of force */
        lists[1] = (struct shown_list){
            S("CMD"),          place_text(view, report, gone), &gone->words, 0, 'C', ROLE_CMD,
            WORDS_PAIR_DROPPED};
    add_list(view, report, &lists[0], compact);
    add_list(view, report, &lists[1], compact);
}

static void add_line(struct view *view, struct report *report, bool compact)
{
    const struct answer *answer = &view->session->shown->answer;
    const struct run_request *request = &answer->request;
    if (!answer->has_request || answer->no_container)
        return;
    const struct shown_list option = {S("--entrypoint"), {0},        &request->entrypoint, 0, 'O',
                                      ROLE_OPTION,       WORDS_COUNT};
    const struct shown_list typed = {
        view_say(view, WORDS_PAIR_YOURS, NULL), {0}, &request->cmd, 0, 'R', ROLE_RUN, WORDS_COUNT};
    if (request->entrypoint.set)
        add_list(view, report, &option, compact);
    if (request->cmd.len)
        add_list(view, report, &typed, compact);
}

/* What stands there without a pair. */
static void add_none(struct view *view, struct report *report)
{
    const struct answer *answer = &view->session->shown->answer;
    enum words_id id = view_hides(view)                       ? WORDS_VIEW_HIDDEN
                       : answer->failure.stage == STAGE_BUILD ? WORDS_VIEW_PAIR_FAILED
                                                              : WORDS_VIEW_PAIR_UNKNOWN;
    report_text(report, ROLE_FAINT, 1, view_say(view, id, NULL));
}

static struct report pair_report(struct view *view, int columns, bool compact)
{
    struct report report = view_report(view, columns);
    if (view_hides(view) || !view->session->shown->answer.has_config) {
        add_none(view, &report);
    } else {
        add_image(view, &report, compact);
        add_line(view, &report, compact);
    }
    return report;
}

struct slice view_pair_title(struct view *view)
{
    const struct answer *answer = &view->session->shown->answer;
    struct slice title = view_say(view, WORDS_TITLE_PAIR, NULL);
    static const enum words_id forms[] = {WORDS_FORM_NONE, WORDS_FORM_EXEC, WORDS_FORM_SHELL};
    if (!answer->has_config || view_hides(view))
        return title;
    if (view->session->stale && view->session->learning) /* no other part says so */
        return view_say(view, WORDS_VIEW_PAIR_OLD, NULL);
    const struct command_list *entrypoint = &answer->config.entrypoint, *cmd = &answer->config.cmd;
    const struct words_args args = {
        .word = view_say(view, forms[entrypoint->words.len ? entrypoint->form : FORM_NONE], NULL),
        .other = view_say(view, forms[cmd->words.len ? cmd->form : FORM_NONE], NULL)};
    return TEXT(view_arena(view), title, S(": "), view_say(view, WORDS_FORM_PAIR, &args));
}

int view_pair_rows(struct view *view, int columns, bool compact)
{
    struct report report = pair_report(view, columns, compact);
    return view_text(view, (struct area){0, 0, 0, columns}, &report, 0, 0);
}

void view_pair(struct view *view, struct area area)
{
    unsigned how = view->session->stale ? TEXT_OLD : 0;
    struct area nothing = {area.row, area.col, 0, area.cols};
    struct report report = pair_report(view, area.cols, false);
    int rows = view_text(view, nothing, &report, 0, how);
    if (rows > area.rows) {
        report = pair_report(view, area.cols, true);
        rows = view_text(view, nothing, &report, 0, how);
    }
    if (rows <= area.rows || area.rows < 2) {
        view_text(view, area, &report, 0, how);
        return;
    }
    view_text(view, area_rows(area, 0, area.rows - 1), &report, 0, how);
    view_put(view, area, area.rows - 1, 3, view_say(view, WORDS_VIEW_MORE, NULL), ROLE_FAINT);
}
