/* Parameters: $name and ${…}. Input: the text behind the dollar; output: marked bytes.
 *
 * Models bash 5.2 without positional parameters, which `bash -c LINE` has none of. A parameter
 * whose value is not known is put out as it was typed, with everything in its braces. */
#include "sim/ground/utf8.h"
#include "sim/shell/expand.h"

/* A parameter being expanded. */
struct parameter {
    struct expansion *expansion;
    struct slice name;
    struct value value;
    uint32_t from; /* of the dollar */
    bool quoted;
    bool all; /* @ or *: never set, and no word */
};

/* The byte at an offset, NUL behind the end. */
static char byte_at(const struct lexer *lexer, uint32_t at)
{
    return at < lexer->text.len ? lexer->text.at[at] : '\0';
}

/* A decimal digit. */
static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The length of a parameter's name at the start of s: a name, digits, or one special character. */
static size_t parameter_length(struct slice s, bool braces)
{
    size_t n = shell_name_length(s);
    if (n || !s.len)
        return n;
    while (n < s.len && is_digit(s.at[n]) && (braces || n == 0))
        n++;
    return n ? n : memchr("@*#?-$!", *s.at, 7) != NULL;
}

/* $-: the options in force, as bash orders them. */
static struct slice option_letters(struct shell *shell)
{
    struct buffer out = {.arena = shell->arena};
    if (shell->errexit)
        buffer_byte(&out, 'e');
    if (shell->noglob)
        buffer_byte(&out, 'f');
    buffer_byte(&out, 'h');
    if (shell->nounset)
        buffer_byte(&out, 'u');
    if (shell->xtrace)
        buffer_byte(&out, 'x');
    buffer_string(&out, "Bc");
    return buffer_slice(&out);
}

/* The value of a parameter; an unset one is empty. */
static struct value parameter_value(struct shell *shell, struct slice name)
{
    struct value value = {S(""), true, false, false};
    struct buffer digits = {.arena = shell->arena};
    if (shell_name_length(name))
        return shell_get(shell, name);
    switch (*name.at) {
    case '#': value.text = S("0"); break;
    case '-': value.text = option_letters(shell); break;
    case '$': value.unknown = true; break;
    case '!': value.set = value.unknown = shell->background; break;
    case '?':
        /* That of a $(…) in front of it, which is known only where it is 0. */
        value.unknown = shell->substituted ? !shell->substitution_known : !shell->status_known;
        buffer_number(&digits, shell->substituted ? 0 : shell->status);
        value.text = buffer_slice(&digits);
        break;
    default:
        value.set = slice_equal(name, S("0"));
        value.text = value.set ? S("bash") : S("");
        break;
    }
    return value;
}

/* The name as messages show it: positional and special ones with their dollar. */
static struct slice shown_name(const struct parameter *parameter)
{
    struct slice name = parameter->name;
    if (shell_name_length(name))
        return name;
    return TEXT(parameter->expansion->shell->arena, S("$"), name);
}

/* Puts a text out, as quoted as the parameter is. */
static void put_value(const struct parameter *parameter, struct slice text)
{
    expansion_put(parameter->expansion, text, parameter->quoted);
}

/* Under set -u an unset parameter ends the shell. */
static bool check_set(const struct parameter *parameter)
{
    struct shell *shell = parameter->expansion->shell;
    if (parameter->value.set || !shell->nounset || parameter->all)
        return true;
    SHELL_MESSAGE(shell, shown_name(parameter), S(": unbound variable"));
    shell_status(shell, shell->grouped ? 1 : 127);
    shell->flow = FLOW_EXIT;
    return false;
}

/* What is not known stands as it was typed, or as it was assigned. */
static void put_parameter_unknown(const struct parameter *parameter)
{
    struct expansion *expansion = parameter->expansion;
    if (!parameter->value.noted) {
        expansion_put_unknown(expansion, parameter->from, parameter->quoted, UNKNOWN_VARIABLE);
        return;
    }
    expansion->unknown |= parameter->quoted ? WORD_UNKNOWN_QUOTED : WORD_UNKNOWN_BARE;
    expansion_put(expansion, parameter->value.text, true);
}

