/* Search in lessons, exercises and rules. See walk.h.
 *
 * In: words, or an error that somebody got. Out: places, each once. Docker's and BuildKit's
 * messages are facts; a row tells by what a message is known and which rule explains it. */
#include "app/course/walk_inside.h"

#include "app/ground/pages.h"

/* ---- A word, letters in any case */

/* A word, and the byte of it that is met least often in lessons. */
struct needle {
    struct slice word;
    size_t rare;
    char small, large; /* that byte in both cases */
};

/* From the letters met most often to those met least; what is not in it is rarer still. */
static const char often[] = " etnaoirsdlhcmup\n\"E.yfwbg`,NTRIOPvMDYCk-:/A[]#x1=0S2Hj5ULW3q>z";

static char other_case(char c)
{
    bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return letter ? (char)(c ^ 0x20) : c;
}

static size_t rarity(char c)
{
    const char *at = memchr(often, c, sizeof often - 1);
    return at ? (size_t)(at - often) : sizeof often;
}

static void needle_make(struct needle *needle, struct slice word)
{
    size_t most = 0;
    *needle = (struct needle){.word = word};
    for (size_t i = 0; i < word.len; i++) {
        size_t a = rarity(word.at[i]), b = rarity(other_case(word.at[i])), both = a < b ? a : b;
        if (both < most)
            continue;
        most = both;
        needle->rare = i;
    }
    needle->small = word.at[needle->rare];
    needle->large = other_case(needle->small);
}

/* Whether the word stands in a text, with its rare byte being c. */
static bool has_byte(const struct needle *needle, struct slice text, char c)
{
    size_t behind = needle->word.len - needle->rare; /* so many bytes follow, with that one */
    for (size_t i = needle->rare; i + behind <= text.len; i++) {
        const char *at = memchr(text.at + i, c, text.len - behind + 1 - i);
        if (!at)
            return false;
        i = (size_t)(at - text.at);
        struct slice there = {at - needle->rare, needle->word.len};
        if (slice_equal_fold(there, needle->word))
            return true;
    }
    return false;
}

static bool has(const struct needle *needle, struct slice text)
{
    return has_byte(needle, text, needle->small) ||
           (needle->large != needle->small && has_byte(needle, text, needle->large));
}

static bool holds(struct slice text, struct slice word)
{
    struct needle needle;
    if (word.len > text.len || !word.len)
        return false;
    needle_make(&needle, word);
    return has(&needle, text);
}

/* ---- Lessons and exercises */

enum { WORDS_MOST = 6 };

/* What is sought: all of the needles have to stand in a text. */
struct sought {
    struct needle at[WORDS_MOST];
    size_t len;
};

static bool has_all(const struct sought *sought, struct slice text)
{
    bool all = true;
    for (size_t i = 0; i < sought->len && all; i++)
        all = has(&sought->at[i], text);
    return all;
}

/* Those whose titles it stands in, or, `behind` them, those whose text it stands in. */
static void search_lesson(struct walk *walk, struct arena *arena, size_t at,
                          const struct sought *sought, bool behind, struct walk_hits *hits)
{
    const struct outline *outline = &walk->course.at[at].outline;
    struct slice bytes = walk->course.at[at].file->bytes;
    if (behind && !has_all(sought, bytes))
        return;
    for (size_t i = 0, from = 0; i <= outline->len; i++) {
        size_t to = i < outline->len ? outline->at[i].at : bytes.len;
        struct slice title = i ? outline->at[i - 1].title : outline->title;
        struct slice text = slice_first(slice_after(bytes, from), to - from);
        if (has_all(sought, title) ? !behind : behind && has_all(sought, text))
            *list_add(arena, hits) = (struct walk_hit){{at, i - 1}, RULE_COUNT, title};
        from = to;
    }
}

static void search_lessons(struct walk *walk, struct arena *arena, const struct sought *sought,
                           bool behind, struct walk_hits *hits)
{
    for (size_t i = 0; i < walk->course.len; i++)
        search_lesson(walk, arena, i, sought, behind, hits);
}

