/* Stages of a build, and the build that they belong to. For the files of this floor only.
 *
 * A stage shares the config and the scope of its parent until it changes them; an only child of a
 * stage that is not asked for takes them over. So a long chain of stages costs no copies. */
#ifndef SIM_IMAGE_STAGE_H
#define SIM_IMAGE_STAGE_H

#include "sim/dockerfile/expand.h"
#include "sim/dockerfile/parse.h"
#include "sim/ground/buffer.h"
#include "sim/image/build.h"
#include "sim/image/check.h"
#include "sim/image/platform.h"
#include "sim/image/scope.h"

/* A COPY --from, or a RUN --mount, and the stage it reads. In the order of the instructions, and of
 * the mounts of one RUN. */
struct edge {
    struct build_stage *to;
    const struct instruction *command;
    struct edge *next;
};

/* The ONBUILD instructions of a stage, for its children. */
struct on_build_list {
    const struct instruction **at;
    size_t len, cap;
};

/* An ARG that hides an ENV: the ENV counts again in child stages. */
struct hidden {
    struct slice name;
    struct hidden *next;
};

struct build_stage {
    const struct instruction *from;  /* null for the implicit stage of an image that COPY --from or
                                        RUN --mount names */
    const struct instruction *asked; /* of an implicit stage the COPY that names it, or null */
    struct slice image;              /* what it stands on, expanded */
    struct slice name;               /* lower-cased; empty without AS */
    uint32_t index;
    uint32_t first, end;             /* its instructions: indices into those of the file */
    struct build_stage *base;        /* null when it stands on an image or on scratch */
    const struct platform *platform; /* null before it is resolved, unless the FROM line says it */
    struct edge *own;                /* the sources of its own instructions */
    struct on_build_list *on_build;  /* null while there are none */

    /* From here on: the state of one run, all zero at its start. `edges` comes first. */
    struct edge *edges;           /* all sources, those of triggers first */
    const struct edge *cursor;    /* the edges from here on belong to later instructions */
    struct base_record *record;   /* the image it stands on; null for a base that is a stage */
    struct instruction *triggers; /* of ONBUILD, to run before its own instructions */
    struct image_config *config;
    struct scope *scope;          /* null while there are no ARGs */
    struct hidden *hidden;        /* the ARGs that have the name of an ENV just now */
    struct command_list *dropped; /* the inherited CMD that an ENTRYPOINT here dropped, or null */
    const struct instruction *dropped_by, *reset_by;
    uint32_t triggers_len;
    uint32_t cmd_line, entrypoint_line, health_line; /* of the last one here; 0 without one */
    uint32_t children; /* how many stages inherit from it in this run */
    bool owns_config, owns_scope;
    bool maps_foreign; /* labels, ports and volumes are still those of the record */
    bool reached, resolved, armed, dispatched, workdir_set;
};

/* An image as stages find it, prepared once a reference and operating system. */
struct base_record {
    enum base_answer answer;
    struct base_image image; /* its config with PATH, the working directory applied once more */
    struct slice working_dir_error;
    bool has_maps;
    bool alone; /* no other stage can come to stand on it */
};

struct stage_list {
    struct build_stage **at;
    size_t len, cap;
};

/* One run over a parsed Dockerfile. */
struct build {
    struct arena *arena;
    const struct build_request *request;
    const struct dockerfile *file;
    bool all_stages; /* dispatch all, as --check without a target does */
    struct check check;
    struct names args;        /* build arguments; only made when there are many */
    struct scope globals;     /* ARG before the first FROM */
    struct slice target_name; /* TARGETSTAGE */
    struct stage_list stages; /* those of the file, then implicit ones */
    size_t real;              /* how many the file has */
    struct names by_name;     /* lower-cased names of stages */
    struct build_stage *target;
    struct names records_by_reference;
    struct record_list {
        struct base_record **at;
        size_t len, cap;
    } records;
    struct base_record *assumed_records[2]; /* of unknown images, by: is it for windows */
    struct base_record *spare_record;       /* all zero */
    struct args assumed;
    size_t ports_left;          /* ports that EXPOSE may still list */
    bool single;                /* the one stage has no name to show */
    struct build_stage *few[4]; /* where the table of stages starts */
    struct slice *candidates;   /* for hints, used again and again */
    size_t candidates_cap;
    struct failure *failure;
    size_t lines_cap;           /* room for the lines of the failure */
    struct expansion expansion; /* of the word at hand */
};

/* ---- builder.c: the first half of a build, for who goes through the second half by himself */

/* A build of a parsed file, before anything is done. */
void build_begin(struct build *build, struct arena *arena, const struct build_request *request,
                 const struct dockerfile *file, struct failure *failure);

/* All that comes before images: it is the same for a build and for --check. */
bool build_start(struct build *build);

/* Counts, behind graph_resolve, how many stages inherit from each. */
void build_count_children(struct build *build);

