/* Docker's options: the table, and pflag's way of reading them. */
#include "tests/unit/unit.h"

#include "sim/docker/option.h"
#include "sim/ground/buffer.h"
#include "sim/ground/quote.h"

static void the_table_is_in_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const struct option *option = &option_table[i];
        assert_true(option->name.len > 0 && option->help && option->commands);
        assert_true(i == 0 || slice_compare(option_table[i - 1].name, option->name) < 0);
        assert_ptr_equal(option_named(option->name, option->commands), option);
        assert_int_equal(option_table[option->means].means, option->means);
        assert_int_equal(option->kind == VALUE_BOOL, option->value_name == NULL);
        if (option->letter)
            assert_ptr_equal(option_lettered(option->letter, option->commands), option);
    }
    assert_null(option_named(S("detach"), COMMAND_CREATE));
    assert_null(option_named(S("rm"), COMMAND_EXEC));
    assert_null(option_named(S("RM"), COMMAND_RUN));
    assert_null(option_named(S(""), COMMAND_RUN));
}

/* Words are separated by blanks, "_" is an empty word. `given` lists what was read as NAME=VALUE,
 * then
 * "|" and the first word left, or "!" and the complaint. */
static const struct {
    const char *words, *given;
} rows[] = {
    {"img -it", "|img"},
    {"--name web img", "name=web|img"},
    {"--name=web=1 img", "name=web=1|img"},
    {"--name --rm img", "name=--rm|img"},
    {"--name= img", "name=|img"},
    {"-it img", "interactive tty|img"},
    {"-itp 80 img", "interactive tty publish=80|img"},
    {"-p80:80 img", "publish=80:80|img"},
    {"-v=/a:/b img", "volume=/a:/b|img"},
    {"-v= img", "volume==|img"},
    {"-it=false img", "interactive tty=false|img"},
    {"--rm=0 img", "rm=0|img"},
    {"-- --rm", "|--rm"},
    {"--rm -", "rm|-"},
    {"--rm _ x", "rm|"},
    {"--net host img", "network=host|img"},
    {"-itest.x img", "interactive|img"},
    {"-test.v img", "|img"},
    {"-h web img", "hostname=web|img"},
    {"---rm", "!bad flag syntax: ---rm"},
    {"--=x", "!bad flag syntax: --=x"},
    {"--Rm", "!unknown flag: --Rm"},
    {"--nope=1", "!unknown flag: --nope"},
    {"-itrm", "!unknown shorthand flag: 'r' in -rm"},
    {"-it= img", "!unknown shorthand flag: '=' in -="},
    {"-i\\", "!unknown shorthand flag: '\\\\' in -\\"},
    {"--name", "!flag needs an argument: --name"},
    {"-itp", "!flag needs an argument: 'p' in -p"},
    {"--rm=yes", "!invalid argument \"yes\" for \"--rm\" flag: strconv.ParseBool: parsing \"yes\": "
                 "invalid syntax"},
    {"-c x", "!invalid argument \"x\" for \"-c, --cpu-shares\" flag: strconv.ParseInt: parsing "
             "\"x\": invalid syntax"},
};

static struct args words_of(struct arena *arena, const char *text)
{
    struct args words = {0};
    for (struct slice word, rest = slice_of(text); rest.len;) {
        slice_cut(rest, ' ', &word, &rest);
        args_add(arena, &words, slice_equal(word, S("_")) ? S("") : word, (struct origin){0});
    }
    return words;
}

static struct slice read_row(struct arena *arena, const char *text)
{
    struct args words = words_of(arena, text);
    struct option_values values = {0};
    const struct memory_host none = {0};
    struct host host = host_in_memory(&none);
    struct option_reader reader = {
        .arena = arena, .words = &words, .host = &host, .commands = COMMAND_RUN, .values = &values};
    struct buffer out = {.arena = arena};
    if (options_read(&reader) == OPTIONS_FAIL)
        return TEXT(arena, S("!"), reader.message);
    for (size_t i = 0; i < values.len; i++) {
        buffer_string(&out, i ? " " : "");
        buffer_put(&out, option_table[values.at[i].id].name);
        if (values.at[i].value.text.at)
            buffer_byte(&out, '=');
        buffer_put(&out, values.at[i].value.text);
    }
    buffer_byte(&out, '|');
    if (reader.next < words.len)
        buffer_put(&out, words.at[reader.next].text);
    return buffer_slice(&out);
}

static void words_become_options(void **state)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_slice(rows[i].words, read_row(*state, rows[i].words), slice_of(rows[i].given));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_is_in_order),
        unit_test_with_arena(words_become_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
