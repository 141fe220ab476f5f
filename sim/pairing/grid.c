/* The nine pairs of forms for one image. See grid.h. */
#include "sim/pairing/grid.h"

#include "sim/ground/buffer.h"
#include "sim/ground/quote.h"

static void add_shell(struct arena *arena, struct args *words, const struct image_config *config)
{
    if (config->shell.len) {
        for (size_t i = 0; i < config->shell.len; i++)
            args_add(arena, words, config->shell.at[i].text, config->shell.at[i].origin);
    } else {
        args_add(arena, words, S("/bin/sh"), (struct origin){0});
        args_add(arena, words, S("-c"), (struct origin){0});
    }
}

/* The words of a shell-form text as one would write them in exec form: cut at blanks. */
static void add_cut(struct arena *arena, struct args *words, struct arg text)
{
    struct slice part, rest = text.text;
    while (rest.len) {
        slice_cut(rest, ' ', &part, &rest);
        if (part.len)
            args_add(arena, words, part, text.origin);
    }
}

/* The list as it would be in the given form. */
static struct command_list in_form(struct arena *arena, const struct image_config *config,
                                   const struct command_list *list, enum form form,
                                   struct slice example)
{
    struct command_list out = {.form = form, .at = list->at};
    if (form == FORM_NONE || list->form == form) {
        return form == FORM_NONE ? out : *list;
    }
    if (form == FORM_SHELL) {
        struct buffer text = {.arena = arena};
        if (list->words.len)
            quote_shell_words(&text, &list->words);
        else
            buffer_put(&text, example);
        add_shell(arena, &out.words, config);
        out.shell_words = (uint32_t)out.words.len;
        args_add(arena, &out.words, buffer_slice(&text), list->at);
    } else if (list->form == FORM_SHELL && list->words.len) {
        add_cut(arena, &out.words, list->words.at[list->words.len - 1]);
    } else {
        args_add(arena, &out.words, example, (struct origin){0});
    }
    return out;
}

void grid_of(struct arena *arena, const struct image_config *config, struct grid *grid)
{
    *grid = (struct grid){.entrypoint =
                              config->entrypoint.words.len ? config->entrypoint.form : FORM_NONE,
                          .cmd = config->cmd.words.len ? config->cmd.form : FORM_NONE};
    static const struct run_request nothing_typed = {.verb = VERB_RUN};
    for (int e = FORM_NONE; e <= FORM_SHELL; e++)
        for (int c = FORM_NONE; c <= FORM_SHELL; c++) {
            struct image_config variant = {0};
            variant.entrypoint =
                in_form(arena, config, &config->entrypoint, (enum form)e, S("entrypoint"));
            variant.cmd = in_form(arena, config, &config->cmd, (enum form)c, S("cmd"));
            struct exec_plan plan;
            struct failure failure = {0};
            plan_make(arena, &variant, &nothing_typed, S(""), &plan, &failure);
            grid->cell[e][c] = (struct grid_cell){plan.argv, plan.argv_len};
        }
}
