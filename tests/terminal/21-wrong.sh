# Wrong input at each question: it is said, the question stays, nothing is lost.
cat >"$work/Dockerfile" <<'END'
FROM alpine
CMD ["date"]
END
begin 80x24
pairing scratch -f Dockerfile docker run app
wait_for 'PID 1    date'
keys C-g o
wait_for 'Open which file'
type 'none/of this'
keys Enter
wait_for 'No such file'
screen wrong-open
keys C-u
type '/'
keys Enter
wait_for 'directory'
keys Escape
wait_gone 'Open which file'
keys C-g a
wait_for 'Save under which name? Dockerfile'
keys C-u
type 'none/Dockerfile'
keys Enter
wait_for 'No such file'
screen wrong-save
keys C-u Enter
wait_for 'a name is needed'
keys Escape
wait_gone 'Save under'
keys C-g j
wait_for 'Which line'
type 'abc'
keys Enter
wait_for 'the number of a line is needed'
screen wrong-line
keys C-u
type '99999999999999999999'
keys Enter
wait_gone 'Which line'
keys C-g f
wait_for 'find:'
type 'absent'
wait_for 'not found'
keys Escape
keys C-g k
wait_gone 'Menu'
wait_for 'PID 1    date'
