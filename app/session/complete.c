/* Completion of the run line. In: the line up to the cursor. Out: the candidates for its last word.
 *
 * The words in front of the cursor tell what may follow: docker, a command, its options, an image,
 * and behind the image the words of the image's own lists. Quotes are not looked into. */
#include "app/session/complete.h"

/* What may stand at the cursor. */
enum expected {
    EXPECT_DOCKER,
    EXPECT_COMMAND,
    EXPECT_OPTION,
    EXPECT_IMAGE,
    EXPECT_VALUE,
    EXPECT_WORD
};

struct place_in_line {
    enum expected expected;
    unsigned commands; /* COMMAND_ bit whose options apply */
};

void completion_add(struct arena *arena, struct completion *completion, struct slice word)
{
    if (!slice_starts(word, completion->start) || !word.len)
        return;
    for (size_t i = 0; i < completion->words.len; i++)
        if (slice_equal(completion->words.at[i], word))
            return;
    *list_add(arena, &completion->words) = word;
}

/* Whether an option word takes the next word as its value. */
static bool takes_next(struct slice word, unsigned commands)
{
    if (slice_has(word, '='))
        return false;
    if (slice_starts(word, S("--"))) {
        const struct option *option = option_named(slice_after(word, 2), commands);
        return option && option->value_name;
    }
    for (size_t i = 1; i < word.len; i++) {
        const struct option *option = option_lettered(word.at[i], commands);
        if (!option)
            return false;
        if (option->value_name)
            return i + 1 == word.len;
    }
    return false;
}

static unsigned command_bit(struct slice word)
{
    for (size_t i = 0; i < docker_commands_len; i++)
        if (slice_equal(docker_commands[i].name, word))
            return docker_commands[i].commands;
    return 0;
}

/* Reads the words in front of the cursor's. */
static struct place_in_line read_words(struct slice words)
{
    struct place_in_line place = {EXPECT_DOCKER, 0};
    while (words.len) {
        struct slice word;
        slice_cut(words, ' ', &word, &words);
        if (!word.len)
            continue;
        switch (place.expected) {
        case EXPECT_DOCKER:
            if (slice_equal(word, S("docker")))
                place.expected = EXPECT_COMMAND;
            break;
        case EXPECT_COMMAND:
            place.commands = command_bit(word);
            if (place.commands && place.commands != COMMAND_GROUP)
                place.expected = EXPECT_IMAGE;
            break;
        case EXPECT_VALUE: place.expected = EXPECT_IMAGE; break;
        case EXPECT_OPTION:
        case EXPECT_IMAGE:
            if (*word.at != '-')
                place.expected = EXPECT_WORD;
            else if (takes_next(word, place.commands))
                place.expected = EXPECT_VALUE;
            break;
        case EXPECT_WORD: break;
        }
    }
    return place;
}

/* The commands that make a container, or lead to one. */
static void add_commands(struct arena *arena, struct completion *completion, bool in_group)
{
    const struct docker_command *commands = in_group ? container_commands : docker_commands;
    size_t len = in_group ? container_commands_len : docker_commands_len;
    for (size_t i = 0; i < len; i++)
        if (commands[i].commands)
            completion_add(arena, completion, commands[i].name);
}

static void add_options(struct arena *arena, struct completion *completion, unsigned commands)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if ((option_table[i].commands & commands) && !(option_table[i].marks & OPTION_HIDDEN))
            completion_add(arena, completion, TEXT(arena, S("--"), option_table[i].name));
}

static void add_words(struct arena *arena, struct completion *completion,
                      const struct image_config *config)
{
    if (!config)
        return;
    const struct args *lists[] = {&config->cmd.words, &config->entrypoint.words};
    for (size_t l = 0; l < 2; l++)
        for (size_t i = 0; i < lists[l]->len; i++)
            completion_add(arena, completion, quoted_shell(arena, lists[l]->at[i].text));
}

void completion_end(struct arena *arena, struct completion *completion)
{
    if (!completion->words.len)
        return;
    struct slice common = completion->words.at[0];
    for (size_t i = 1; i < completion->words.len; i++) {
        size_t same = 0;
        while (same < common.len && same < completion->words.at[i].len &&
               common.at[same] == completion->words.at[i].at[same])
            same++;
        common = slice_first(common, same);
    }
    completion->insert = slice_after(common, completion->start.len);
    if (completion->words.len == 1)
        completion->insert = TEXT(arena, completion->insert, S(" "));
}

void complete_line(struct arena *arena, struct slice line, size_t cursor, struct slice image_name,
                   const struct image_config *config, struct completion *completion)
{
    struct slice before = slice_first(line, cursor);
    size_t from = before.len;
    while (from && before.at[from - 1] != ' ')
        from--;
    *completion = (struct completion){.start = slice_after(before, from)};
    struct place_in_line place = read_words(slice_first(before, from));
    bool dash = slice_starts(completion->start, S("-"));
    switch (place.expected) {
    case EXPECT_DOCKER: completion_add(arena, completion, S("docker")); break;
    case EXPECT_COMMAND: add_commands(arena, completion, place.commands == COMMAND_GROUP); break;
    case EXPECT_OPTION:
    case EXPECT_IMAGE:
        if (dash) {
            add_options(arena, completion, place.commands);
            break;
        }
        completion_add(arena, completion, image_name);
        for (size_t i = 0; i < known_images_len(); i++)
            completion_add(arena, completion, known_image_name(i));
        break;
    case EXPECT_VALUE: break;
    case EXPECT_WORD: add_words(arena, completion, config); break;
    }
    completion_end(arena, completion);
}