void expand_named(struct expansion *expansion, uint32_t from, bool quoted)
{
    struct lexer *lexer = &expansion->lexer;
    size_t n = parameter_length(slice_after(lexer->text, lexer->at), false);
    struct parameter parameter = {.expansion = expansion, .from = from, .quoted = quoted};
    if (n == 0) {
        marked_put(expansion->shell->arena, &expansion->out, S("$"), quoted ? BYTE_QUOTED : 0);
        expansion->lone_dollar |= !quoted && expansion->framed == FRAME_WORD;
        return;
    }
    parameter.name = (struct slice){lexer->text.at + lexer->at, n};
    lexer->at += (uint32_t)n;
    parameter.all = *parameter.name.at == '@' || *parameter.name.at == '*';
    expansion->no_arguments |= *parameter.name.at == '@';
    parameter.value = parameter_value(expansion->shell, parameter.name);
    if (parameter.value.unknown)
        put_parameter_unknown(&parameter);
    else if (check_set(&parameter))
        put_value(&parameter, parameter.value.text);
}

/* --- Errors ----------------------------------------------------------------------------------- */

/* Moves behind the closing brace. */
static void skip_braced(struct expansion *expansion)
{
    lex_braces(&expansion->lexer);
}

/* The message shows the text in which ${…} stands: the word, or what the quotes or braces around it
 * hold. */
static void bad_substitution(struct expansion *expansion)
{
    struct lexer *lexer = &expansion->lexer;
    uint32_t from = expansion->frame, close = expansion->framed != FRAME_WORD;
    lexer->at = from;
    if (expansion->framed == FRAME_DOUBLE)
        lex_double(lexer);
    else if (expansion->framed == FRAME_BRACES)
        lex_braces(lexer);
    else
        lexer->at = (uint32_t)lexer->text.len;
    SHELL_MESSAGE(expansion->shell, (struct slice){lexer->text.at + from, lexer->at - close - from},
                  S(": bad substitution"));
    shell_discard(expansion->shell, 1);
}

/* A subscript: arrays are not simulated. */
static void array_met(struct expansion *expansion, uint32_t from)
{
    struct lexer *lexer = &expansion->lexer;
    skip_braced(expansion);
    shell_stop(expansion->shell, (struct slice){lexer->text.at + from, lexer->at - from},
               expansion_origin(expansion, from, lexer->at));
}

/* --- Operators -------------------------------------------------------------------------------- */

/* ${x-word} and its kin; the lexer stands behind the operator. `tested`: whether the parameter
 * counts as set. */
static void expand_default(struct parameter *parameter, char sign, bool colon)
{
    struct expansion *expansion = parameter->expansion;
    struct shell *shell = expansion->shell;
    struct lexer *lexer = &expansion->lexer;
    bool tested = parameter->value.set && !(colon && !parameter->value.text.len);
    enum context context = parameter->quoted ? CONTEXT_OPERAND_DOUBLE : CONTEXT_OPERAND;
    if (tested != (sign == '+')) {
        skip_braced(expansion);
        if (tested)
            put_value(parameter, parameter->value.text);
        return;
    }
    if (sign == '-' || sign == '+') {
        expand_operand(expansion, context, "}", true);
        lexer->at++;
        return;
    }
    unsigned before = expansion->unknown;
    expansion->unknown = 0;
    bool empty = byte_at(lexer, lexer->at) == '}';
    if (sign == '?')
        shell_status(shell, 1); /* what $? is in the message */
    struct marked aside =
        expand_aside(expansion, sign == '?' ? CONTEXT_PATTERN : context, "}", true);
    struct slice text =
        sign == '?' ? expand_join(shell, &aside) : marked_bytes(shell->arena, &aside, 0, aside.len);
    bool unknown = expansion->unknown;
    expansion->unknown |= before;
    lexer->at++;
    if (shell->flow != FLOW_ON)
        return;
    if (sign == '?') {
        if (empty)
            text = colon ? S("parameter null or not set") : S("parameter not set");
        SHELL_MESSAGE(shell, parameter->name, S(": "), text);
        shell_status(shell, shell->grouped ? 1 : 127);
        shell->flow = FLOW_EXIT;
    } else if (!shell_name(parameter->name)) {
        SHELL_MESSAGE(shell, S("$"), parameter->name, S(": cannot assign in this way"));
        shell_discard(shell, 1);
    } else if (!shell_set(shell, parameter->name, text, unknown, false)) {
        shell_discard(shell, 1);
    } else if (unknown) {
        expansion_put(expansion, text, true);
    } else {
        put_value(parameter, text);
    }
}

