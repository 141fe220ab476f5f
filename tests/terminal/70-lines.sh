# Line mode at a prompt: Tab, the history, ^C, ^Z, ^D, and the next start; then without libedit, on a
# terminal that calls itself dumb.
cat >"$work/Dockerfile" <<'END'
FROM python:3.12
ENTRYPOINT ["python", "manage.py"]
CMD ["runserver", "0.0.0.0:8000"]
END
begin 80x36
remember_modes
pairing repl
wait_for '^pairing> *$'
keys d o c Tab r u Tab
type '--entr'
keys Tab
wait_for '^pairing> docker run --entrypoint *$'
type 'half'
keys C-c
wait_for '\^C'
type 'docker run shop mi'
keys Enter
wait_for '^python manage.py mi$'
type 'expl'
keys Tab
type 'Single'
keys Tab
wait_for 'explain SingleQuotedArray'
keys Enter
wait_for '^Good example'
keys C-l Up Up
type 'grate'
keys Enter
wait_for '^python manage.py migrate$'
keys C-r
type 'Single'
wait_for 'explain SingleQuotedArray'
keys C-c
type 'CMD ["check"]'
keys Enter
wait_for 'line 3 is now: CMD ..check'
type 'load Dockerfile'
keys Enter
wait_for '^yes or no> *$'
type 'what?'
keys Enter
wait_until 'the question is asked again' sh -c "[ \$(tmux -S '$socket' capture-pane -p -t s | grep -c 'Drop what you changed') = 2 ]"
type 'n'
keys Enter C-d
wait_for 'it is kept for the next start'
wait_end
pairing repl
wait_for 'here is the text that was not saved'
keys Up Up Up
wait_for 'CMD ..check'
keys C-c
type 'undo'
keys Enter
wait_for 'line 3 is now: CMD ..runserver'
keys C-d
wait_end

# No libedit: the terminal edits the line, pairing begins with a menu.
keys 'TERM=dumb sh ./p' Enter
wait_for '6  quit'
keys 3 Enter
wait_for '22  A child'
keys 4 Enter
wait_for 'some-completely-unrelated-program'
type 'half'
keys C-c
wait_for '^pairing> half^C\|\^C'
type 'why 2'
keys Enter
wait_for 'R  the words behind the image'
type 'lesson 4/2'
keys Enter
wait_for '^lesson> *$'
type 'ENTRYPOINT ["myapp"]'
keys Enter
wait_for '^  2 ENTRYPOINT'
type 'scratch'
keys Enter
wait_for 'Back at the image'
wait_for '^pairing> *$'
type 'quit'
keys Enter
wait_end
