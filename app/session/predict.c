/* Predictions: what somebody says will run, against what does. In: typed words. Out: right or not,
 * and the mistaken beliefs under which they would be right. */
#include "app/session/inside.h"

#include "app/course/said.h"

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
        session_tell(session, WORDS_SAY_PREDICT_NO_LINE, NULL);
        return;
    }
    session->prediction.on = !session->prediction.on;
    prediction_hide(session);
    if (session->prediction.on)
        session_go(session, PANE_RESULT);
    session_tell(session, session->prediction.on ? WORDS_SAY_PREDICT_ON : WORDS_SAY_PREDICT_OFF,
                 NULL);
}

void prediction_type(struct session *session, struct slice text)
{
    struct prediction *prediction = &session->prediction;
    if (text.len > sizeof prediction->text - prediction->len) {
        session_tell(session, WORDS_SAY_LINE_FULL, NULL);
        return;
    }
    memcpy(prediction->text + prediction->len, text.at, text.len);
    prediction->len += text.len;
}

/* ---- Judging */

/* Reads what was said; WORDS_COUNT, or what is wrong with it. */
static enum words_id read_answer(struct session *session)
{
    struct prediction *prediction = &session->prediction;
    struct slice text = {prediction->text, prediction->len};
    enum said said = said_read(&session->shown->arena, text, &prediction->said);
    prediction->said_nothing = said == SAID_NOTHING;
    return said_is_answer(said)    ? WORDS_COUNT
           : said == SAID_EMPTY    ? WORDS_SAY_PREDICT_EMPTY
           : said == SAID_NOT_JSON ? WORDS_SAY_PREDICT_NOT_JSON
                                   : WORDS_SAY_PREDICT_OPEN;
}

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
static enum words_id judge(struct session *session)
{
    enum words_id wrong = read_answer(session);
    if (wrong != WORDS_COUNT)
        return wrong;
    session->prediction.right = is_right(session);
    find_beliefs(session);
    session->prediction.answered = true;
    return WORDS_COUNT;
}

void prediction_accept(struct session *session)
{
    struct evaluation *shown = session->shown;
    jmp_buf *outer = shown->arena.guard;
    enum words_id volatile wrong = WORDS_SAY_NO_MEMORY;
    shown->arena.guard = &shown->guard;
    if (setjmp(shown->guard) == 0)
        wrong = judge(session);
    shown->arena.guard = outer;
    if (wrong == WORDS_COUNT)
        tried_add(session);
    else
        session_tell(session, wrong, NULL);
}
