# A pack that somebody wrote to do harm, on a real terminal: nothing of it acts on the terminal, and
# the course is there as before.
mkdir "$work/pack"
printf '# T\033[2J\033]0;title\007 x\n\nA \033[31mtext\033[0m, \302\233 and \377\376.\n\n' >"$work/pack/50-escapes.md"
awk 'BEGIN { for (i = 0; i < 400000; i++) printf "w" }' | sed 's/^/# /' >"$work/pack/51-word.md"
awk 'BEGIN { printf "# Deep\n\n"; for (i = 0; i < 10000; i++) printf "> "; print "deep" }' >"$work/pack/52-deep.md"
awk 'BEGIN { for (i = 0; i < 1200000; i++) print "too large" }' >"$work/pack/53-large.md"
begin 80x24
remember_modes
pairing learn --lessons pack 4
wait_for '4 The pairing'
keys C-g l
wait_for 'wwwwwwww'
wait_for 'T^.\[2J^.\]0;title^G x'
wait_for '53-large.md'
keys End Up Enter
wait_for 'Deep'
keys C-g l /
type 'escapes'
keys Escape
wait_for 'One container, one argv'
keys End
for key in Up Up Up; do
    keys $key Enter
    wait_gone 'One container'
    keys PageDown C-g l
    wait_for 'One container, one argv'
    keys End
done
keys C-g q
wait_end

# The same in lines: no control character but the line end.
printf 'text\nlesson word\nlesson deep\nnext\nsearch title\nlist\nhome\n' |
    HOME=$work/home XDG_STATE_HOME='' "$build/pairing" learn --plain --lessons "$work/pack" escapes >"$work/lines" 2>&1
[ $? -lt 2 ]
holds 'lines end well' $?
holds 'lines show the text' "$(grep -q 'A .*text' "$work/lines"; echo $?)"
holds 'lines hold no control character' "$([ -z "$(LC_ALL=C tr -d '\n -~\200-\377' <"$work/lines")" ]; echo $?)"
