/* A lesson as lines of text with roles: its prose, a task, a verdict. The same for line mode and
 * the screen. */
#ifndef APP_COURSE_PAGE_H
#define APP_COURSE_PAGE_H

#include "app/course/exercise.h"
#include "app/ground/report.h"

struct page_view {
    struct report *report;
    bool coloured; /* else code that holds a blank keeps its `quotes` */
    bool screen;   /* keys are named, not commands of line mode */
};

/* Prose, `example` blocks with what they run. */
void page_prose(const struct page_view *view, const struct markdown *markdown, unsigned indent);

/* A task: its prose, the given images and lines, what is to hold, what is asked. */
void page_task(const struct page_view *view, const struct task *task);

/* Lines with their numbers: from 1, and the learner's own from behind the given ones. */
void page_lines(const struct page_view *view, struct slice lines);
void page_own_lines(const struct page_view *view, const struct task *task, struct slice lines);

/* The checks of an answer, word by word, and the reply; what was said and is not right is not
 * told rightly. */
void page_verdict(const struct page_view *view, const struct task *task,
                  const struct verdict *verdict);

/* The reply alone, to an answer that does not pass. */
void page_reply(const struct page_view *view, const struct task *task,
                const struct verdict *verdict, unsigned indent);

/* What really runs for each line that is asked. */
void page_runs(const struct page_view *view, const struct task *task);

/* The right answer: lines, or what really runs with its letters. */
void page_answer(const struct page_view *view, const struct task *task);

/* ---- Their parts, for a face that has a place for each */

/* What a task tells: its prose, the given images, the par of a golf. */
void page_situation(const struct page_view *view, const struct task *task);

/* What the i-th visible check wants. */
void page_wanted(const struct page_view *view, const struct task *task, size_t i);

/* The i-th result of a verdict: what was wanted, what there is instead. brief: of one that holds
 * only that it does. */
void page_result(const struct page_view *view, const struct task *task,
                 const struct verdict *verdict, size_t i, bool brief);

/* What really runs for the i-th line that is asked: words, and letters below them. */
void page_run(const struct page_view *view, const struct task *task, size_t i, unsigned indent);

/* The model answer as lines of its kind, and why it is so. */
void page_model(const struct page_view *view, const struct task *task);

/* ---- To type */

/* A lesson's last example, or a task with lines, as a line to type into a shell; empty when it
 * stands on images that only the exercise has. */
struct slice page_command(struct arena *arena, struct slice lines, struct slice run);

/* The example that stands last in prose; false when there is none. */
bool page_last_example(struct arena *arena, const struct markdown *prose, struct slice *lines,
                       struct slice *run);

#endif
