# Design as a screen: wishes are typed, a contradiction is seen, the pair is taken into the Dockerfile
# and taken out again; then an exercise, in which one's own pair is tried.
cat >"$work/Dockerfile" <<'END'
FROM debian
CMD ["bash"]
END
begin 80x24
remember_modes
pairing scratch docker run tools
wait_for 'What runs'
keys C-g d
wait_for 'ok  1 docker run tools => ..bash'
keys Up C-u
type 'docker run tools => ["git","fetch"]'
keys Enter
type 'docker run tools log => ["git","log"'
wait_for 'stands no list of words'
wait_for 'Old: before this was typed'
type ']'
wait_for 'ok  2 docker run tools log'
wait_for '^ ENTRYPOINT ..git'
keys Enter
type 'docker run tools bash => ["bash"]'
wait_for 'no  3 docker run tools bash'
wait_for 'type     docker run --entrypoint bash tools'
keys C-o PageDown PageDown
wait_for 'docker run tools log$'
screen design-80x24
resize 120x36
wait_for 'The pair that gives them'
resize 80x24
keys Escape
wait_for '^  1 FROM debian'
keys C-g d
wait_for 'no  3 docker run tools bash'
keys C-s
wait_for '^  3 CMD ..fetch'
wait_for 'these lines stand in the Dockerfile now'
wait_for 'git fetch$'
keys C-_
wait_for '^  2 CMD ..bash'
keys C-g q
wait_end

pairing learn pairing/two-callers
wait_for 'Two callers, one image'
type 'ENTRYPOINT ["restic"]'
keys C-g d
wait_for 'What your lines give them'
wait_for 'no  1 docker run backup'
wait_for 'ok  2 docker run backup snapshots'
keys C-s
wait_for 'your own lines are tried here'
keys Escape
wait_for 'Two callers, one image'
type '
CMD ["backup", "/data"]'
keys C-s
wait_for 'It holds'
keys C-g d
wait_for 'The pair that gives them'
keys C-g q
wait_end
