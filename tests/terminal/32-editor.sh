# $EDITOR has the terminal and comes back with the text; one that fails changes nothing.
cat >"$work/edit" <<'END'
#!/bin/sh
echo 'the editor is here'
read -r answer
[ "$answer" = yes ] || exit 1
printf 'FROM alpine\nCMD ["edited"]\n' >"$1"
END
chmod +x "$work/edit"
begin 80x24 EDITOR=./edit
pairing scratch -e "'CMD [\"typed\"]'" docker run app
wait_for 'PID 1    typed'
keys C-g v
wait_for 'the editor is here'
type 'no'
keys Enter
wait_for 'nothing was changed'
wait_for 'PID 1    typed'
keys C-g v
wait_for 'the editor is here'
type 'yes'
keys Enter
wait_for 'PID 1    edited'
