# No control byte of a file or a line reaches the terminal.
esc=$(printf '\033') bel=$(printf '\007')
printf 'FROM alpine\r\nLABEL a="%s]0;title%s %s[7777m" b="\302\2337777m \377\001\016"\nCMD ["printf", "%s[2J"]\n' \
    "$esc" "$bel" "$esc" "$esc" >"$work/Dockerfile"
printf 'docker run x %s]0;title%s\016 \302\2337777m' "$esc" "$bel" >"$work/line"
begin 80x24
in_tmux pipe-pane -O -t s "cat >'$work/raw'"
pairing scratch -f Dockerfile
wait_for '─> Line'
paste "$work/line"
wait_for 'docker run x'
screen bytes
keys C-v Escape
type '[7777m'
keys Enter C-g b
wait_for 'tried before'
keys Escape
wait_gone 'tried before'
keys C-o C-o C-o C-g g
wait_for 'nine forms'
keys Escape
wait_gone 'nine forms'
keys C-g y
wait_for 'As a block'
in_tmux pipe-pane -t s
holds 'no sequence of theirs is in the output' "$(! LC_ALL=C grep -aq "$esc\\[7777m\\|$esc\\]0;" "$work/raw"; echo $?)"
# What the screen's own sequences hold: ESC, CR, LF, backspace, ^O; the clipboard's end in BEL.
LC_ALL=C sed "s/$esc\\]52;c;[A-Za-z0-9+\\/=]*$bel//g" "$work/raw" | LC_ALL=C tr -d '\033\r\n\b\017\011 -~\342-\355\200-\277' |
    od -An -c >"$work/rest"
holds 'no other control byte is' "$([ ! -s "$work/rest" ]; echo $?)"
[ ! -s "$work/rest" ] || head -n 3 "$work/rest"
holds 'no C1 control is, as a byte or as a character' "$(! LC_ALL=C grep -aq "$(printf '\302')[$(printf '\200')-$(printf '\237')]" "$work/raw"; echo $?)"
