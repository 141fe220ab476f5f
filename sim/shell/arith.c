/* Arithmetic of $((…)). Input: an expression after parameter expansion; output: its value or bash's
 * message.
 *
 * Models bash 5.2's evaluator, which reads one token ahead and evaluates at once; which token the
 * messages name follows from where that reader stands. Numbers wrap at 64 bits. Recursion is
 * bounded by a count of levels, for parentheses and for variables whose values are expressions. */
#include "sim/shell/arith.h"

#include "sim/ground/buffer.h"
#include "sim/shell/lex.h"

enum { LEVELS = 2000, RECURSION = 1024 };

/* Tokens; an operator of one character is that character. */
enum {
    T_END = 0,
    T_NUMBER = 256,
    T_NAME,
    T_POWER, /* ** */
    T_EQUAL, /* == */
    T_UNEQUAL,
    T_NOT_ABOVE, /* <= */
    T_NOT_BELOW, /* >= */
    T_AND,
    T_OR,
    T_LEFT,
    T_RIGHT,
    T_ASSIGN,    /* an operator and =; eval.operation tells which */
    T_BEFORE_UP, /* ++ in front of a name */
    T_BEFORE_DOWN,
    T_AFTER_UP,
    T_AFTER_DOWN,
    T_VALUE, /* only as the token before: something that is no variable */
};

struct eval {
    struct arena *arena;
    const struct arith_variables *variables;
    struct arith_result *result;
    struct slice text;
    size_t at;         /* where the next token is looked for */
    size_t token_at;   /* where the one read last begins; the length before there was one */
    int token, before; /* the current token and the one before it */
    int operation;
    int64_t value; /* of a number or name */
    struct slice name;
    unsigned skipping; /* above zero: what is read has no effect */
    unsigned levels, recursion;
    bool failed;
};

/* Writes the message once: the expression without leading blanks, why, and the token shown. */
static int64_t fail_at(struct eval *eval, struct slice text, const char *why, struct slice token)
{
    if (eval->failed)
        return 0;
    eval->failed = true;
    while (text.len && (*text.at == ' ' || *text.at == '\t'))
        text = slice_after(text, 1);
    eval->result->message =
        TEXT(eval->arena, text, S(": "), slice_of(why), S(" (error token is \""), token, S("\")"));
    return 0;
}

/* Fails at the token read last. */
static int64_t fail(struct eval *eval, const char *why)
{
    eval->token = T_END;
    return fail_at(eval, eval->text, why, slice_after(eval->text, eval->token_at));
}

/* What bash skips between tokens. */
static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* The value of a digit in a base of up to 64; -1 for another byte. */
static int digit_value(char c, unsigned base)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + (base <= 36 ? 10 : 36);
    return c == '@' ? 62 : c == '_' ? 63 : -1;
}

/* A literal: decimal, 0octal, 0xhex or BASE#digits. */
static int64_t read_number(struct eval *eval, struct slice s)
{
    uint64_t value = 0;
    unsigned base = 10;
    bool based = false;
    struct slice shown = slice_first(eval->text, eval->at);
    size_t i = 0;
    if (s.len > 1 && *s.at == '0') {
        bool hex = s.at[1] == 'x' || s.at[1] == 'X';
        base = hex ? 16 : 8;
        i = hex ? 2 : 1;
        based = true;
    }
    for (; i < s.len; i++) {
        if (s.at[i] == '#') {
            if (based)
                return fail_at(eval, shown, "invalid number", s);
            if (value < 2 || value > 64)
                return fail_at(eval, shown, "invalid arithmetic base", s);
            if (i + 1 == s.len)
                return fail_at(eval, shown, "invalid integer constant", s);
            base = (unsigned)value;
            based = true;
            value = 0;
            continue;
        }
        int digit = digit_value(s.at[i], base);
        if (digit < 0 || (unsigned)digit >= base)
            return fail_at(eval, shown, "value too great for base", s);
        value = value * base + (unsigned)digit;
    }
    return (int64_t)value;
}

static void next_token(struct eval *eval);
static int64_t eval_list(struct eval *eval);

/* One level deeper: parentheses, signs, the right side of an assignment, a variable's value. */
static void enter(struct eval *eval)
{
    if (++eval->levels > LEVELS)
        arena_stop(eval->arena, ARENA_TOO_LARGE, "more than 2,000 levels of arithmetic");
}