/* The pattern that an operand is. */
static struct pattern compile(struct shell *shell, const struct marked *marked, size_t from)
{
    struct pattern pattern = {.steps = &shell->steps};
    pattern_compile(shell->arena, marked, from, marked->len, &pattern);
    return pattern;
}

/* An operand that is a pattern or a replacement. False when it is not known: then all is put out
 * as typed. */
static bool operand(struct parameter *parameter, const char *stops, bool tilde,
                    struct marked *marked)
{
    struct expansion *expansion = parameter->expansion;
    unsigned before = expansion->unknown;
    expansion->unknown = 0;
    *marked = expand_aside(expansion, CONTEXT_PATTERN, stops, tilde);
    bool known = !expansion->unknown;
    expansion->unknown |= before;
    return known && expansion->shell->flow == FLOW_ON;
}

/* ${x#p} ${x##p} ${x%p} ${x%%p}; the lexer stands on the operator. */
static void expand_trim(struct parameter *parameter, char sign)
{
    struct expansion *expansion = parameter->expansion;
    struct lexer *lexer = &expansion->lexer;
    struct slice text = parameter->value.text;
    struct marked marked;
    bool longest = byte_at(lexer, lexer->at + 1) == sign;
    lexer->at += 1 + longest;
    bool known = operand(parameter, "}", true, &marked);
    lexer->at++;
    if (!known) {
        expansion_put_unknown(expansion, parameter->from, parameter->quoted,
                              UNKNOWN_COMMAND_OUTPUT);
        return;
    }
    struct pattern pattern = compile(expansion->shell, &marked, 0);
    ptrdiff_t n = pattern_part(expansion->shell->arena, &pattern, text, sign == '%', longest);
    size_t cut = n == PATTERN_NO_MATCH ? 0 : (size_t)n;
    put_value(parameter, sign == '#' ? slice_after(text, cut) : slice_first(text, text.len - cut));
}

/* Puts a replacement: an unquoted & is what was matched. */
static void put_replacement(const struct parameter *parameter, const struct marked *with,
                            struct slice match)
{
    for (size_t i = 0; i < with->len; i++) {
        if (with->marks[i] & BYTE_NULL)
            continue;
        bool active = !(with->marks[i] & BYTE_QUOTED);
        if (active && with->at[i] == '&')
            put_value(parameter, match);
        else if (active && with->at[i] == '\\' && i + 1 < with->len && with->at[i + 1] == '&')
            put_value(parameter, (struct slice){with->at + ++i, 1});
        else
            put_value(parameter, (struct slice){with->at + i, 1});
    }
}

/* The value with the matches of a pattern replaced; anchor is #, % or / for all, or NUL. */
static void replace(const struct parameter *parameter, const struct pattern *pattern, char anchor,
                    const struct marked *with)
{
    struct arena *arena = parameter->expansion->shell->arena;
    struct slice text = parameter->value.text;
    if (anchor == '%') {
        ptrdiff_t n = pattern_part(arena, pattern, text, true, true);
        size_t from = n == PATTERN_NO_MATCH ? text.len : text.len - (size_t)n;
        put_value(parameter, slice_first(text, from));
        if (n != PATTERN_NO_MATCH)
            put_replacement(parameter, with, slice_after(text, from));
        return;
    }
    while (text.len) {
        ptrdiff_t n = pattern_part(arena, pattern, text, false, true);
        if (n > 0 || (n == 0 && anchor == '#')) {
            put_replacement(parameter, with, slice_first(text, (size_t)n));
            text = slice_after(text, (size_t)n);
            if (anchor != '/')
                break;
            continue;
        }
        if (anchor == '#')
            break;
        size_t len;
        utf8_decode(text, &len);
        put_value(parameter, slice_first(text, len));
        text = slice_after(text, len);
    }
    put_value(parameter, text);
}

