/* In: libedit's line. Out: the part of it that is a question. See line_search.h. */
#include "app/ground/line_search.h"

bool line_question(const wchar_t *text, size_t len, bool vi, struct line_question *question)
{
    size_t at = len;
    while (at && text[at - 1] != '\n')
        at--;
    if (!at)
        return false;
    const wchar_t *tail = text + at;
    size_t rest = len - at;
    question->at = at - 1;
    if (vi && rest && (*tail == '/' || *tail == '?')) {
        question->forward = *tail == '?';
        question->failed = false;
        question->pattern = at + 1;
        question->pattern_len = rest - 1 - (rest > 1 && text[len - 1] == ' ');
        return true;
    }
    bool back = rest >= 4 && wcsncmp(tail, L"bck", 3) == 0;
    if ((!back && (rest < 4 || wcsncmp(tail, L"fwd", 3) != 0)) ||
        (tail[3] != ':' && tail[3] != '?'))
        return false;
    question->forward = !back;
    question->failed = tail[3] == '?';
    question->pattern = at + 4;
    question->pattern_len = rest - 4;
    return true;
}
