# Progress when things go wrong at once: a program is killed in the middle, another one works on the
# same file. What was checked is there, and what was only typed.
kept=$work/home/.local/state/pairing/progress.db
begin 80x24
pairing learn cmd/date
wait_for 'The date, unless told otherwise'
type 'CMD ["date"]'
keys C-s
wait_for 'It holds'
keys Enter
wait_for 'exercise 3 of'
keys C-g l
wait_for 'Enter  go on '
keys /
type 'pairing/everything-twice'
wait_for '6     Everything twice'
keys Enter
wait_for 'exercise 6 of 8'
keys C-u
type 'CMD ["what-was-typed"]'
wait_until 'it is kept when nothing is typed for a moment' grep -qa what-was-typed "$kept"
kill -9 "$(pid)"
wait_until 'it is killed' is_gone

begin 80x24
remember_modes
pairing learn pairing/everything-twice
wait_for 'CMD ."what-was-typed'
printf 'CMD ["nginx", "-g", "daemon off;"]\ncheck\n' |
    HOME=$work/home XDG_STATE_HOME='' "$build/pairing" learn --plain one-argv/nginx >"$work/other" 2>&1
holds 'another program passes an exercise meanwhile' $?
keys C-s
wait_for 'Not yet'
keys C-g l
wait_for '1  One container, one argv  *1 of 5'
wait_for '2  CMD alone  *1 of'
keys C-g q
wait_end
