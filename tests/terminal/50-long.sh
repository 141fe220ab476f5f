# A paste of 1 MB, and a run line of 100 kB.
awk 'BEGIN { while (n < 1000000) { s = sprintf("RUN echo number %d of a long file of lines\n", ++i)
    printf "%s", s; n += length(s) } print "CMD [\"last\"]" }' >"$work/long"
begin 80x24
pairing scratch -f Dockerfile docker run app
wait_for 'Dockerfile is new'
keys C-o C-o C-o
wait_for '^─> Dockerfile'
type 'FROM alpine'
keys Enter
paste "$work/long"
wait_for 'PID 1    last'
keys C-s
wait_for 'saved Dockerfile'
holds 'all of the paste is saved' "$({ echo FROM alpine; cat "$work/long"; } | cmp -s - "$work/Dockerfile"; echo $?)"
keys C-_
wait_gone 'PID 1    last'
awk 'BEGIN { for (i = 0; i < 10000; i++) printf " word%05d", i }' >"$work/words"
keys C-o
paste "$work/words"
wait_for 'word09999'
keys C-a C-k
wait_gone 'word09999'
