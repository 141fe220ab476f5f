# ^Z and fg: the shell has its terminal in between, the text is there afterwards. And from outside.
begin 80x24
remember_modes
pairing scratch -f new docker run shop
wait_for 'new is new'
type ' one'
keys C-z
wait_until 'the terminal is as it was' is_restored
wait_for '^ready\$ *$'
type 'fg'
keys Enter
wait_for 'docker run shop one'
kill -TSTP "$(pid)"
wait_until 'the terminal is as it was, stopped from outside' is_restored
resize 100x30
type 'fg'
keys Enter
wait_for 'docker run shop one'
type ' two'
wait_for 'docker run shop one two'
screen stop
keys C-g q
wait_end