/* ${x/p/r}; the lexer stands on the slash. */
static void expand_replace(struct parameter *parameter)
{
    struct expansion *expansion = parameter->expansion;
    struct lexer *lexer = &expansion->lexer;
    struct marked wanted, with = {0};
    char anchor = byte_at(lexer, ++lexer->at);
    if (anchor == '/' || anchor == '#' || anchor == '%')
        lexer->at++;
    else
        anchor = '\0';
    bool slash = anchor == '/' && byte_at(lexer, lexer->at) == '/';
    lexer->at += slash;
    bool known = operand(parameter, "/}", anchor == '\0' || anchor == '/', &wanted);
    if (slash) { /* a slash that begins the pattern does not end it */
        struct marked with_slash = {0};
        marked_put(expansion->shell->arena, &with_slash, S("/"), 0);
        for (size_t i = 0; i < wanted.len; i++)
            marked_put(expansion->shell->arena, &with_slash, (struct slice){wanted.at + i, 1},
                       wanted.marks[i]);
        wanted = with_slash;
    }
    if (byte_at(lexer, lexer->at) == '/') {
        lexer->at++;
        known &= operand(parameter, "}", true, &with);
    }
    lexer->at++;
    if (!known) {
        expansion_put_unknown(expansion, parameter->from, parameter->quoted,
                              UNKNOWN_COMMAND_OUTPUT);
        return;
    }
    struct pattern pattern = compile(expansion->shell, &wanted, 0);
    if (pattern.len == 0 && anchor != '#' && anchor != '%')
        put_value(parameter, parameter->value.text);
    else
        replace(parameter, &pattern, anchor, &with);
}

/* ${x^p} ${x^^p} ${x,p} ${x,,p} ${x~} ${x~~}; the lexer stands on the operator. */
static void expand_case(struct parameter *parameter, char sign)
{
    struct expansion *expansion = parameter->expansion;
    struct lexer *lexer = &expansion->lexer;
    struct slice rest = parameter->value.text;
    struct marked marked;
    bool all = byte_at(lexer, lexer->at + 1) == sign;
    lexer->at += 1 + all;
    bool known = operand(parameter, "}", true, &marked);
    lexer->at++;
    if (!known) {
        expansion_put_unknown(expansion, parameter->from, parameter->quoted,
                              UNKNOWN_COMMAND_OUTPUT);
        return;
    }
    struct pattern pattern = compile(expansion->shell, &marked, 0);
    struct buffer out = {.arena = expansion->shell->arena};
    for (bool first = true; rest.len; first = false) {
        size_t len;
        uint32_t rune = utf8_decode(rest, &len), upper = rune_upper(rune);
        struct slice bytes = slice_first(rest, len);
        bool matches = (all || first) && (pattern.len == 0 ||
                                          pattern_match(expansion->shell->arena, &pattern, bytes));
        if (matches && !(rune == RUNE_ERROR && len == 1))
            utf8_put(&out, sign == '^'     ? upper
                           : sign == ','   ? rune_lower(rune)
                           : upper != rune ? upper
                                           : rune_lower(rune));
        else
            buffer_put(&out, bytes);
        rest = slice_after(rest, len);
    }
    put_value(parameter, buffer_slice(&out));
}

/* --- Substrings and lengths ------------------------------------------------------------------- */

/* How many characters a text has. */
static int64_t rune_count(struct slice s)
{
    int64_t n = 0;
    for (size_t len; s.len; n++, s = slice_after(s, len))
        utf8_decode(s, &len);
    return n;
}

/* s without its first n runes. */
static struct slice after_runes(struct slice s, int64_t n)
{
    for (size_t len; n > 0 && s.len; n--, s = slice_after(s, len))
        utf8_decode(s, &len);
    return s;
}

/* Where the offset of ${x:offset:length} ends in text: at a colon outside ?: and parentheses. */
static size_t offset_end(struct slice text)
{
    size_t depth = 0, questions = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        depth += c == '(';
        depth -= c == ')' && depth;
        questions += c == '?';
        if (c != ':' || depth)
            continue;
        if (!questions)
            return i;
        questions--;
    }
    return text.len;
}

