/* Heredoc words: <<NAME, <<-NAME, 3<<"NAME" in the line of an ADD, COPY or RUN. */
#ifndef SIM_DOCKERFILE_HEREDOC_H
#define SIM_DOCKERFILE_HEREDOC_H

#include "sim/dockerfile/instruction.h"
#include "sim/ground/arena.h"

/* Whether a word, quotes and escapes still in, is a heredoc; then name, expand and strip_tabs of
 * *heredoc are filled. *error is set (and the answer false) when the lexer cannot read its name. */
bool heredoc_word(struct arena *arena, struct slice word, struct heredoc *heredoc,
                  struct slice *error);

/* All heredocs of a joined line, in order, bodies unset. A line that the lexer cannot read has none
 * and is no error; false with *error when a name cannot be read. */
bool heredocs_of_line(struct arena *arena, struct slice line, struct heredoc_list *heredocs,
                      struct slice *error);

#endif
