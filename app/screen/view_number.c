/* Numbers in views, and what is made of them: counts, times, days. In: numbers. Out: short texts.
 * See view_inside.h. */
#include "app/screen/view_inside.h"

#include "app/ground/charset.h"
#include "app/ground/cluster.h"

struct slice view_number(struct view *view, size_t n)
{
    return words_digits(view_arena(view), n);
}

struct slice view_count(struct view *view, enum words_id id, size_t n)
{
    const struct words_args args = {.word = view_number(view, n),
                                    .number = n < UINT32_MAX ? (uint32_t)n : UINT32_MAX};
    return view_say(view, id, &args);
}

/* Who comes at the same time of the day finds what is due; so days are counted in halves up. */
struct slice view_when(struct view *view, int64_t due, int64_t now)
{
    enum { HOUR = 3600, SOON = 10, DAY = 24 };
    int64_t hours = due > now ? (due - now + HOUR - 1) / HOUR : 0;
    if (!hours)
        return view_say(view, WORDS_WHEN_NOW, NULL);
    if (hours < SOON)
        return view_count(view, WORDS_WHEN_HOURS, (size_t)hours);
    size_t days = (size_t)(hours + DAY / 2) / DAY;
    return days < 2 ? view_say(view, WORDS_WHEN_TOMORROW, NULL)
                    : view_count(view, WORDS_WHEN_DAYS, days);
}

struct slice view_took(struct view *view, int64_t seconds)
{
    enum { MINUTE = 60, HOUR = 60 };
    size_t all = seconds > 0 ? (size_t)seconds : 0, minutes = (all + MINUTE / 2) / MINUTE;
    const struct words_args args = {.word = view_number(view, minutes / HOUR),
                                    .other =
                                        minutes % HOUR ? view_number(view, minutes % HOUR) : S("")};
    if (all < MINUTE)
        return view_count(view, WORDS_TIME_SECONDS, all);
    return minutes < HOUR ? view_count(view, WORDS_TIME_MINUTES, minutes)
                          : view_say(view, WORDS_TIME_HOURS, &args);
}

struct slice view_cut(struct view *view, struct slice text, int columns)
{
    struct report report = view_report(view, 0);
    struct slice dots = charset_is_utf8() ? S("\xE2\x80\xA6") : S("...");
    int room = columns - (int)text_columns(dots);
    text = report_visible(&report, text);
    if ((int)text_columns(text) <= columns)
        return text;
    if (room < 1)
        return slice_first(text, text_fit(text, columns > 0 ? (unsigned)columns : 0));
    return TEXT(view_arena(view), slice_first(text, text_fit(text, (unsigned)room)), dots);
}

enum role view_state_role(enum record_state state)
{
    bool done = state == RECORD_SOLVED || state == RECORD_HELD;
    return state == RECORD_NEW ? ROLE_FAINT : done ? ROLE_GOOD : ROLE_LABEL;
}
