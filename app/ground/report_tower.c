/* How an image was built up, as text. See report_tower.h.
 *
 * In: the tower that sim/image/tower found. Out: for each instruction that touches the pair its
 * line, and what ENTRYPOINT and CMD are behind it. SHELL, ENV and WORKDIR are told only where the
 * words that run, or the search for the program, depend on them. */
#include "app/ground/report_tower.h"

#include "app/ground/cluster.h"

enum { TEXT_COLUMN = 5, LABEL_COLUMNS = 12, STATUS_COLUMN = 38, NARROW = 50 };

/* ---- Finding */

/* The first variable of an ENV that counts; empty without one. */
static struct slice variable_of(const struct instruction *env, const struct names *counting)
{
    for (size_t i = 0; i < env->pairs.len; i++)
        if (names_get(counting, env->pairs.at[i].name.text) != NAMES_NONE)
            return env->pairs.at[i].name.text;
    return S("");
}

/* The variables that count: those of a text for a shell, and PATH where the program is looked for
 * there. */
static struct names counting_of(struct report *report, const struct report_tower *found)
{
    const struct exec_plan *plan = &found->bare.answer->plan;
    struct names names = {0};
    if (!found->bare.answer->has_plan)
        return names;
    names = trial_variables(report->arena, trial_script(report->arena, plan->argv, plan->argv_len));
    if (!slice_has(plan->argv[0].arg.text, '/'))
        names_set(report->arena, &names, S("PATH"), 0);
    return names;
}

/* Whether the program is looked for from the working directory. */
static bool is_relative(const struct answer *bare)
{
    struct slice program = bare->has_plan ? bare->plan.argv[0].arg.text : S("");
    return slice_has(program, '/') && *program.at != '/';
}

/* Marks the steps of a floor. A SHELL counts for the shell forms between it and the next one, so
 * this goes from the top down: *waits says whether one waits for its SHELL. */
static void mark(const struct tower_floor *floor, const struct names *counting, bool relative,
                 bool *shows, bool *waits)
{
    for (size_t i = floor->steps.len; i-- > 0;) {
        const struct instruction *instruction = floor->steps.at[i].instruction;
        switch (instruction->keyword) {
        case KEYWORD_SHELL:
            shows[i] = *waits;
            *waits = false;
            break;
        case KEYWORD_ENV: shows[i] = variable_of(instruction, counting).len > 0; break;
        case KEYWORD_WORKDIR: shows[i] = relative; break;
        default: shows[i] = true; *waits = *waits || !instruction->exec_form;
        }
    }
}

/* The floors of the image that a tower stands on, where its Dockerfile is at hand; false: it is
 * not. */
static bool raise_below(struct report *report, const struct report_view *view,
                        const struct tower *tower, const struct text **file, struct tower *below)
{
    const struct tower_floor *ground = &tower->at[0];
    *file = view->file_of && ground->kind == TOWER_IMAGE
                ? view->file_of(view->images, report->arena, ground->name)
                : NULL;
    if (!*file)
        return false;
    const struct build_request request = {
        .dockerfile = *file,
        .bases = view->question->bases ? view->question->bases : &known_bases,
    };
    tower_of(report->arena, &request, below);
    return below->len > 0;
}

/* Puts the floors of Dockerfiles that are at hand in place of the images that they made, down to
 * the one that is known by its metadata alone. */
static void dig(struct report *report, const struct report_view *view, struct report_tower *found)
{
    enum { DEEPEST = 100 };
    struct arena *arena = report->arena;
    struct tower *tower = &found->tower, below;
    const struct text *file;
    found->files = arena_array(arena, const struct text *, tower->len);
    found->images = arena_array(arena, struct slice, tower->len);
    for (size_t i = 0; i < tower->len; i++) {
        found->files[i] = view->question->dockerfile;
        found->images[i] = S("");
    }
    for (int n = 0; n < DEEPEST && raise_below(report, view, tower, &file, &below); n++) {
        size_t under = below.len, len = under + tower->len - 1;
        struct tower_floor *at = arena_array(arena, struct tower_floor, len);
        const struct text **files = arena_array(arena, const struct text *, len);
        struct slice *images = arena_array(arena, struct slice, len);
        for (size_t i = 0; i < len; i++) {
            at[i] = i < under ? below.at[i] : tower->at[i - under + 1];
            files[i] = i < under ? file : found->files[i - under + 1];
            images[i] = i < under ? S("") : found->images[i - under + 1];
        }
        images[under - 1] = tower->at[0].name;
        tower->at = at;
        tower->len = tower->cap = len;
        found->files = files;
        found->images = images;
    }
}

