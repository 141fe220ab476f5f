# A click gives a part the keyboard, a click in a list chooses, the wheel scrolls.
click() { # COLUMN ROW, from 1
    type "$(printf '\033[<0;%d;%dM\033[<0;%d;%dm' "$1" "$2" "$1" "$2")"
}
awk 'BEGIN { print "FROM alpine"; for (i = 2; i < 60; i++) print "LABEL n" i "=1" }' >"$work/Dockerfile"
begin 80x24
pairing scratch docker run app
wait_for '─> Line'
click 10 4
wait_for '─> Dockerfile'
type 'X'
wait_for 'LABEL n2\|XLABEL n2'
type "$(printf '\033[<65;10;4M')"
type "$(printf '\033[<65;10;4M\033[<65;10;4M')"
wait_for 'LABEL n11=1'
click 10 13
wait_for '─> Line'
type ' word'
wait_for 'docker run app word'
