# Half typed: the last good result stays and is called old, and what stands is said.
cat >"$work/Dockerfile" <<'END'
FROM alpine
CMD ["date"]
END
begin 80x24
pairing scratch docker run app
wait_for 'PID 1    date'
keys C-o C-o C-o Down End BSpace BSpace
wait_for 'as it stands: shell form'
screen half-dockerfile
type '", "-u"]'
wait_for '^   date -u'
keys C-o
type ' "echo'
wait_for 'as it stands'
screen half-line
type ' a"'
wait_for "'echo a'"