/* The answer may be one about another image than the Dockerfile's: then only metadata is known. */
static void raise(struct report *report, const struct report_view *view, struct tower *tower)
{
    const struct question *question = view->question;
    if (!question->dockerfile || !view->answer->build.config) {
        bool file = view->image_source == IMAGE_GIVEN && !question->dockerfile;
        tower_of_image(report->arena, file && view->image.len ? view->image : trial_image(view),
                       &view->answer->config, tower);
        return;
    }
    const struct build_request request = {
        .dockerfile = question->dockerfile,
        .target = question->target,
        .args = question->build_args,
        .args_len = question->build_args_len,
        .bases = question->bases ? question->bases : &known_bases,
    };
    tower_of(report->arena, &request, tower);
}

bool report_tower_find(struct report *report, const struct report_view *view,
                       struct report_tower *found)
{
    bool waits = false;
    *found = (struct report_tower){.shows = NULL};
    if (!view->answer->has_config)
        return false;
    raise(report, view, &found->tower);
    if (!found->tower.len)
        return false;
    dig(report, view, found);
    found->bare = trial_run(report, view, NULL, NULL);
    found->counting = counting_of(report, found);
    found->shows = arena_array(report->arena, bool *, found->tower.len);
    for (size_t i = found->tower.len; i-- > 0;) {
        const struct tower_floor *floor = &found->tower.at[i];
        found->shows[i] = arena_array(report->arena, bool, floor->steps.len);
        mark(floor, &found->counting, is_relative(found->bare.answer), found->shows[i], &waits);
    }
    return true;
}

/* ---- Lists */

static void add_words(struct report *report, const struct command_list *list, enum role role,
                      bool out)
{
    for (size_t i = 0; i < list->words.len; i++) {
        struct slice word = report_shell_word(report, list->words.at[i].text);
        enum role of = out ? ROLE_GONE : i < list->shell_words ? ROLE_SHELL : role;
        report_add(report, ROLE_PLAIN, i ? S(" ") : S(""));
        report_add(report, of, out ? TEXT(report->arena, S("-"), word, S("-")) : word);
    }
}

/* Where the names of lists stand. */
static unsigned name_column(const struct report *report)
{
    return report->columns && report->columns < NARROW ? 2 : TEXT_COLUMN;
}

/* Appends what is to be said at the right, or below where it does not fit into the row. */
static void add_status(struct report *report, unsigned indent, struct slice status)
{
    const struct report_line *line = &report->at[report->len - 1];
    unsigned used = 0;
    for (size_t i = 0; i < line->len; i++)
        used += text_columns(line->at[i].text);
    unsigned columns = text_columns(status);
    unsigned from = used + 3 > STATUS_COLUMN ? used + 3 : STATUS_COLUMN;
    if (!columns)
        return;
    if (report->columns && from + columns > report->columns)
        from = used + 3; /* out of line rather than below */
    if (report->columns && from + columns > report->columns) {
        report_line(report, REPORT_TEXT, indent);
        report_pad(report, indent, 0);
    } else {
        report_pad(report, from, 0);
    }
    report_add(report, ROLE_PLAIN, status);
}

/* "   CMD   words   status". Words of a list that went stand between dashes. */
static void put_list(struct report *report, struct slice name, enum role role,
                     const struct command_list *list, bool out, struct slice status)
{
    unsigned column = name_column(report), words = column + LABEL_COLUMNS;
    report_line(report, REPORT_TEXT, words);
    report_pad(report, column, column);
    report_add(report, ROLE_LABEL, name);
    report_pad(report, words, 1);
    if (list->words.len)
        add_words(report, list, role, out);
    else
        report_add(report, ROLE_FAINT, report_say(report, WORDS_LABEL_NONE, NULL));
    add_status(report, words, status);
}

