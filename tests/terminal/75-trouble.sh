# Progress that cannot be kept: one line says so, and the lessons still run.
answer='CMD ["nginx", "-g", "daemon off;"]'
passes() { # the exercise is done, whatever is kept of it
    wait_for 'exercise 2 of 5'
    type "$answer"
    keys C-s
    wait_for '1 of 5 solved\|, 1 solved'
    keys C-g q
    wait_end
}

# There is no place for it.
begin 80x24 XDG_STATE_HOME=/dev/null/nowhere
remember_modes
pairing learn one-argv/nginx
wait_for 'progress is not kept: .dev.null.nowhere.pairing.progress.db cannot be opened:'
screen trouble-nowhere
passes

# The file is broken: it is put aside, and said.
state=$work/home/.local/state/pairing
begin 80x24
remember_modes
mkdir -p "$state"
echo 'no database, but something that somebody wrote there' >"$state/progress.db"
pairing learn one-argv/nginx
wait_for 'the progress file was broken'
passes
holds 'it is still there under another name' "$(
    grep -q somebody "$state/progress.db.broken-1"
    echo $?
)"
pairing learn one-argv/nginx
wait_for ', 1 solved'
keys C-g q
wait_end

# A newer pairing wrote it: it is left alone.
printf '\143' | dd of="$state/progress.db" bs=1 seek=63 conv=notrunc 2>/dev/null
cksum "$state/progress.db" >"$work/before"
pairing learn one-argv/nginx
wait_for 'newer pairing'
passes
cksum "$state/progress.db" | cmp -s - "$work/before"
holds 'the newer file is as it was' $?

# A disk that fills up: said once; what was done is saved when there is room again.
mkdir "$work/disk"
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=200k none "$work/disk" 2>/dev/null; then
    begin 80x24 XDG_STATE_HOME="$work/disk"
    remember_modes
    pairing learn one-argv/nginx
    wait_for 'exercise 2 of 5'
    dd if=/dev/zero of="$work/disk/filler" bs=1k count=300 2>/dev/null
    type "$answer"
    keys C-s
    wait_for 'progress could not be saved: database or disk is full'
    screen trouble-full
    keys C-s
    wait_for 'exercise 3 of 5'
    rm "$work/disk/filler"
    keys C-g h
    wait_for 'Hint 1'
    keys C-g q
    wait_end
    pairing progress
    wait_for '1 of [0-9]* exercises solved'

    # It stays full to the end: then that is said, where it can be read.
    dd if=/dev/zero of="$work/disk/filler" bs=1k count=300 2>/dev/null
    pairing learn cmd/date
    wait_for 'The date, unless told otherwise'
    type 'CMD ["date"]'
    keys C-s
    wait_for 'progress could not be saved: database or disk is full'
    keys C-g q
    wait_for 'what you did last could not be saved, and is not kept'
    wait_end
    rm "$work/disk/filler"

    # Nothing may be written any more.
    mount -o remount,ro "$work/disk"
    pairing learn one-argv/nginx
    wait_for 'progress.db cannot be written:'
    wait_for ', 1 solved'
    keys C-g q
    wait_end
    leave
    umount "$work/disk"
fi