/* ---- stage.c: the table of stages */

/* Fills the table from the FROM lines; everything about names, images and platforms is checked. */
bool stages_make(struct build *build);

/* The stage that is asked for. */
bool stages_target(struct build *build);

/* The name that is shown for a stage: its own, stage-N, or none. */
struct slice stage_shown(struct build *build, const struct build_stage *stage);

/* The shown names of all stages that have one, with room for `more` behind. */
struct slice *stages_shown(struct build *build, size_t more, size_t *n);

/* Forgets a run, so that the stages can go through another one. */
void stages_reset(struct build *build);

/* A new stage behind all others. */
struct build_stage *stage_add(struct build *build);

/* ---- graph.c: which stage needs which */

/* Finds the sources of every COPY --from and RUN --mount; refuses circles. */
bool graph_make(struct build *build);

/* The first source of an instruction; null when it has none. Asked in the order of instructions. */
const struct edge *stage_edge(struct build_stage *stage, const struct instruction *instruction);

/* Finds what the target needs, looks its images up and puts ONBUILD triggers in place. */
bool graph_resolve(struct build *build);

/* ---- base.c: images below stages */

/* Resolves a stage that stands on an image or on scratch; of one that is not needed only the name
 * is checked. */
bool base_resolve(struct build *build, struct build_stage *stage, bool needed);

/* The start of a stage: what it inherits. */
bool stage_start(struct build *build, struct build_stage *stage);

/* The config of a stage for writing. */
struct image_config *stage_config(struct build *build, struct build_stage *stage);

/* The same before a change of labels, ports or volumes. */
struct image_config *stage_maps(struct build *build, struct build_stage *stage);

/* ---- variables.c: expansion with what a stage, or a FROM line, knows */

/* Evaluates the ARGs before the first FROM; defaults alone without `args`. Fails on the first bad
 * default. */
bool globals_make(struct build *build, struct scope *globals, bool args);

/* Expands a word of a FROM line into build->expansion. */
bool expand_global(struct build *build, const struct scope *globals, struct slice word);

/* Expands a word for an instruction of a stage, and warns of undefined variables. False on a
 * failure, which is noted. */
bool expand_in_stage(struct build *build, struct build_stage *stage,
                     const struct instruction *instruction, struct slice word,
                     struct slice *result);

/* The same with another mode. */
bool expand_in_mode(struct build *build, struct build_stage *stage,
                    const struct instruction *instruction, struct expand_mode mode,
                    struct slice word, struct slice *result);

/* Splits the expansion of a word of EXPOSE into build->expansion.words; warns of nothing. */
bool expand_to_words(struct build *build, struct build_stage *stage,
                     const struct instruction *instruction, struct slice word);

/* The value that --build-arg gives a name. */
bool build_arg_value(const struct build *build, struct slice name, struct slice *value);

/* A value as a FROM line sees it: a global ARG, or a predefined one. */
bool global_value(const struct build *build, const struct scope *globals, struct slice name,
                  struct slice *value);

/* The names that a FROM line can use, predefined ones first; with `declared` also ARGs without a
 * value. */
struct slice *global_names(struct build *build, bool declared, size_t *n);

/* LegacyKeyValueFormat, for one pair of ENV or LABEL. */
void warn_legacy(struct build *build, const struct instruction *instruction);

/* ENV and ARG in a stage. */
bool dispatch_env(struct build *build, struct build_stage *stage,
                  const struct instruction *instruction);
bool dispatch_arg(struct build *build, struct build_stage *stage,
                  const struct instruction *instruction);

/* The end of a stage: ARGs that hid an ENV do so no longer. */
void stage_settle(struct build *build, struct build_stage *stage);

/* ---- dispatch.c: one row a keyword */

/* Runs an instruction. */
bool dispatch(struct build *build, struct build_stage *stage,
              const struct instruction *instruction);

/* ---- mounts.c, transfer.c, ports.c: RUN, COPY, ADD and EXPOSE */

bool dispatch_run(struct build *build, struct build_stage *stage,
                  const struct instruction *instruction);
bool dispatch_transfer(struct build *build, struct build_stage *stage,
                       const struct instruction *instruction);
bool dispatch_expose(struct build *build, struct build_stage *stage,
                     const struct instruction *instruction);

/* ---- fail.c */

/* Notes a failure at an instruction, or at no line; always false. */
bool build_fail(struct build *build, const struct instruction *at, struct slice message);

/* Adds the lines of a further instruction to the failure. */
void build_fail_also(struct build *build, const struct instruction *at);

/* Adds " (did you mean X?)" to a message where a candidate is near. */
struct slice with_hint(struct build *build, struct slice message, struct slice word,
                       const struct slice *candidates, size_t n);

/* Room for n candidates of a hint; the last ones are gone. */
struct slice *hint_candidates(struct build *build, size_t n);

#endif
