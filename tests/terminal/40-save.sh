# Saving: as a new file, again, over what somebody else wrote, over another file.
begin 80x24
pairing scratch -f Dockerfile docker run app
wait_for 'Dockerfile is new'
keys C-o C-o C-o
type 'CMD ["one"]'
wait_for 'not saved'
keys C-s
wait_for 'saved Dockerfile, 1 line'
screen save
holds 'the file has the text' "$([ "$(cat "$work/Dockerfile")" = 'CMD ["one"]' ]; echo $?)"
echo 'somebody else' >"$work/Dockerfile"
type '#'
keys C-s
wait_for 'was changed by somebody else'
screen save-changed
keys n
wait_gone 'somebody else'
holds 'the file is as it was' "$([ "$(cat "$work/Dockerfile")" = 'somebody else' ]; echo $?)"
keys C-s
wait_for 'was changed by somebody else'
keys y
wait_for 'saved Dockerfile'
holds 'the file has the text' "$([ "$(cat "$work/Dockerfile")" = 'CMD ["one"]#' ]; echo $?)"
echo other >"$work/other"
keys C-g a C-u
type 'other'
keys Enter
wait_for 'other exists. Overwrite it'
keys y
wait_for 'saved other'
