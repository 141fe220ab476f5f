# A newcomer who has read nothing and wants no questions: home, the scratchpad, an example, every
# page and its help.
begin 80x24
pairing
wait_for 'Question 1 of 3'
keys C-g l
wait_for '─> Lessons'
screen home
keys s
wait_for 'goes back to the course'
screen home-first
keys C-g
wait_for 'Menu: a letter'
screen home-menu
keys x
wait_for 'The classic pairs'
keys Down Down Down Down Down Enter
wait_for 'python manage.py migrate --fake'
for page in g:forms m:merge e:explain b:before n:notes; do
    keys C-g "${page%:*}"
    wait_for " ${page#*:}\\|─> Notes"
    keys '?'
    wait_for 'The letters under words'
    keys Escape
    wait_gone 'The letters under words'
    keys Escape
    wait_for 'What runs'
done
screen home-last
keys C-g '?'
wait_for 'The letters under words'
keys q C-g h
wait_for '─> Lessons'
keys s
wait_for '> Line'
keys C-g q
wait_for '^ready\$ *$'