/* Evaluates all of the text; nothing is 0. */
static int64_t eval_text(struct eval *eval)
{
    size_t i = 0;
    while (i < eval->text.len && is_blank(eval->text.at[i]))
        i++;
    if (i == eval->text.len)
        return 0;
    eval->token_at = eval->text.len;
    next_token(eval);
    int64_t value = eval_list(eval);
    if (eval->token != T_END)
        fail(eval, "syntax error in expression");
    return value;
}

/* The value of a variable: its text is an expression of its own. */
static int64_t read_variable(struct eval *eval, struct slice name)
{
    struct slice text;
    bool unknown = false;
    if (eval->skipping || eval->failed)
        return 0;
    bool set = eval->variables->get(eval->variables->context, name, &text, &unknown);
    eval->result->unknown |= unknown;
    if (!set || unknown)
        return 0;
    struct eval inner = {.arena = eval->arena,
                         .variables = eval->variables,
                         .result = eval->result,
                         .text = text,
                         .levels = eval->levels,
                         .recursion = eval->recursion + 1};
    if (inner.recursion > RECURSION) {
        eval->failed = true;
        return fail_at(&inner, text, "expression recursion level exceeded", name);
    }
    enter(&inner);
    int64_t value = eval_text(&inner);
    eval->failed |= inner.failed;
    return value;
}

/* A byte of a name behind its first. */
static bool name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
}

/* A variable. Its value is read at once, unless = follows. */
static void name_token(struct eval *eval, struct slice rest)
{
    size_t n = shell_name_length(rest), after;
    int before = eval->token;
    eval->name = slice_first(rest, n);
    eval->at += n;
    if (n < rest.len && rest.at[n] == '[') {
        eval->result->array = eval->failed = true;
        return;
    }
    for (after = n; after < rest.len && is_blank(rest.at[after]); after++)
        ;
    struct slice ahead = slice_after(rest, after);
    bool assigned = slice_starts(ahead, S("=")) && !slice_starts(ahead, S("=="));
    eval->before = before;
    eval->token = T_NAME;
    eval->value = 0;
    if (!assigned || before == T_BEFORE_UP || before == T_BEFORE_DOWN)
        eval->value = read_variable(eval, eval->name);
}

/* ++ and --: behind a name, in front of one, or two signs. */
static int doubled_sign(const struct eval *eval, char c, struct slice rest, size_t *len)
{
    size_t i = 2;
    if (eval->token == T_NAME)
        return c == '+' ? T_AFTER_UP : T_AFTER_DOWN;
    while (i < rest.len && is_blank(rest.at[i]))
        i++;
    struct slice ahead = slice_after(rest, i);
    if (shell_name_length(ahead))
        return c == '+' ? T_BEFORE_UP : T_BEFORE_DOWN;
    *len = 1;
    return c;
}

/* An operator, the longest that fits. */
static void operator_token(struct eval *eval, struct slice rest)
{
    static const struct {
        char text[4];
        int token, operation;
    } operators[] = {
        {"<<=", T_ASSIGN, T_LEFT}, {">>=", T_ASSIGN, T_RIGHT},
        {"==", T_EQUAL, 0},        {"!=", T_UNEQUAL, 0},
        {"<=", T_NOT_ABOVE, 0},    {">=", T_NOT_BELOW, 0},
        {"&&", T_AND, 0},          {"||", T_OR, 0},
        {"<<", T_LEFT, 0},         {">>", T_RIGHT, 0},
        {"**", T_POWER, 0},        {"*=", T_ASSIGN, '*'},
        {"/=", T_ASSIGN, '/'},     {"%=", T_ASSIGN, '%'},
        {"+=", T_ASSIGN, '+'},     {"-=", T_ASSIGN, '-'},
        {"&=", T_ASSIGN, '&'},     {"^=", T_ASSIGN, '^'},
        {"|=", T_ASSIGN, '|'},
    };
    char c = *rest.at;
    size_t len = 2;
    int token = T_END;
    for (size_t i = 0; i < sizeof operators / sizeof *operators && !token; i++)
        if (slice_starts(rest, slice_of(operators[i].text))) {
            token = operators[i].token;
            len = strlen(operators[i].text);
            eval->operation = operators[i].operation;
        }
    if (!token && rest.len > 1 && rest.at[1] == c && (c == '+' || c == '-')) {
        token = doubled_sign(eval, c, rest, &len);
    } else if (!token) {
        len = 1;
        token = (unsigned char)c;
        if (c == '\0' || !memchr("=<>+-*/%!()&|^~?:,", c, 18)) {
            bool operand = eval->token == T_NUMBER || eval->token == T_NAME;
            fail(eval, operand ? "syntax error: invalid arithmetic operator"
                               : "syntax error: operand expected");
            return;
        }
    }
    eval->before = eval->token;
    eval->token = token;
    eval->at += len;
}