static uint32_t line_of(const struct report_view *view, const struct command_list *list)
{
    struct place place = place_of(view->places, list->at);
    return place.source == SOURCE_DOCKERFILE ? place.line : 0;
}

/* What a step made of a list, in words. own: the one before is of this floor. */
static struct slice status_of(struct report *report, const struct report_view *view,
                              enum tower_change change, const struct command_list *before, bool own)
{
    const struct words_args args = {.line = line_of(view, before)};
    bool had = before->words.len > 0;
    own = own && args.line; /* one of a trigger from an image has no line */
    switch (change) {
    case TOWER_SET: return report_say(report, WORDS_TOWER_IS_SET, NULL);
    case TOWER_REPLACED:
        return report_say(report, own ? WORDS_TOWER_IS_REPLACED : WORDS_TOWER_IS_REPLACED_BELOW,
                          &args);
    case TOWER_DROPPED: return report_say(report, WORDS_TOWER_IS_DROPPED, NULL);
    case TOWER_EMPTIED:
        return report_say(report,
                          !had  ? WORDS_TOWER_IS_EMPTY
                          : own ? WORDS_TOWER_IS_EMPTIED
                                : WORDS_TOWER_IS_EMPTIED_BELOW,
                          &args);
    case TOWER_STAYS: break;
    }
    return had ? report_say(report, own ? WORDS_TOWER_IS_STAYS : WORDS_TOWER_IS_INHERITED, NULL)
               : S("");
}

static void put_change(struct report *report, const struct report_view *view, struct slice name,
                       enum role role, enum tower_change change, const struct command_list *before,
                       const struct command_list *after, bool own)
{
    bool out = (change == TOWER_DROPPED || change == TOWER_EMPTIED) && before->words.len;
    put_list(report, name, role, out ? before : after, out,
             status_of(report, view, change, before, own));
}

/* ---- Steps */

/* Where a trigger stands. */
static void add_fires(struct report *report, const struct report_view *view,
                      const struct instruction *instruction)
{
    struct place place = place_of(view->places, instruction->at);
    const struct words_args args = {
        .other = place.line ? words_digits(report->arena, place.line) : S(""), .image = place.name};
    add_status(report, name_column(report), report_say(report, WORDS_TOWER_FIRES, &args));
}

/* "  4  CMD ["a"]", the instruction as it is written, on one line. */
static void put_instruction(struct report *report, const struct report_view *view,
                            const struct tower_step *step)
{
    const struct instruction *instruction = step->instruction;
    struct place place = place_of(view->places, instruction->at);
    struct slice text = TEXT(report->arena, instruction->name, S(" "), instruction->operand.text);
    report_line(report, REPORT_TEXT, TEXT_COLUMN);
    if (place.line && !step->is_trigger) {
        struct slice number = words_digits(report->arena, place.line);
        report_pad(report, number.len < 3 ? 3 - (unsigned)number.len : 0, 0);
        report_add(report, ROLE_NUMBER, number);
    }
    report_pad(report, TEXT_COLUMN, 1);
    if (step->is_trigger)
        report_add(report, ROLE_KEYWORD, S("ONBUILD "));
    report_add(report, ROLE_TYPED, words_flat(report->arena, text));
    if (step->is_trigger)
        add_fires(report, view, instruction);
}

/* Behind SHELL, ENV and WORKDIR: why they are told. */
static void add_why(struct report *report, const struct report_tower *found,
                    const struct instruction *instruction)
{
    struct words_args args = {.word = S("")};
    enum words_id id = WORDS_TOWER_SHELL;
    if (instruction->keyword == KEYWORD_WORKDIR) {
        id = WORDS_TOWER_WORKDIR;
    } else if (instruction->keyword == KEYWORD_ENV) {
        struct slice name = variable_of(instruction, &found->counting);
        args.word = TEXT(report->arena, S("$"), name);
        id = slice_equal(name, S("PATH")) ? WORDS_TOWER_PATH : WORDS_TOWER_ENV;
    }
    add_status(report, name_column(report), report_say(report, id, &args));
}

