/* Predictions: what somebody says will run, against what does. In: typed words. Out: right or not,
 * and the mistaken beliefs under which they would be right. */
#include "app/session/inside.h"

void prediction_hide(struct session *session)
{
    session->prediction.answered = false;
    session->prediction.len = 0;
    session->prediction.said = (struct args){0};
    session->prediction.beliefs_len = 0;
}

void prediction_toggle(struct session *session)
{
    if (!session->prediction.on && !session->line_len) { /* there is nothing to be said yet */
        session_go(session, PANE_LINE);
        say(session->message, sizeof session->message, SAY_PREDICT_NO_LINE, NULL);
        return;
    }
    session->prediction.on = !session->prediction.on;
    prediction_hide(session);
    if (session->prediction.on)
        session_go(session, PANE_RESULT);
    say(session->message, sizeof session->message,
        session->prediction.on ? SAY_PREDICT_ON : SAY_PREDICT_OFF, NULL);
}

void prediction_type(struct session *session, struct slice text)
{
    struct prediction *prediction = &session->prediction;
    if (text.len > sizeof prediction->text - prediction->len) {
        say(session->message, sizeof session->message, SAY_LINE_FULL, NULL);
        return;
    }
    memcpy(prediction->text + prediction->len, text.at, text.len);
    prediction->len += text.len;
}

/* ---- Reading the words */

static int hex_of(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* The character behind a backslash within $'…', as the words are quoted where they are shown. */
static char escaped(struct slice text, size_t *i)
{
    static const char letters[] = "abefnrtv", values[] = "\a\b\033\f\n\r\t\v";
    char c = text.at[*i];
    const char *letter = c ? strchr(letters, c) : NULL;
    if (letter)
        return values[letter - letters];
    int high = c == 'x' && *i + 1 < text.len ? hex_of(text.at[*i + 1]) : -1;
    int low = high >= 0 && *i + 2 < text.len ? hex_of(text.at[*i + 2]) : -1;
    if (high < 0)
        return c;
    *i += low < 0 ? 1 : 2;
    return (char)(low < 0 ? high : high * 16 + low);
}

/* One word from *i on, its quotes removed. Nothing is expanded: who says $PORT means that. */
static struct slice read_word(struct arena *arena, struct slice text, size_t *i)
{
    struct buffer word = {.arena = arena};
    char quote = 0; /* ' or ", $ for $'…', 0 outside */
    buffer_reserve(&word, 1);
    for (; *i < text.len; ++*i) {
        char c = text.at[*i], next = *i + 1 < text.len ? text.at[*i + 1] : 0;
        if (!quote && (c == ' ' || c == '\t' || c == '\n')) {
            break;
        } else if (!quote && (c == '\'' || c == '"')) {
            quote = c;
        } else if (!quote && c == '$' && next == '\'') {
            quote = '$';
            ++*i;
        } else if ((quote == '$' && c == '\'') || (quote && c == quote && quote != '$')) {
            quote = 0;
        } else if (c == '\\' && quote == '$' && next) {
            ++*i;
            buffer_byte(&word, escaped(text, i));
        } else if (c == '\\' && next && (!quote || (quote == '"' && strchr("\"\\$`", next)))) {
            ++*i;
            buffer_byte(&word, next);
        } else {
            buffer_byte(&word, c);
        }
    }
    return buffer_slice(&word);
}

static void read_words(struct arena *arena, struct slice text, struct args *words)
{
    for (size_t i = 0; i < text.len;) {
        if (text.at[i] == ' ' || text.at[i] == '\t' || text.at[i] == '\n')
            i++;
        else
            args_add(arena, words, read_word(arena, text, &i), (struct origin){0});
    }
}

/* Reads what was said; SAY_COUNT, or what is wrong with it. */
static enum say_id read_answer(struct session *session)
{
    struct prediction *prediction = &session->prediction;
    struct arena *arena = &session->shown->arena;
    struct slice text = utf8_trim((struct slice){prediction->text, prediction->len});
    prediction->said = (struct args){0};
    prediction->said_nothing =
        slice_equal_fold(text, S("nothing")) || slice_equal_fold(text, S("nothing starts"));
    if (!text.len)
        return SAY_PREDICT_EMPTY;
    if (prediction->said_nothing)
        return SAY_COUNT;
    if (*text.at != '[') {
        read_words(arena, arena_copy(arena, text), &prediction->said);
        return SAY_COUNT;
    }
    struct text *source = arena_new(arena, struct text);
    *source = (struct text){SOURCE_LINE, S(""), arena_copy(arena, text)};
    const struct logical_line line = {.base = source->bytes.at,
                                      .text = source->bytes,
                                      .origin = {source, {0, (uint32_t)text.len}}};
    return execform_read(arena, &line, source->bytes, &prediction->said) == EXECFORM_LIST
               ? SAY_COUNT
               : SAY_PREDICT_NOT_JSON;
}

/* ---- Judging */

static bool is_right(const struct session *session)
{
    const struct answer *answer = &session->shown->answer;
    const struct args *said = &session->prediction.said;
    if (answer->is_unknown)
        return false;
    if (!answer->has_plan || session->prediction.said_nothing)
        return !answer->has_plan && (session->prediction.said_nothing || !said->len);
    if (said->len != answer->plan.argv_len)
        return false;
    for (size_t i = 0; i < said->len; i++)
        if (!slice_equal(said->at[i].text, answer->plan.argv[i].arg.text))
            return false;
    return true;
}

/* The value of the first --entrypoint, where there are several. */
static struct slice first_entrypoint(const struct run_request *request)
{
    size_t i = 0;
    const struct given *given = request->entrypoints > 1 && request->options
                                    ? options_next(request->options, OPTION_ENTRYPOINT, &i)
                                    : NULL;
    return given ? given->value.text : S("");
}

static void find_beliefs(struct session *session)
{
    struct prediction *prediction = &session->prediction;
    const struct evaluation *shown = session->shown;
    const struct answer *answer = &shown->answer;
    prediction->beliefs_len = 0;
    if (prediction->right || !answer->has_config || !answer->has_request || answer->is_unknown)
        return;
    const struct belief_input input = {
        .config = &answer->config,
        .build = shown->question.dockerfile ? &answer->build : NULL,
        .request = &answer->request,
        .plan = answer->has_plan ? &answer->plan : NULL,
        .first_entrypoint = first_entrypoint(&answer->request),
    };
    prediction->beliefs_len =
        beliefs_of(&session->shown->arena, &input, &prediction->said, prediction->beliefs);
}

/* Under the guard of the answer's arena. */
static enum say_id judge(struct session *session)
{
    enum say_id wrong = read_answer(session);
    if (wrong != SAY_COUNT)
        return wrong;
    session->prediction.right = is_right(session);
    find_beliefs(session);
    session->prediction.answered = true;
    return SAY_COUNT;
}

void prediction_accept(struct session *session)
{
    struct evaluation *shown = session->shown;
    jmp_buf *outer = shown->arena.guard;
    enum say_id volatile wrong = SAY_NO_MEMORY;
    shown->arena.guard = &shown->guard;
    if (setjmp(shown->guard) == 0)
        wrong = judge(session);
    shown->arena.guard = outer;
    if (wrong == SAY_COUNT)
        tried_add(session);
    else
        say(session->message, sizeof session->message, wrong, NULL);
}
