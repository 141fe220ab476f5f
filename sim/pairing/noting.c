/* What the makers of notes share: adding one, and telling shells and wrappers by their names. */
#include "sim/pairing/noting.h"

void note_add(struct noting *noting, enum rule rule, struct origin at, struct slice word,
              struct slice other, uint32_t number)
{
    *list_add(noting->arena, noting->notes) = (struct finding){rule, at, word, other, number};
}

struct slice program_name(struct slice program)
{
    for (size_t i = program.len; i > 0; i--)
        if (program.at[i - 1] == '/')
            return slice_after(program, i);
    return program;
}

static bool is_one_of(struct slice name, const struct slice *names, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (slice_equal(name, names[i]))
            return true;
    return false;
}

bool is_shell(struct slice program)
{
    static const struct slice shells[] = {S_INIT("sh"),  S_INIT("bash"), S_INIT("dash"),
                                          S_INIT("ash"), S_INIT("zsh"),  S_INIT("ksh")};
    return is_one_of(program_name(program), shells, sizeof shells / sizeof *shells);
}

bool is_wrapper(struct slice program)
{
    static const struct slice wrappers[] = {
        S_INIT("tini"),  S_INIT("dumb-init"), S_INIT("docker-init"),  S_INIT("catatonit"),
        S_INIT("gosu"),  S_INIT("su-exec"),   S_INIT("env"),          S_INIT("exec"),
        S_INIT("nice"),  S_INIT("init"),      S_INIT("with-contenv"), S_INIT("setpriv"),
        S_INIT("nohup"), S_INIT("time"),      S_INIT("chpst"),
    };
    struct slice name = program_name(program);
    return is_one_of(name, wrappers, sizeof wrappers / sizeof *wrappers) ||
           slice_ends(name, S(".sh")) || slice_ends(name, S("entrypoint")) ||
           slice_starts(name, S("entrypoint")) || slice_starts(name, S("docker-entrypoint"));
}

/* Whether a word is a bundle of shell options that holds c: -c, -ec, -lc. */
static bool is_c_option(struct slice word)
{
    return word.len > 1 && word.at[0] == '-' && word.at[1] != '-' && slice_has(word, 'c');
}

size_t script_index(const struct slice *words, size_t len)
{
    size_t i = 0;
    while (i < len && !is_shell(words[i])) {
        if (!is_wrapper(words[i]) && !slice_starts(words[i], S("-")))
            return len;
        i++;
    }
    for (i++; i < len && slice_starts(words[i], S("-")); i++)
        if (is_c_option(words[i]))
            return i + 1 < len ? i + 1 : len;
    return len;
}