/* Reads the next token. */
static void next_token(struct eval *eval)
{
    struct slice text = eval->text;
    while (eval->at < text.len && is_blank(text.at[eval->at]))
        eval->at++;
    if (eval->at >= text.len || eval->failed) {
        eval->before = eval->token;
        eval->token = T_END;
        return;
    }
    eval->token_at = eval->at;
    struct slice rest = slice_after(text, eval->at);
    char c = *rest.at;
    if (shell_name_length(rest)) {
        name_token(eval, rest);
    } else if (c >= '0' && c <= '9') {
        size_t n = 0;
        while (n < rest.len && (name_byte(rest.at[n]) || rest.at[n] == '#' || rest.at[n] == '@'))
            n++;
        eval->at += n;
        eval->before = eval->token;
        eval->token = T_NUMBER;
        eval->value = read_number(eval, slice_first(rest, n));
    } else {
        operator_token(eval, rest);
    }
}

/* Sets a variable, unless what is read has no effect. */
static void assign(struct eval *eval, struct slice name, int64_t value)
{
    struct buffer digits = {.arena = eval->arena};
    if (eval->skipping || eval->failed)
        return;
    buffer_number(&digits, value);
    if (!eval->variables->set(eval->variables->context, name, buffer_slice(&digits)))
        eval->result->refused = eval->failed = true;
}

/* Sums and products wrap as the machine does. */
static int64_t wrap_add(int64_t a, int64_t b)
{
    return (int64_t)((uint64_t)a + (uint64_t)b);
}

static int64_t wrap_multiply(int64_t a, int64_t b)
{
    return (int64_t)((uint64_t)a * (uint64_t)b);
}

/* Quotient or rest; the one overflow wraps. */
static int64_t divide(int64_t a, int64_t b, bool rest)
{
    if (b == -1)
        return rest ? 0 : (int64_t)(0 - (uint64_t)a);
    return rest ? a % b : a / b;
}

/* One binary operation whose right side began at `from`. */
static int64_t operate(struct eval *eval, int operation, int64_t a, int64_t b, size_t from)
{
    switch (operation) {
    case '+': return wrap_add(a, b);
    case '-': return (int64_t)((uint64_t)a - (uint64_t)b);
    case '*': return wrap_multiply(a, b);
    case '/':
    case '%':
        if (b != 0)
            return divide(a, b, operation == '%');
        if (eval->skipping || eval->result->unknown)
            return a;
        while (from < eval->text.len && (eval->text.at[from] == ' ' || eval->text.at[from] == '\t'))
            from++;
        eval->token_at = from;
        return fail(eval, "division by 0");
    case '&': return a & b;
    case '|': return a | b;
    case '^': return a ^ b;
    case '<': return a < b;
    case '>': return a > b;
    case T_NOT_ABOVE: return a <= b;
    case T_NOT_BELOW: return a >= b;
    case T_EQUAL: return a == b;
    case T_UNEQUAL: return a != b;
    case T_LEFT: return (int64_t)((uint64_t)a << (b & 63));
    case T_RIGHT: return a >> (b & 63);
    case T_AND: return a && b;
    default: return a || b;
    }
}

/* ++ or -- in front of a name or behind it. */
static int64_t eval_step(struct eval *eval, int64_t step)
{
    int64_t value = wrap_add(eval->value, step);
    assign(eval, eval->name, value);
    eval->token = T_NUMBER;
    return value;
}

/* A number, a variable, ++x, x++ or parentheses. */
static int64_t eval_primary(struct eval *eval)
{
    int64_t value = eval->value;
    switch (eval->token) {
    case T_BEFORE_UP:
    case T_BEFORE_DOWN: {
        int64_t step = eval->token == T_BEFORE_UP ? 1 : -1;
        next_token(eval);
        value = eval_step(eval, step);
        next_token(eval);
        return value;
    }
    case '(':
        enter(eval);
        next_token(eval);
        value = eval_list(eval);
        eval->levels--;
        if (eval->token != ')')
            return fail(eval, "missing `)'");
        next_token(eval);
        return value;
    case T_NAME: {
        struct slice name = eval->name;
        next_token(eval);
        if (eval->token == T_AFTER_UP || eval->token == T_AFTER_DOWN) {
            eval->value = value;
            eval->name = name;
            eval_step(eval, eval->token == T_AFTER_UP ? 1 : -1);
            next_token(eval);
        }
        return value;
    }
    case T_NUMBER: next_token(eval); return value;
    default: return fail(eval, "syntax error: operand expected");
    }
}

