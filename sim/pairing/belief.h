/* Mistaken models of the merge, as code: what somebody who believes one expects to run.
 *
 * A wrong prediction is matched against all of them on any image and line, without an author having
 * foreseen it; where two fit, the next question is one on which they differ. The sentence that
 * cures a belief stands in app/ground/words. */
#ifndef SIM_PAIRING_BELIEF_H
#define SIM_PAIRING_BELIEF_H

#include "sim/image/build.h"
#include "sim/pairing/plan.h"

/* Ids are kept in learners' progress: never renamed, never reused. */
#define BELIEFS(X)                                                                                 \
    X(WordsAreAppended)       /* words after the image are added to CMD */                         \
    X(LastWordGivesWay)       /* they replace only CMD's last word */                              \
    X(WordsReplaceEntrypoint) /* they replace ENTRYPOINT too */                                    \
    X(EntrypointThenCmd)      /* ENTRYPOINT runs first, then CMD: two commands */                  \
    X(DefaultIsShell)         /* without ENTRYPOINT there is a /bin/sh -c */                       \
    X(OptionKeepsCmd)         /* --entrypoint leaves CMD in force */                               \
    X(EmptyOptionGivesCmd)    /* --entrypoint "" leaves CMD alone */                               \
    X(OptionIsSplit)          /* --entrypoint's value is split at blanks */                        \
    X(OptionReadsArray)       /* --entrypoint's value may be a JSON array */                       \
    X(FirstOptionCounts)      /* of two --entrypoint the first counts */                           \
    X(OptionsAreDockers)      /* options after the image are docker's */                           \
    X(ProgramNotTwice)        /* a program typed again is the same program */                      \
    X(WordsAreSplit)          /* docker splits a word at its blanks */                             \
    X(EmptyWordVanishes)      /* an empty word is nothing */                                       \
    X(VariableExpands)        /* $VAR in exec form is replaced */                                  \
    X(QuotesAreRemoved)       /* quotes inside exec form words are removed */                      \
    X(ExecFormHasShell)       /* exec form is run by a shell */                                    \
    X(ShellFormHasNone)       /* shell form is not */                                              \
    X(ShellFormDropsWords)    /* words behind a shell-form ENTRYPOINT are thrown away */           \
    X(ShellCmdGivesWords)     /* a shell-form CMD hands its words to ENTRYPOINT */                 \
    X(CmdsAddUp)              /* two CMDs are joined */                                            \
    X(ChildKeepsCmd)          /* a child's ENTRYPOINT keeps the base's CMD */                      \
    X(OrderMatters)           /* a CMD above ENTRYPOINT is lost */                                 \
    X(CmdReplacesProgram)     /* a child's CMD replaces the base's ENTRYPOINT */                   \
    X(ResetKeepsCmd)          /* ENTRYPOINT [] keeps the inherited CMD */                          \
    X(HealthcheckCounts)      /* HEALTHCHECK's CMD is a CMD */

#define BELIEF_ID(name) BELIEF_##name,
enum belief { BELIEFS(BELIEF_ID) BELIEF_COUNT };
#undef BELIEF_ID

/* The id as text: "WordsAreAppended". */
struct slice belief_name(enum belief belief);

struct belief_input {
    const struct image_config *config;
    const struct build_result *build; /* null for metadata */
    const struct run_request *request;
    const struct exec_plan *plan;  /* null when nothing starts */
    struct slice first_entrypoint; /* value of the first of several --entrypoint, else empty */
};

/* What somebody with that belief expects: true with *argv, an empty list for "nothing starts".
 * False where the belief says nothing about this image and line. It may expect what is right. */
bool belief_expects(struct arena *arena, enum belief belief, const struct belief_input *input,
                    struct args *argv);

/* The beliefs under which a wrong prediction is right; at has room for BELIEF_COUNT. */
size_t beliefs_of(struct arena *arena, const struct belief_input *input,
                  const struct args *predicted, enum belief *at);

#endif