/* ${x:offset} and ${x:offset:length}; the lexer stands behind the colon. */
static void expand_substring(struct parameter *parameter)
{
    struct expansion *expansion = parameter->expansion;
    struct shell *shell = expansion->shell;
    struct slice text = parameter->value.text;
    unsigned before = expansion->unknown;
    expansion->unknown = 0;
    struct marked marked = expand_aside(expansion, CONTEXT_ARITHMETIC, "}", false);
    bool unknown = expansion->unknown, unknown_length = false;
    expansion->unknown |= before;
    expansion->lexer.at++;
    if (shell->flow != FLOW_ON || !parameter->value.set)
        return;
    struct slice both = marked_bytes(shell->arena, &marked, 0, marked.len);
    size_t end = offset_end(both);
    int64_t count = rune_count(text), offset = 0, length = count;
    bool valued = !unknown && expand_number(shell, slice_first(both, end), shown_name(parameter),
                                            &offset, &unknown);
    offset += offset < 0 ? count : 0;
    bool inside = offset >= 0 && offset <= count;
    if (valued && inside && end < both.len) {
        struct slice rest = slice_after(both, end + 1);
        valued = expand_number(shell, rest, shown_name(parameter), &length, &unknown_length);
        if (valued && length < 0) {
            length += count - offset;
            if (length < 0) {
                SHELL_MESSAGE(shell, rest, S(": substring expression < 0"));
                shell_discard(shell, 1);
                return;
            }
        }
    }
    if (unknown || unknown_length) {
        expansion_put_unknown(expansion, parameter->from, parameter->quoted, UNKNOWN_VARIABLE);
    } else if (valued && inside) {
        struct slice tail = after_runes(text, offset), rest = after_runes(tail, length);
        put_value(parameter, slice_first(tail, tail.len - rest.len));
    }
}

/* ${#x}; the lexer stands behind the number sign. */
static void expand_length(struct parameter *parameter)
{
    struct expansion *expansion = parameter->expansion;
    struct lexer *lexer = &expansion->lexer;
    struct buffer digits = {.arena = expansion->shell->arena};
    size_t n = parameter_length(slice_after(lexer->text, lexer->at), true);
    parameter->name = (struct slice){lexer->text.at + lexer->at, n};
    lexer->at += (uint32_t)n + 1;
    parameter->all = *parameter->name.at == '@' || *parameter->name.at == '*';
    parameter->value = parameter_value(expansion->shell, parameter->name);
    if (parameter->value.unknown) {
        expansion_put_unknown(expansion, parameter->from, parameter->quoted, UNKNOWN_VARIABLE);
        return;
    }
    if (!check_set(parameter))
        return;
    buffer_number(&digits, rune_count(parameter->value.text));
    put_value(parameter, buffer_slice(&digits));
}

/* ${x@Q} and others; the lexer stands behind the @. False when it is no such operator. */
static bool expand_transform(struct parameter *parameter)
{
    struct expansion *expansion = parameter->expansion;
    struct lexer *lexer = &expansion->lexer;
    struct slice text = parameter->value.text;
    char sign = byte_at(lexer, lexer->at);
    bool valid = sign && memchr("QUuLEPAKak", sign, 10);
    if (!check_set(parameter))
        return true;
    if (!parameter->value.set) {
        skip_braced(expansion);
        return true;
    }
    if (!valid || byte_at(lexer, lexer->at + 1) != '}')
        return false;
    lexer->at += 2;
    size_t len = 0;
    if (text.len)
        utf8_decode(text, &len);
    struct arena *arena = expansion->shell->arena;
    if (sign == 'U' || sign == 'L')
        put_value(parameter, sign == 'U' ? utf8_upper(arena, text) : utf8_lower(arena, text));
    else if (sign == 'u')
        put_value(parameter, arena_join(arena, utf8_upper(arena, slice_first(text, len)),
                                        slice_after(text, len)));
    else
        expansion_put_unknown(expansion, parameter->from, parameter->quoted, UNKNOWN_SYNTAX);
    return true;
}

/* --- Braces ----------------------------------------------------------------------------------- */

