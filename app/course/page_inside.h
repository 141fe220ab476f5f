/* Inside of the page: what its files share. */
#ifndef APP_COURSE_PAGE_INSIDE_H
#define APP_COURSE_PAGE_INSIDE_H

#include "app/course/page.h"

enum { CODE_INDENT = 4 };

struct slice page_say(const struct page_view *view, enum words_id id);

/* Opens a line that is set in; a title of its own, with an empty line in front. */
void page_open(const struct page_view *view, unsigned indent);
void page_title(const struct page_view *view, enum words_id id, struct slice word);

/* What runs, with its letters. */
void page_vector(const struct page_view *view, unsigned indent, const struct answer *answer);

/* What a check wants, as a sentence. */
struct slice page_want(const struct page_view *view, const struct check *check);

#endif