/* Gives whether it is one that sets a list. */
static bool put_step(struct report *report, const struct report_view *view,
                     const struct report_tower *found, const struct tower_step *step)
{
    enum keyword keyword = step->instruction->keyword;
    put_instruction(report, view, step);
    if (keyword != KEYWORD_ENTRYPOINT && keyword != KEYWORD_CMD) {
        add_why(report, found, step->instruction);
        return false;
    }
    put_change(report, view, S("ENTRYPOINT"), ROLE_ENTRYPOINT, step->entrypoint,
               &step->before.entrypoint, &step->after.entrypoint, step->entrypoint_own);
    put_change(report, view, S("CMD"), ROLE_CMD, step->cmd, &step->before.cmd, &step->after.cmd,
               step->cmd_own);
    return true;
}

/* ---- Floors */

struct slice report_floor_title(struct report *report, const struct report_view *view,
                                const struct report_tower *found, size_t i)
{
    const struct tower_floor *floor = &found->tower.at[i];
    bool top = i + 1 == found->tower.len;
    const struct words_args args = {.word = floor->name,
                                    .other = words_digits(report->arena, floor->index),
                                    .image = floor->name};
    if (floor->kind == TOWER_SCRATCH)
        return report_say(
            report, view->image_source == IMAGE_IMPLIED ? WORDS_TOWER_IMPLIED : WORDS_TOWER_SCRATCH,
            NULL);
    if (found->images[i].len) {
        const struct words_args given = {.image = found->images[i]};
        return report_say(report, WORDS_TOWER_IMAGE, &given);
    }
    if (floor->kind == TOWER_IMAGE)
        return report_say(report, WORDS_TOWER_IMAGE, &args);
    if (top)
        return report_say(report, floor->name.len ? WORDS_TOWER_TOP_STAGE : WORDS_TOWER_TOP, &args);
    return report_say(report, WORDS_TOWER_STAGE, &args);
}

struct slice report_floor_tail(struct report *report, const struct report_view *view,
                               const struct report_tower *found, size_t i)
{
    const struct tower_floor *floor = &found->tower.at[i];
    const struct text *dockerfile = found->files[i];
    struct base_image image;
    enum known_shell shell;
    struct words_args args = {.word = slice_of(known_images_date)};
    if (floor->assumed)
        return report_say(report, WORDS_TOWER_ASSUMED, NULL);
    if (floor->kind != TOWER_STAGE) {
        bool known = floor->kind == TOWER_IMAGE && floor->text &&
                     known_image(report->arena, floor->name, &image, &shell) &&
                     slice_equal(image.text->name, floor->text->name);
        return known ? report_say(report, WORDS_TOWER_KNOWN, &args) : S("");
    }
    uint32_t last = place_of_line(view->places, dockerfile, floor->last_line).line;
    args.line = place_of_line(view->places, dockerfile, floor->first_line).line;
    args.word = floor->from->words.at[0].text;
    args.other = words_digits(report->arena, last);
    if (!args.line) /* the FROM is implied */
        return S("");
    return report_say(report, args.line == last ? WORDS_TOWER_FROM_LINE : WORDS_TOWER_FROM, &args);
}

void report_floor(struct report *report, const struct report_view *view,
                  const struct report_tower *found, size_t i)
{
    const struct tower_floor *floor = &found->tower.at[i];
    const struct tower_pair *pair = &floor->ends;
    bool is_stage = floor->kind == TOWER_STAGE, sets = false;
    for (size_t n = 0; n < floor->steps.len; n++)
        if (found->shows[i][n])
            sets = put_step(report, view, found, &floor->steps.at[n]) || sets;
    if (sets)
        return;
    if (is_stage) {
        report_line(report, REPORT_TEXT, name_column(report));
        report_pad(report, name_column(report), 1);
        report_add(report, ROLE_PLAIN, report_say(report, WORDS_TOWER_NEITHER, NULL));
    }
    struct slice inherited = report_say(report, WORDS_TOWER_IS_INHERITED, NULL), nothing = S("");
    put_list(report, S("ENTRYPOINT"), ROLE_ENTRYPOINT, &pair->entrypoint, false,
             is_stage && pair->entrypoint.words.len ? inherited : nothing);
    put_list(report, S("CMD"), ROLE_CMD, &pair->cmd, false,
             is_stage && pair->cmd.words.len ? inherited : nothing);
}