/* ---- Rules and messages */

/* By what a message is known, besides the name of its rule. */
static const struct {
    struct slice part;
    enum rule rule;
} messages[] = {
    {S_INIT("no command specified"), RULE_NothingToRun},
    {S_INIT("invalid reference format"), RULE_TypographicDash},
    {S_INIT("unknown instruction: EOF"), RULE_HeredocNotHere},
    {S_INIT("JSON arguments recommended for"), RULE_JSONArgsRecommended},
};

/* No file is called as the first word: that word tells how it came to stand there. */
static enum rule rule_of_exec(struct slice text)
{
    static const struct slice exec = S_INIT("exec: \"");
    struct slice word, rest;
    while (text.len && !slice_starts(text, exec))
        text = slice_after(text, 1);
    slice_cut(slice_after(text, exec.len), '"', &word, &rest);
    if (!word.len)
        return RULE_COUNT;
    return *word.at == '['        ? RULE_EntrypointJSON
           : *word.at == '-'      ? RULE_CmdReplacedByOptions
           : slice_has(word, ' ') ? RULE_BlankInWord
                                  : RULE_CmdReplacedByRunArgs;
}

/* The rule that a message is explained by; RULE_COUNT: none. */
static enum rule rule_of_message(struct slice text)
{
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++)
        if (holds(text, messages[i].part))
            return messages[i].rule;
    return rule_of_exec(text);
}

/* Of the message that a program was not found, without the program's name, or the beginning of it:
 * any of these may be what happened. */
static bool may_be_told(struct slice text, enum rule rule)
{
    static const struct slice message = S_INIT("executable file not found in $PATH");
    static const enum rule rules[] = {RULE_BlankInWord, RULE_EntrypointBlank, RULE_EntrypointJSON,
                                      RULE_CmdReplacedByOptions, RULE_CmdReplacedByRunArgs};
    enum { ENOUGH = 9 };
    bool part = text.len >= ENOUGH && holds(message, text);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i] == rule)
            return part || holds(text, S("executable file not found"));
    return false;
}

static void search_rules(struct arena *arena, struct slice word, struct walk_hits *hits)
{
    enum rule told = rule_of_message(word);
    bool unsure = told == RULE_COUNT;
    for (unsigned at = 0; at < RULE_COUNT; at++) {
        enum rule rule = (enum rule)at;
        struct slice name = rule_name(rule);
        struct slice summary = words_of_rule(arena, rule, WORDS_SUMMARY, NULL);
        if (page_of(rule) && (rule == told || (unsure && may_be_told(word, rule)) ||
                              holds(name, word) || holds(word, name) || holds(summary, word)))
            *list_add(arena, hits) = (struct walk_hit){{SIZE_MAX, SIZE_MAX}, rule, summary};
    }
}

/* ---- The whole */

/* Several words as needles of their own; false where there is one, or too many. */
static bool cut_words(struct slice words, struct sought *sought)
{
    struct slice word;
    sought->len = 0;
    while (words.len && sought->len < WORDS_MOST) {
        slice_cut(words, ' ', &word, &words);
        if (word.len)
            needle_make(&sought->at[sought->len++], word);
    }
    return !words.len && sought->len > 1;
}

void walk_search(struct walk *walk, struct arena *arena, struct slice words, struct walk_hits *hits)
{
    struct sought sought;
    *hits = (struct walk_hits){0};
    if (!words.len)
        return;
    needle_make(&sought.at[0], words);
    sought.len = 1;
    search_lessons(walk, arena, &sought, false, hits);
    search_rules(arena, words, hits);
    search_lessons(walk, arena, &sought, true, hits);
    if (hits->len || !cut_words(words, &sought))
        return;
    search_lessons(walk, arena, &sought, false, hits);
    search_lessons(walk, arena, &sought, true, hits);
}
