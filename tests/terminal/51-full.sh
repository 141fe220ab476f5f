# A disk that is full while one saves: said, nothing lost, and saved once there is room.
mkdir "$work/disk"
full_disk=
limit=
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=64k none "$work/disk" 2>/dev/null; then
    full_disk=$work/disk
else
    limit=yes
fi
awk 'BEGIN { for (i = 0; i < 3000; i++) printf "# a line of a file that is too long %d\n", i }' >"$work/long"
begin 80x24
[ -z "$limit" ] || {
    type 'ulimit -f 64'
    keys Enter
}
echo 'CMD ["old"]' >"$work/disk/Dockerfile"
pairing scratch -f disk/Dockerfile docker run app
wait_for 'PID 1    old'
keys C-o C-o C-o
paste "$work/long"
wait_for 'not saved'
keys C-s
wait_for 'was not saved: .*The text is still here'
screen full
holds 'the file is as it was' "$([ "$(cat "$work/disk/Dockerfile")" = 'CMD ["old"]' ]; echo $?)"
holds 'nothing else is left there' "$([ "$(ls "$work/disk")" = Dockerfile ]; echo $?)"
keys C-_ C-s
wait_for 'saved disk/Dockerfile'
leave
[ -z "$full_disk" ] || umount "$full_disk"
full_disk=
