# Text that is not saved: asked for before leaving, and there again at the next start, however the
# program ended.
lines='FROM alpine'
begin 80x24
remember_modes
pairing scratch -f Dockerfile docker run app
wait_for 'Dockerfile is new'
keys C-o C-o C-o
type "$lines"
wait_for 'not saved'
keys C-g q
wait_for 'kept for the next start. Leave'
screen unsaved-ask
keys n
wait_gone 'Leave'
keys C-g q y
wait_end
pairing scratch -f Dockerfile
wait_for 'here is the text that was not saved'
wait_for '1 FROM alpine'
screen unsaved-found

for signal in TERM HUP; do
    keys C-o C-o C-o 'M->' Enter
    type "LABEL by=$signal"
    wait_for "LABEL by=$signal"
    kill -$signal "$(pid)"
    wait_end
    pairing scratch -f Dockerfile
    wait_for 'here is the text that was not saved'
    wait_for "LABEL by=$signal"
done

# The terminal is closed.
keys C-o C-o C-o 'M->' Enter
type 'LABEL by=closing'
wait_for 'LABEL by=closing'
gone=$(pid)
leave
is_dead() { ! kill -0 "$gone" 2>/dev/null; }
wait_until 'the program ends with its terminal' is_dead
begin 80x24
pairing scratch -f Dockerfile
wait_for 'LABEL by=closing'

# And killed, a moment after typing.
keys C-o C-o C-o 'M->' Enter
type 'LABEL by=KILL'
kept() { grep -q 'by=KILL' "$work"/home/.local/state/pairing/unsaved*; }
wait_until 'what is typed is kept soon' kept
kill -KILL "$(pid)"
wait_until 'the program is gone' is_gone
begin 80x24
pairing scratch -f Dockerfile
wait_for 'LABEL by=KILL'
