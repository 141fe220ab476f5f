# A newcomer who has read nothing: the home screen, an example, every page and its help.
begin 80x24
pairing
wait_for 'Enter  scratchpad'
screen home
keys Enter
wait_for '^─> Dockerfile'
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
wait_for 'Enter  scratchpad'
keys q
wait_for '> Line'
keys C-g q
wait_for '^ready\$ *$'