/* ---- The top, and what is no part of it */

static struct slice form_name(struct report *report, const struct command_list *list)
{
    enum form form = list->words.len ? list->form : FORM_NONE;
    return report_say(report,
                      form == FORM_NONE   ? WORDS_FORM_NONE
                      : form == FORM_EXEC ? WORDS_FORM_EXEC
                                          : WORDS_FORM_SHELL,
                      NULL);
}

struct slice report_tower_force(struct report *report, const struct report_view *view)
{
    const struct image_config *config = &view->answer->config;
    const struct words_args forms = {.word = form_name(report, &config->entrypoint),
                                     .other = form_name(report, &config->cmd)};
    const struct words_args args = {.word = report_say(report, WORDS_FORM_PAIR, &forms)};
    return report_say(report, WORDS_TOWER_FORCE, &args);
}

void report_tower_top(struct report *report, const struct report_view *view,
                      const struct report_tower *found)
{
    const struct answer *bare = found->bare.answer;
    report_line(report, REPORT_TEXT, 2);
    report_add(report, ROLE_PROMPT, S("$ "));
    report_add(report, ROLE_TYPED, found->bare.line);
    if (bare->has_plan) {
        report_vector(report, bare->plan.argv, bare->plan.argv_len);
        return;
    }
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_BAD, report_say(report, WORDS_NOTHING_STARTS, NULL));
    const struct words_args args = {.image = trial_image(view)};
    report_text(report, ROLE_PLAIN, 0, report_say(report, WORDS_SURFACE_NOTHING, &args));
}

void report_tower_others(struct report *report, const struct report_view *view,
                         const struct report_tower *found)
{
    const struct tower_others *others = &found->tower.others;
    const struct text *dockerfile = view->question->dockerfile;
    struct buffer list = {.arena = report->arena};
    if (!others->len)
        return;
    for (size_t i = 0; i < others->len; i++) {
        const struct tower_other *other = &others->at[i];
        uint32_t last = place_of_line(view->places, dockerfile, other->last_line).line;
        const struct words_args stage = {.other = words_digits(report->arena, other->index)};
        struct words_args args = {
            .word = other->name.len ? other->name : report_say(report, WORDS_TOWER_STAGE, &stage),
            .line = place_of_line(view->places, dockerfile, other->first_line).line,
            .other = words_digits(report->arena, last),
            .file = other->is_needed ? report_say(report, WORDS_TOWER_FILES, NULL) : S("")};
        buffer_put(&list, i ? S(", ") : S(""));
        buffer_put(&list, report_say(report,
                                     args.line == last ? WORDS_TOWER_OTHER_LINE : WORDS_TOWER_OTHER,
                                     &args));
    }
    const struct words_args args = {.word = buffer_slice(&list)};
    report_line(report, REPORT_TEXT, 0);
    report_add(report, ROLE_FAINT, report_say(report, WORDS_TOWER_OTHERS, &args));
}

/* ---- In lines */

void report_tower(struct report *report, const struct report_view *view)
{
    struct report_tower found;
    if (!report_tower_find(report, view, &found)) {
        report_failure(report, view);
        return;
    }
    for (size_t i = 0; i < found.tower.len; i++) {
        struct slice tail = report_floor_tail(report, view, &found, i);
        report_title_text(report, report_floor_title(report, view, &found, i));
        report_add(report, ROLE_FAINT, tail.len ? TEXT(report->arena, S(", "), tail) : S(""));
        report_floor(report, view, &found, i);
    }
    report_title(report, WORDS_TOWER_TOP);
    report_add(report, ROLE_FAINT, TEXT(report->arena, S(", "), report_tower_force(report, view)));
    report_tower_top(report, view, &found);
    if (found.tower.others.len)
        report_gap(report);
    report_tower_others(report, view, &found);
}
