/* Arithmetic expansion: $((…)) and the numbers in ${x:offset:length}. Input: the text between the
 * parentheses; output: a number put out, or why there is none.
 *
 * Models bash 5.2: parameters in the text are expanded first, as in double quotes, then the result
 * is evaluated over the shell's variables, which it may assign. */
#include "sim/shell/arith.h"
#include "sim/shell/expand.h"

/* The variables of an expression: one that is unset ends the shell under set -u. */
static bool arith_get(void *context, struct slice name, struct slice *text, bool *unknown)
{
    struct shell *shell = context;
    struct value value = shell_get(shell, name);
    *text = value.text;
    *unknown = value.unknown;
    if (value.unknown && !value.noted)
        shell_unknown(shell, name, UNKNOWN_VARIABLE, (struct origin){0});
    if (!value.set && shell->nounset) {
        SHELL_MESSAGE(shell, name, S(": unbound variable"));
        shell_status(shell, shell->grouped ? 1 : 127);
        shell->flow = FLOW_EXIT;
    }
    return value.set;
}

static bool arith_set(void *context, struct slice name, struct slice value)
{
    return shell_set(context, name, value, false, false);
}

bool expand_number(struct shell *shell, struct slice text, struct slice name, int64_t *value,
                   bool *unknown)
{
    struct arith_variables variables = {shell, arith_get, arith_set};
    struct arith_result result;
    bool valid = arith_eval(shell->arena, text, &variables, &result);
    *value = result.value;
    *unknown = result.unknown || result.array;
    if (valid || result.unknown || result.array || shell->flow != FLOW_ON)
        return valid && shell->flow == FLOW_ON && !*unknown;
    if (!result.refused && name.len)
        SHELL_MESSAGE(shell, name, S(": "), result.message);
    else if (!result.refused)
        SHELL_MESSAGE(shell, result.message);
    shell_discard(shell, 1);
    return false;
}

void expand_arithmetic(struct expansion *expansion, struct slice text, uint32_t from, bool quoted)
{
    struct shell *shell = expansion->shell;
    struct expansion inner = {.shell = shell,
                              .word = expansion->word,
                              .rewritten = expansion->rewritten,
                              .start = UINT32_MAX,
                              .equals = UINT32_MAX};
    struct buffer digits = {.arena = shell->arena};
    int64_t value;
    bool unknown;
    /* The inner text is read where it stands, so that places stay right. */
    inner.lexer = expansion->lexer;
    inner.lexer.at = (uint32_t)(text.at - inner.lexer.text.at);
    inner.lexer.text.len = inner.lexer.at + text.len;
    lex_enter(&inner.lexer);
    size_t before = shell->result->unknown.len;
    expand_text(&inner, CONTEXT_ARITHMETIC, "");
    if (shell->flow != FLOW_ON)
        return;
    struct slice expanded = marked_bytes(shell->arena, &inner.out, 0, inner.out.len);
    bool valued = !inner.unknown && expand_number(shell, expanded, S(""), &value, &unknown);
    if (inner.unknown || (!valued && unknown)) {
        /* One entry for the whole of it. */
        shell->result->unknown.len = before;
        expansion_put_unknown(expansion, from, quoted,
                              inner.unknown ? UNKNOWN_COMMAND_OUTPUT : UNKNOWN_VARIABLE);
    } else if (valued) {
        buffer_number(&digits, value);
        expansion_put(expansion, buffer_slice(&digits), quoted);
    }
}
