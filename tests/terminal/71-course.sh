# A newcomer: the three questions, the lesson that they choose, exercises of the three ways to
# answer, the scratchpad and back; at other sizes too.
begin 80x24
remember_modes
pairing learn
wait_for 'Question 1 of 3'
screen course-start
type 'python manage.py runserver migrate'
keys Enter
wait_for 'How sure are you'
keys 2
wait_for 'EEEEEE EEEEEEEEE RRRRRRR'
keys Enter
wait_for 'Question 2 of 3'
keys C-g h
wait_for 'R\{33\}'
keys Enter
wait_for 'Question 3 of 3'
type 'env'
keys Enter
wait_for 'How sure are you'
keys Escape
wait_gone 'How sure are you'
keys Enter 3
wait_for 'OOO'
keys Enter
wait_for '^ 1 One container, one argv     5 exercises'
wait_for 'you begin with lesson 1'
keys Enter
wait_for 'exercise 1 of 5, 0 solved'
keys C-g s
wait_for 'scratchpad'
keys C-g l
wait_for 'exercise 1 of 5, 0 solved'
keys C-g q
wait_end

pairing learn 4/3
wait_for '0 of 3 said'
type 'EECC'
keys Enter
type 'EECCRR'
keys Enter
type 'EERR'
keys Enter
wait_for '2 of 3 right'
screen course-origin
keys C-g m
wait_for 'hidden until you have said'
keys Escape
wait_for '2 of 3 right'
keys C-u
type 'EERR'
keys Enter
wait_for 'It holds. Enter goes on.'
keys C-g q
wait_end

# A design: lines behind the given one, and what is wanted stays in sight.
pairing learn pairing/two-callers
wait_for 'FROM base'
type 'ENTRYPOINT ["restic", "backup"]'
keys C-s
wait_for '^>no  docker run backup'
resize 120x36
wait_for 'How it came about'
screen course-design-120x36
resize 40x12
wait_for 'Your lines'
screen course-design-40x12
resize 80x24
keys C-u
type 'ENTRYPOINT ["restic"]'
keys Enter
type 'CMD ["backup", "/data"]'
keys C-s
wait_for '3 of 3 hold'
screen course-design
keys Enter
wait_for 'exercise 8 of 8'
keys C-g q
wait_end

# Behind the last exercise of the path: more practice.
pairing learn pairing/everything-twice
wait_for 'exercise 6 of 8'
keys C-g n
wait_for 'More practice: [0-9] exercises'
keys m
wait_for 'exercise 1 of 8'
keys C-g q
wait_end

# A run line: libedit's keys.
pairing learn misuse/escape
wait_for 'The image vault'
type 'docker run --rm vault id'
keys Enter
wait_for 'with 24 characters'
keys C-a
type 'x'
wait_for ' \$ xdocker run'
keys BSpace C-e C-w C-w C-w
type 'vault id'
keys Enter
wait_for 'It holds. Enter goes on.'
keys C-g q
wait_end
