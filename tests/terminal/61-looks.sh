# Without colour, without line drawing, and on a terminal that cannot be drawn on.
begin 80x24 NO_COLOR=1
in_tmux pipe-pane -O -t s "cat >'$work/raw'"
pairing scratch -e "'CMD [\"date\"]'" docker run app
wait_for 'PID 1    date'
in_tmux pipe-pane -t s
esc=$(printf '\033')
holds 'NO_COLOR: no colour is set' "$(! LC_ALL=C grep -aqE "$esc\\[([0-9;]*;)?([34][0-7]|[34]8;5)" "$work/raw"; echo $?)"
begin 80x24 LC_ALL=C
pairing scratch -e "'CMD [\"date\"]'" docker run app
wait_for 'PID 1    date'
screen looks-c
begin 80x24
pairing scratch --ascii -e "'CMD [\"date\"]'" docker run app
wait_for 'PID 1    date'
screen looks-ascii
begin 80x24
remember_modes
type 'TERM=dumb; export TERM'
keys Enter
pairing scratch docker run app
wait_for 'TERM'
screen looks-dumb
