# A situation is shared as text on the screen, as a file, and read back.
begin 80x24
pairing scratch -e "'ENTRYPOINT [\"myapp\"]'" -e "'CMD [\"serve\"]'" docker run app now
wait_for 'myapp now'
keys C-g y
wait_for 'As a block'
screen share
shown >"$work/page"
sed -n '/^pairing situation 1/,/^\$/p' "$work/page" >"$work/selected"
keys w
wait_for 'Write the block'
keys C-u
type 'sit.txt'
keys Enter
wait_for 'written to sit.txt'
holds 'the file has what the page shows' "$(cmp -s "$work/selected" "$work/sit.txt"; echo $?)"
begin 80x24
pairing scratch --load sit.txt
wait_for 'myapp now'
begin 80x24
sed -n '/^pairing scratch/,/docker run app now/p' "$work/page" | sed 's/^pairing/sh .\/p/' >"$work/line"
pairing --version
type '. ./line'
keys Enter
wait_for 'myapp now'
begin 80x24
pairing scratch -e "'CMD [\"other\"]'" docker run other
wait_for 'PID 1    other'
keys C-g o
wait_for 'Open which file'
type 'sit.txt'
keys Enter
wait_for 'loaded the situation in sit.txt'
wait_for 'myapp now'
# Line mode reads it too.
printf 'load sit.txt\ndocker run app again\n' >"$work/lines"
holds 'line mode loads it' "$(cd "$work" && "$build/pairing" repl <lines 2>&1 | grep -q '^myapp again'; echo $?)"