/* The operator behind the name; the lexer stands on it. */
static void expand_operator(struct parameter *parameter)
{
    struct expansion *expansion = parameter->expansion;
    struct lexer *lexer = &expansion->lexer;
    char c = byte_at(lexer, lexer->at), next = byte_at(lexer, lexer->at + 1);
    bool unset = !parameter->value.set && !expansion->shell->nounset;
    bool colon = c == ':' && (next == '-' || next == '=' || next == '?' || next == '+');
    if (c == '[') {
        array_met(expansion, parameter->from);
    } else if (parameter->value.unknown && memchr("}:-=?+#%/^,~@", c, 13)) {
        skip_braced(expansion);
        if (!(c == '}' && parameter->value.noted))
            parameter->value.noted = false;
        put_parameter_unknown(parameter);
    } else if (colon || c == '-' || c == '=' || c == '?' || c == '+') {
        lexer->at += 1 + colon;
        expand_default(parameter, colon ? next : c, colon);
    } else if (c == '}') {
        lexer->at++;
        if (check_set(parameter))
            put_value(parameter, parameter->value.text);
    } else if (c == ':' && next != '}') {
        lexer->at++;
        if (check_set(parameter))
            expand_substring(parameter);
    } else if (unset && c && memchr("#%/^,~", c, 6)) {
        skip_braced(expansion); /* what follows is not looked at */
    } else if ((c == '#' || c == '%') && check_set(parameter)) {
        expand_trim(parameter, c);
    } else if (c == '/' && check_set(parameter)) {
        expand_replace(parameter);
    } else if ((c == '^' || c == ',' || c == '~') && check_set(parameter)) {
        expand_case(parameter, c);
    } else if (c == '@') {
        lexer->at++;
        if (!expand_transform(parameter)) {
            bad_substitution(expansion);
            shell_status(expansion->shell, expansion->shell->grouped ? 1 : 127);
            expansion->shell->flow = FLOW_EXIT;
        }
    } else if (expansion->shell->flow == FLOW_ON) {
        bad_substitution(expansion);
    }
}

/* ${!name}: the parameter that the value names. ${!prefix*} asks for names the host cannot list.
 * The lexer stands behind the name. False when all is done. */
static bool follow(struct parameter *parameter)
{
    struct expansion *expansion = parameter->expansion;
    struct shell *shell = expansion->shell;
    struct lexer *lexer = &expansion->lexer;
    char c = byte_at(lexer, lexer->at);
    if ((c == '*' || c == '@') && byte_at(lexer, lexer->at + 1) == '}') {
        lexer->at += 2;
        expansion_put_unknown(expansion, parameter->from, parameter->quoted, UNKNOWN_VARIABLE);
        return false;
    }
    struct value pointer = shell_get(shell, parameter->name);
    struct slice target = pointer.text;
    if (!c || !memchr("}:-=?+#%/^,~@[", c, 14)) {
        bad_substitution(expansion);
    } else if (c == '[') {
        array_met(expansion, parameter->from);
    } else if (pointer.unknown) {
        skip_braced(expansion);
        expansion_put_unknown(expansion, parameter->from, parameter->quoted, UNKNOWN_VARIABLE);
    } else if (!pointer.set) {
        SHELL_MESSAGE(shell, parameter->name, S(": invalid indirect expansion"));
        shell_discard(shell, 1);
    } else if (target.len && parameter_length(target, true) == target.len) {
        parameter->name = target;
        return true;
    } else if (slice_has(target, '[')) {
        array_met(expansion, parameter->from);
    } else {
        SHELL_MESSAGE(shell, target, S(": invalid variable name"));
        shell_discard(shell, 1);
    }
    return false;
}

void expand_braced(struct expansion *expansion, uint32_t from, bool quoted)
{
    struct lexer *lexer = &expansion->lexer;
    struct parameter parameter = {.expansion = expansion, .from = from, .quoted = quoted};
    lex_enter(lexer);
    char c = byte_at(lexer, lexer->at);
    struct slice behind = slice_after(lexer->text, lexer->at + 1);
    size_t n = parameter_length(behind, true);
    bool whole = n && n < behind.len && behind.at[n] == '}';
    bool indirect = c == '!' && shell_name_length(behind);
    if (c == '#' && whole) {
        lexer->at++;
        expand_length(&parameter);
        lex_leave(lexer);
        return;
    }
    lexer->at += indirect;
    n = parameter_length(slice_after(lexer->text, lexer->at), true);
    parameter.name = (struct slice){lexer->text.at + lexer->at, n};
    if (n == 0) {
        bad_substitution(expansion);
        return;
    }
    lexer->at += (uint32_t)n;
    if (!indirect || follow(&parameter)) {
        parameter.all = *parameter.name.at == '@' || *parameter.name.at == '*';
        expansion->no_arguments |= *parameter.name.at == '@';
        parameter.value = parameter_value(expansion->shell, parameter.name);
        expand_operator(&parameter);
    }
    lex_leave(lexer);
}
