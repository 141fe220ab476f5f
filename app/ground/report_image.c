/* An image by itself, as text: what it runs with nothing typed, its pair, the forms that the pair
 * could have, who can change what, its other settings, warnings and notes. See report.h.
 *
 * In: a question whose line is the bare `docker run IMAGE`, and its answer. Out: lines. */
#include "app/ground/report.h"

enum { INSET = 2, NAME_COLUMN = 15, GRID_COLUMN = 20, CELL_COLUMN = 32, PLACE_COLUMN = 40 };

/* Opens a row: a name, and what stands behind it. */
static void open_row(struct report *report, struct slice name)
{
    report_line(report, REPORT_TEXT, NAME_COLUMN);
    report_pad(report, INSET, INSET);
    report_add(report, ROLE_LABEL, name);
    report_pad(report, NAME_COLUMN, 1);
}

static void add_words(struct report *report, enum role role, const struct args *words)
{
    for (size_t i = 0; i < words->len; i++) {
        report_add(report, ROLE_PLAIN, i ? S(" ") : S(""));
        report_add(report, role, report_shell_word(report, words->at[i].text));
    }
}

/* ---- The pair */

static struct slice form_name(struct report *report, enum form form)
{
    enum words_id id = form == FORM_NONE   ? WORDS_FORM_NONE
                       : form == FORM_EXEC ? WORDS_FORM_EXEC
                                           : WORDS_FORM_SHELL;
    return words_say(report->arena, id, NULL);
}

static void put_command(struct report *report, const struct report_view *view, struct slice name,
                        enum role role, const struct command_list *list)
{
    open_row(report, name);
    if (!list->words.len) {
        report_add(report, ROLE_FAINT, words_say(report->arena, WORDS_LABEL_NONE, NULL));
        return;
    }
    struct place place = place_of(view->places, list->at);
    add_words(report, role, &list->words);
    report_pad(report, PLACE_COLUMN, 3);
    report_add(report, ROLE_FAINT, report_place(report, &place));
}

static void report_pair(struct report *report, const struct report_view *view)
{
    const struct image_config *config = &view->answer->config;
    const struct words_args args = {.word = form_name(report, config->entrypoint.form),
                                    .other = form_name(report, config->cmd.form)};
    struct slice title = words_say(report->arena, WORDS_TITLE_PAIR, NULL);
    report_gap(report);
    report_line(report, REPORT_TEXT, 0);
    report_add(
        report, ROLE_TITLE,
        TEXT(report->arena, title, S(": "), words_say(report->arena, WORDS_FORM_PAIR, &args)));
    put_command(report, view, S("ENTRYPOINT"), ROLE_ENTRYPOINT, &config->entrypoint);
    put_command(report, view, S("CMD"), ROLE_CMD, &config->cmd);
}

/* ---- The nine forms */

static void put_cell(struct report *report, const struct grid_cell *cell)
{
    if (!cell->argv_len)
        report_add(report, ROLE_FAINT, words_say(report->arena, WORDS_GRID_NOTHING, NULL));
    for (size_t i = 0; i < cell->argv_len; i++) {
        enum role role = cell->argv[i].from == WORD_ENTRYPOINT ? ROLE_ENTRYPOINT
                         : cell->argv[i].from == WORD_CMD      ? ROLE_CMD
                                                               : ROLE_SHELL;
        report_add(report, ROLE_PLAIN, i ? S(" ") : S(""));
        report_add(report, role, report_shell_word(report, cell->argv[i].arg.text));
    }
}

void report_grid(struct report *report, const struct report_view *view)
{
    static const enum words_id rows[] = {WORDS_GRID_NO_ENTRYPOINT, WORDS_GRID_EXEC_ENTRYPOINT,
                                         WORDS_GRID_SHELL_ENTRYPOINT};
    static const enum words_id columns[] = {WORDS_GRID_NO_CMD, WORDS_GRID_EXEC_CMD,
                                            WORDS_GRID_SHELL_CMD};
    struct grid grid;
    grid_of(report->arena, &view->answer->config, &grid);
    report_title(report, WORDS_TITLE_GRID);
    for (unsigned row = 0; row < 3; row++)
        for (unsigned column = 0; column < 3; column++) {
            bool here = row == grid.entrypoint && column == grid.cmd;
            report_line(report, REPORT_TEXT, CELL_COLUMN);
            report_add(report, ROLE_CARET, here ? S("> ") : S("  "));
            report_add(report, ROLE_LABEL,
                       column ? S("") : words_say(report->arena, rows[row], NULL));
            report_pad(report, GRID_COLUMN, 1);
            report_add(report, ROLE_PLAIN, words_say(report->arena, columns[column], NULL));
            report_pad(report, CELL_COLUMN, 1);
            put_cell(report, &grid.cell[row][column]);
        }
}

/* ---- Its other settings, in Docker's names */

static void put_value(struct report *report, const char *name, struct slice value)
{
    if (!value.len)
        return;
    open_row(report, slice_of(name));
    report_add(report, ROLE_PLAIN, value);
}

/* A list, a row a value. */
static void put_list(struct report *report, const char *name, const struct args *list)
{
    for (size_t i = 0; i < list->len; i++) {
        open_row(report, i ? S("") : slice_of(name));
        report_add(report, ROLE_PLAIN, list->at[i].text);
    }
}

static void put_map(struct report *report, const char *name, const struct string_map *map,
                    bool has_values)
{
    for (size_t i = 0; map && i < map->len; i++) {
        open_row(report, i ? S("") : slice_of(name));
        report_add(report, ROLE_PLAIN, map->at[i].key.text);
        if (has_values) {
            report_add(report, ROLE_FAINT, S("="));
            report_add(report, ROLE_PLAIN, map->at[i].value.text);
        }
    }
}

static void report_config(struct report *report, const struct report_view *view)
{
    const struct image_config *config = &view->answer->config;
    report_title(report, WORDS_TITLE_CONFIG);
    put_value(report, "User", config->user.text);
    put_value(report, "WorkingDir", config->working_dir.text);
    put_value(report, "StopSignal", config->stop_signal.text);
    if (config->shell.len) {
        open_row(report, S("Shell"));
        add_words(report, ROLE_SHELL, &config->shell);
    }
    put_list(report, "Env", &config->env.entries);
    put_map(report, "ExposedPorts", config->exposed_ports, false);
    put_map(report, "Volumes", config->volumes, false);
    put_map(report, "Labels", config->labels, true);
    put_list(report, "OnBuild", &config->on_build);
    if (config->healthcheck && config->healthcheck->test.len) {
        open_row(report, S("Healthcheck"));
        add_words(report, ROLE_PLAIN, &config->healthcheck->test);
    }
}

void report_image(struct report *report, const struct report_view *view)
{
    const struct answer *answer = view->answer;
    if (!answer->has_config) {
        report_answer(report, view);
        return;
    }
    if (answer->has_plan) {
        report_vector(report, answer->plan.argv, answer->plan.argv_len);
        report_gap(report);
        report_surface(report, view);
    }
    report_pair(report, view);
    report_grid(report, view);
    report_config(report, view);
    report_gap(report);
    report_basis(report, view);
    report_warnings(report, view, false);
    report_notes(report, view, NULL);
    report_steps(report, view);
    while (report->len && !report->at[report->len - 1].len)
        report->len--;
}
