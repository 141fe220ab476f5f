# A learner at home: one exercise solved, the other column, a pasted error message and its rule,
# progress forgotten and brought back; and what was done is there the next time.
begin 80x24
remember_modes
pairing learn one-argv/nginx
wait_for 'exercise 2 of 5'
type 'CMD ["nginx", "-g", "daemon off;"]'
keys C-s
wait_for 'It holds'
keys C-g l
wait_for 'Enter  go on       1 One container, one argv, exercise 3 of 5'
screen learner-home
keys Right
wait_for 'Enter  open        7 argv is not a string'
keys Left
wait_for 'Enter  go on'

keys /
wait_for 'the error message that you got'
printf 'docker: Error response from daemon: failed to create task for container: %s\n%s\n' \
    'error during container init: exec: "python manage.py":' \
    'executable file not found in $PATH: unknown.' >"$work/message"
paste "$work/message"
wait_for 'BlankInWord'
screen learner-message
keys Enter
wait_for 'Good example'
keys q
wait_for '1 place'
keys C-u
type 'three words'
wait_for '> 1/2     Three words for nginx'
keys Escape
wait_for '> Lessons'

keys p
wait_for '> 1/1   Word by word'
keys Down r
wait_for 'Forget what was done of Three words for nginx?'
keys n
wait_gone 'Forget what'
keys r y
wait_for '1 step forgotten'
wait_for '112 exercises, none of them tried yet'
keys u
wait_for '1 of 112 solved'
keys f
wait_for '> What is open'
resize 120x36
wait_for 'kind     state'
resize 40x12
wait_for '^> 1/1   Word by word'
resize 80x24
keys q
wait_for '> Lessons'
keys q
wait_end

pairing
wait_for 'Enter  go on       1 One container, one argv, exercise 3 of 5'
keys q
wait_end
