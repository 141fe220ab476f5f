# Without colour, without line drawing, and line mode on a terminal that cannot be drawn on.
begin 80x24 NO_COLOR=1
in_tmux pipe-pane -O -t s "cat >'$work/raw'"
pairing scratch -e "'CMD [\"date\"]'" docker run app
wait_for 'PID 1    date'
in_tmux pipe-pane -t s
esc=$(printf '\033')
holds 'NO_COLOR: no colour is set' "$(! LC_ALL=C grep -aoE "$esc\\[[0-9;]*m" "$work/raw" |
    grep -qE '[[;]([34][0-7]|[349]8)[;m]'; echo $?)"
begin 80x24
pairing scratch --ascii -e "'CMD [\"date\"]'" docker run app
wait_for 'PID 1    date'
screen looks-ascii
begin 80x24
remember_modes
type 'TERM=dumb; export TERM'
keys Enter
pairing scratch docker run app
wait_for 'pairing>'
keys C-d
wait_end
