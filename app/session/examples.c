/* The classic pairs, to be loaded: each shows one thing that people meet sooner or later. A row an
 * example; the title and one line of why, the Dockerfile, the run line. */
#include "app/session/inside.h"

#define PYTHON                                                                                     \
    "FROM python:3.12\n"                                                                           \
    "WORKDIR /srv\n"

const struct example examples[] = {
    /* ---- the two lists */
    {S_INIT("CMD alone: the default"), S_INIT("Nothing is typed after the image, so CMD runs."),
     S_INIT("FROM alpine\nCMD [\"myapp\", \"serve\", \"--port\", \"8080\"]\n"),
     S_INIT("docker run shop")},
    {S_INIT("CMD alone: anything replaces it"),
     S_INIT("Words after the image take the place of CMD, all of it."),
     S_INIT("FROM alpine\nCMD [\"myapp\", \"serve\", \"--port\", \"8080\"]\n"),
     S_INIT("docker run shop some-completely-unrelated-program")},
    {S_INIT("The pair: a program and its default words"),
     S_INIT("ENTRYPOINT and CMD are laid end to end: myapp serve --port 8080."),
     S_INIT("FROM alpine\nENTRYPOINT [\"myapp\"]\nCMD [\"serve\", \"--port\", \"8080\"]\n"),
     S_INIT("docker run shop")},
    {S_INIT("The pair: a stranger's word becomes an argument"),
     S_INIT("The line is as before, yet myapp runs: only --entrypoint changes that."),
     S_INIT("FROM alpine\nENTRYPOINT [\"myapp\"]\nCMD [\"serve\", \"--port\", \"8080\"]\n"),
     S_INIT("docker run shop some-completely-unrelated-program")},
    {S_INIT("python manage.py runserver 0.0.0.0:8000"),
     S_INIT("What stays stands in ENTRYPOINT, what may vary in CMD."),
     S_INIT(PYTHON "ENTRYPOINT [\"python\", \"manage.py\"]\n"
                   "CMD [\"runserver\", \"0.0.0.0:8000\"]\n"),
     S_INIT("docker run shop")},
    {S_INIT("python manage.py, another command"),
     S_INIT("migrate takes the place of both words of CMD, not of the last one."),
     S_INIT(PYTHON "ENTRYPOINT [\"python\", \"manage.py\"]\n"
                   "CMD [\"runserver\", \"0.0.0.0:8000\"]\n"),
     S_INIT("docker run shop migrate --fake")},
    {S_INIT("The program typed again"),
     S_INIT("ENTRYPOINT names it already, so it stands there twice."),
     S_INIT(PYTHON "ENTRYPOINT [\"python\", \"manage.py\"]\n"
                   "CMD [\"runserver\"]\n"),
     S_INIT("docker run shop python manage.py migrate")},
    {S_INIT("All options in ENTRYPOINT"),
     S_INIT("An option that is meant to vary is given twice; it belongs in CMD."),
     S_INIT("FROM alpine\nENTRYPOINT [\"myapp\", \"--port\", \"8080\"]\n"),
     S_INIT("docker run shop --port 9090")},
    /* ---- forms */
    {S_INIT("Shell form hides what is typed"),
     S_INIT("The text of ENTRYPOINT does not look at the words behind it."),
     S_INIT("FROM alpine\nENTRYPOINT myapp serve\n"), S_INIT("docker run shop --port 9090")},
    {S_INIT("A shell-form CMD behind a program"),
     S_INIT("The program gets /bin/sh, -c and the whole text as its words."),
     S_INIT("FROM alpine\nENTRYPOINT [\"myapp\"]\nCMD serve --port 8080\n"),
     S_INIT("docker run shop")},
    {S_INIT("Single quotes are no JSON"),
     S_INIT("Not a JSON array, so it is shell form, and nobody says so."),
     S_INIT("FROM php:8\nCMD ['php', '-S', '0.0.0.0:80']\n"), S_INIT("docker run shop")},
    {S_INIT("A comment behind an array"),
     S_INIT("# starts a comment only at the start of a line; here it makes shell form."),
     S_INIT("FROM alpine\nCMD [\"myapp\"] # the server\n"), S_INIT("docker run shop")},
    {S_INIT("$PORT in exec form"), S_INIT("There is no shell, so nobody replaces the variable."),
     S_INIT("FROM alpine\nENV PORT=8000\nCMD [\"myapp\", \"--port\", \"$PORT\"]\n"),
     S_INIT("docker run -e PORT=9000 shop")},
    {S_INIT("&& in exec form"), S_INIT("It is an argument like any other."),
     S_INIT("FROM alpine\nCMD [\"migrate\", \"&&\", \"serve\"]\n"), S_INIT("docker run shop")},
    {S_INIT("Two words as one"),
     S_INIT("\"--port 8080\" is one word with a blank in it; two were meant."),
     S_INIT("FROM alpine\nENTRYPOINT [\"myapp\", \"--port 8080\"]\n"), S_INIT("docker run shop")},
    {S_INIT("sh -c and words behind it"),
     S_INIT("Only the text is run; the first word behind it is $0."),
     S_INIT("FROM alpine\nENTRYPOINT [\"sh\", \"-c\", \"echo hello $1\"]\n"),
     S_INIT("docker run shop you there")},
    /* ---- the run line */
    {S_INIT("--entrypoint drops CMD"), S_INIT("CMD belonged to the old program, and goes with it."),
     S_INIT(PYTHON "ENTRYPOINT [\"python\", \"manage.py\"]\n"
                   "CMD [\"runserver\", \"0.0.0.0:8000\"]\n"),
     S_INIT("docker run --entrypoint python shop")},
    {S_INIT("--entrypoint takes one word"),
     S_INIT("The value is the name of a file; its arguments stand after the image."),
     S_INIT(PYTHON "ENTRYPOINT [\"python\", \"manage.py\"]\n"
                   "CMD [\"runserver\", \"0.0.0.0:8000\"]\n"),
     S_INIT("docker run --entrypoint \"python manage.py\" shop migrate")},
    {S_INIT("An option after the image"),
     S_INIT("Behind the image everything is a word for the program, -p too."),
     S_INIT("FROM alpine\nCMD [\"myapp\", \"serve\"]\n"), S_INIT("docker run shop -p 80:8080")},
    {S_INIT("The host's variable"),
     S_INIT("The typing shell replaces $HOME before docker sees the line."),
     S_INIT("FROM alpine\nENTRYPOINT [\"echo\"]\n"), S_INIT("docker run shop \"$HOME\"")},
    /* ---- inheritance */
    {S_INIT("A child's ENTRYPOINT drops the base's CMD"),
     S_INIT("postgres sets CMD; an ENTRYPOINT in this stage takes it out of force."),
     S_INIT("FROM postgres:16\nENTRYPOINT [\"docker-entrypoint.sh\"]\n"),
     S_INIT("docker run shop")},
    {S_INIT("A child's CMD keeps the base's program"),
     S_INIT("The base's ENTRYPOINT stays: the new words become its arguments."),
     S_INIT("FROM postgres:16\nCMD [\"bash\"]\n"), S_INIT("docker run -it shop")},
};

const size_t examples_len = sizeof examples / sizeof *examples;

void session_take_given(struct session *session)
{
    if (!session_set_line(session, session->given_line, session->given_line.len, true) ||
        !session_load_text(session, session->given_text))
        return;
    session_go(session, PANE_LINE);
    session_refresh(session, true);
}

void session_take(struct session *session, struct slice text, struct slice line)
{
    const struct words_args args = {.file = slice_of(session->path)};
    session->given_text = text;
    session->given_line = line;
    if (session_dirty(session))
        session_ask(session, ASKING_GIVEN, WORDS_SAY_ASK_GIVEN, &args);
    else
        session_take_given(session);
}

void session_load_example(struct session *session)
{
    const struct example *example = &examples[session->row[PANE_EXAMPLES]];
    if (!session_set_line(session, example->line, example->line.len, true) ||
        !session_load_text(session, example->dockerfile))
        return;
    session_go(session, PANE_LINE);
    session_refresh(session, true);
}