/* Signs in front of a primary. */
static int64_t eval_unary(struct eval *eval)
{
    int sign = eval->token;
    if (sign != '!' && sign != '~' && sign != '-' && sign != '+')
        return eval_primary(eval);
    enter(eval);
    next_token(eval);
    int64_t value = eval_unary(eval);
    eval->levels--;
    eval->before = T_VALUE;
    switch (sign) {
    case '!': return !value;
    case '~': return ~value;
    case '-': return (int64_t)(0 - (uint64_t)value);
    default: return value;
    }
}

/* **, which binds to the right and tighter than * does. */
static int64_t eval_power(struct eval *eval)
{
    int64_t base = eval_unary(eval), power = 1;
    if (eval->token != T_POWER)
        return base;
    enter(eval);
    next_token(eval);
    int64_t exponent = eval_power(eval);
    eval->levels--;
    eval->before = T_VALUE;
    if (exponent < 0 && !eval->result->unknown)
        return fail(eval, "exponent less than 0");
    for (; exponent > 0; exponent >>= 1) {
        if (exponent & 1)
            power = wrap_multiply(power, base);
        base = wrap_multiply(base, base);
    }
    return power;
}

/* How tight a binary operator binds, 0 for another token. */
static int binding(int token)
{
    switch (token) {
    case T_OR: return 1;
    case T_AND: return 2;
    case '|': return 3;
    case '^': return 4;
    case '&': return 5;
    case T_EQUAL:
    case T_UNEQUAL: return 6;
    case '<':
    case '>':
    case T_NOT_ABOVE:
    case T_NOT_BELOW: return 7;
    case T_LEFT:
    case T_RIGHT: return 8;
    case '+':
    case '-': return 9;
    case '*':
    case '/':
    case '%': return 10;
    default: return 0;
    }
}

/* Binary operators that bind at least so tight. */
static int64_t eval_binary(struct eval *eval, int least)
{
    int64_t value = eval_power(eval);
    for (int bound; (bound = binding(eval->token)) >= least && bound;) {
        int operation = eval->token;
        size_t from = eval->at;
        bool skip = (operation == T_AND && !value) || (operation == T_OR && value);
        eval->skipping += skip;
        next_token(eval);
        int64_t right = eval_binary(eval, bound + 1);
        eval->skipping -= skip;
        value = operate(eval, operation, value, right, from);
        eval->before = T_VALUE;
    }
    return value;
}

/* a ? b : c. The branch not taken is read without effect. */
static int64_t eval_condition(struct eval *eval)
{
    int64_t condition = eval_binary(eval, 1);
    if (eval->token != '?')
        return condition;
    enter(eval);
    eval->skipping += !condition;
    next_token(eval);
    if (eval->token == T_END || eval->token == ':')
        return fail(eval, "expression expected");
    int64_t first = eval_list(eval);
    eval->skipping -= !condition;
    if (eval->token != ':')
        return fail(eval, "`:' expected for conditional expression");
    eval->skipping += condition != 0;
    next_token(eval);
    if (eval->token == T_END)
        return fail(eval, "expression expected");
    int64_t second = eval_condition(eval);
    eval->skipping -= condition != 0;
    eval->levels--;
    eval->before = T_VALUE;
    return condition ? first : second;
}

/* = and its kin, which bind to the right. */
static int64_t eval_assignment(struct eval *eval)
{
    int64_t value = eval_condition(eval);
    if (eval->token != '=' && eval->token != T_ASSIGN)
        return value;
    if (eval->before != T_NAME)
        return fail(eval, "attempted assignment to non-variable");
    struct slice name = eval->name;
    int operation = eval->token == T_ASSIGN ? eval->operation : 0;
    enter(eval);
    next_token(eval);
    int64_t right = eval_assignment(eval);
    eval->levels--;
    if (operation)
        right = operate(eval, operation, value, right, eval->token_at);
    assign(eval, name, right);
    return right;
}

/* Expressions with commas between them: the last one counts. */
static int64_t eval_list(struct eval *eval)
{
    int64_t value = eval_assignment(eval);
    while (eval->token == ',') {
        next_token(eval);
        value = eval_assignment(eval);
    }
    return value;
}

bool arith_eval(struct arena *arena, struct slice expression,
                const struct arith_variables *variables, struct arith_result *result)
{
    *result = (struct arith_result){0};
    struct eval eval = {
        .arena = arena, .variables = variables, .result = result, .text = expression};
    result->value = eval_text(&eval);
    return !eval.failed;
}
