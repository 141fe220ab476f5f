/* The ids of everything that pairing may say of a Dockerfile, a line or their pairing.
 *
 * An id is a promise: users silence and search for it, so it is never changed or reused. The
 * sentences live in app/ground/words. */
#ifndef SIM_GROUND_RULE_H
#define SIM_GROUND_RULE_H

#include "sim/ground/slice.h"

/* BuildKit's rules, by its names: what `docker build --check` says. */
#define RULES_OF_BUILDKIT(X)                                                                       \
    X(ConsistentInstructionCasing)                                                                 \
    X(CopyIgnoredFile)                                                                             \
    X(DuplicateStageName)                                                                          \
    X(ExposeInvalidFormat)                                                                         \
    X(ExposeProtoCasing)                                                                           \
    X(FromAsCasing)                                                                                \
    X(FromPlatformFlagConstDisallowed)                                                             \
    X(InvalidBaseImagePlatform)                                                                    \
    X(InvalidDefaultArgInFrom)                                                                     \
    X(InvalidDefinitionDescription)                                                                \
    X(JSONArgsRecommended)                                                                         \
    X(LegacyKeyValueFormat)                                                                        \
    X(MaintainerDeprecated)                                                                        \
    X(MultipleInstructionsDisallowed)                                                              \
    X(NoEmptyContinuation)                                                                         \
    X(RedundantTargetPlatform)                                                                     \
    X(ReservedStageName)                                                                           \
    X(SecretsUsedInArgOrEnv)                                                                       \
    X(StageNameCasing)                                                                             \
    X(UndefinedArgInFrom)                                                                          \
    X(UndefinedVar)                                                                                \
    X(WorkdirRelativePath)

/* Our own: what people really get wrong about the pair. */
#define RULES_OF_PAIRING(X)                                                                        \
    X(ArrayNotJSON)            /* looks like an exec form, is none: shell form without a word */   \
    X(SingleQuotedArray)       /* ['a','b'] */                                                     \
    X(CurlyQuotedArray)        /* [“a”] */                                                     \
    X(TextAfterArray)          /* ["a"] # comment */                                               \
    X(ExecFormVariable)        /* ["app","$PORT"]: nobody expands it */                            \
    X(ExecFormOperator)        /* ["a","&&","b"]: an argument */                                   \
    X(ExecFormTilde)           /* ["app","~/x"] */                                                 \
    X(ExecFormGlob)            /* ["ls","*.txt"] */                                                \
    X(ExecFormQuotes)          /* ["app","--name='a b'"]: the quotes arrive */                     \
    X(BlankInWord)             /* ["app","--port 80"] or ["app --port"]: one word */               \
    X(ShellFormEntrypointArgs) /* words behind a shell-form ENTRYPOINT become $0 $1 … */         \
    X(ShellFormCmdArgs)        /* an exec ENTRYPOINT receives /bin/sh -c TEXT as words */          \
    X(DoubleShell)             /* sh -c inside a shell form */                                     \
    X(ShellScriptArgs)         /* ["sh","-c","text"] with further words */                         \
    X(InheritedCmdLost)        /* ENTRYPOINT here dropped the base's CMD */                        \
    X(EntrypointDropsCmd)      /* --entrypoint drops CMD as well */                                \
    X(OptionAfterImage)        /* docker run img -p 80:80 */                                       \
    X(EntrypointBlank)         /* --entrypoint "a b": one word */                                  \
    X(EntrypointJSON)          /* --entrypoint '["a","b"]': one word */                            \
    X(EntrypointEmpty)         /* --entrypoint "": both lists are cleared */                       \
    X(EntrypointRepeated)      /* the last --entrypoint counts */                                  \
    X(ProgramTwice)            /* the program is typed again although ENTRYPOINT names it */       \
    X(CmdReplacedByOptions) /* words that start with - replaced CMD: the first is the program */   \
    X(TypographicDash)      /* –rm is a word, not an option */                                   \
    X(NothingToRun)         /* no ENTRYPOINT, no CMD, no words */                                  \
    X(HeredocNotHere)       /* CMD <<EOF: the next lines are instructions */                       \
    X(HostExpanded)         /* $VAR or a glob on the line: the typing shell replaced it */         \
    X(LineCutShort)         /* && | > ; on the line belong to the typing shell */

/* The decisions of the merge, in the order in which they can be taken: the ids of steps. */
#define RULES_OF_MERGE(X)                                                                          \
    X(EntrypointExecForm)  /* ENTRYPOINT is exec form: its words as they stand */                  \
    X(EntrypointShellForm) /* ENTRYPOINT is shell form: SHELL and one text */                      \
    X(EntrypointInherited) /* ENTRYPOINT comes from the base image */                              \
    X(EntrypointReset)     /* ENTRYPOINT []: the inherited one is removed */                       \
    X(CmdExecForm)                                                                                 \
    X(CmdShellForm)                                                                                \
    X(CmdInherited)                                                                                \
    X(CmdResetByEntrypoint)   /* an ENTRYPOINT in this stage dropped the inherited CMD */          \
    X(CmdReplacedByRunArgs)   /* the words after the image take the place of CMD */                \
    X(EntrypointGiven)        /* --entrypoint takes the place of ENTRYPOINT */                     \
    X(EntrypointCleared)      /* --entrypoint "" removes ENTRYPOINT */                             \
    X(CmdDroppedByEntrypoint) /* CMD is not used because --entrypoint was given */                 \
    X(EmptyEntrypointDropped) /* a list of one empty word counts as none */                        \
    X(WordsJoined)            /* ENTRYPOINT and the words laid end to end */                       \
    X(NoCommand)              /* nothing to run */                                                 \
    X(ExecRunsWords)          /* docker exec: the words alone, no ENTRYPOINT */                    \
    X(InitInFront)            /* --init: docker-init is PID 1 */

#define RULES(X) RULES_OF_BUILDKIT(X) RULES_OF_PAIRING(X) RULES_OF_MERGE(X)

#define RULE_ID(name) RULE_##name,
enum rule { RULES(RULE_ID) RULE_COUNT };
#undef RULE_ID

/* The id as users see it: "JSONArgsRecommended". */
struct slice rule_name(enum rule rule);

/* The rule of that name, RULE_COUNT when there is none. */
enum rule rule_of(struct slice name);

#endif
