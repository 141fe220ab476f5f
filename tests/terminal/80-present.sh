# Slides in a room: a clicker's keys, the merge, a blank screen, other sizes, the shell in between;
# a lesson full of escape sequences; and no terminal at all.
mkdir "$work/pack" "$work/hostile"
cat >"$work/pack/01-two-lists.md" <<'END'
# Two lists

Docker lays them end to end.

```example
ENTRYPOINT ["backup"]
CMD ["--to", "/data"]
---
docker run b --list
```

## A word typed

```exercise
id: two-lists/typed
kind: predict
path: core
cures: none
image: tool
```

Say what runs.

```given
FROM base
ENTRYPOINT ["git"]
CMD ["log"]
```

```vary
WORD = bash | sh
```

```ask
docker run tool {{WORD}}
```

```hint
One.
```
```hint
Two.
```
```hint
Three.
```

```solved
ENTRYPOINT stays.
```

```wrong a-shell
docker run tool {{WORD}} => ["{{WORD}}"]
```
> Words never replace git.
END
printf '# T\033]0;owned\a \033[2J\n\nP\2332J \033[31mred\n\n```example\nCMD ["a\033c"]\n---\ndocker run p\n```\n' \
    >"$work/hostile/01-hostile.md"
begin 80x24
remember_modes
pairing present two-l --lessons pack
wait_for ' 1 of 6'
keys PageDown
wait_for 'Docker lays them end to end'
keys PageDown
wait_for 'What runs?'
screen present-question
keys PageDown PageDown PageDown
wait_for '3 of 4'
screen present-merge
keys b
wait_gone 'docker run'
keys PageDown
wait_for '3 of 4'
keys PageUp
wait_for '2 of 4'
keys . x
wait_for '2 of 4'
keys r
wait_for 'backup --list'
keys 5 Enter
wait_for 'docker run tool bash'
keys w
wait_for 'Words never replace git'
keys v
wait_for 'docker run tool sh'
wait_for 'Values 2 of 2: WORD=sh'
keys m
wait_for 'ENTRYPOINT, line 2'
keys C-z
wait_until 'the terminal is as it was' is_restored
type 'fg'
keys Enter
wait_for 'ENTRYPOINT, line 2'
resize 40x12
wait_for '^ A word typed *5 of 6$'
screen present-40x12
resize 1x1
keys Space
resize 120x36
wait_for 'docker run tool sh'
keys '?'
wait_for 'these keys'
keys Escape End Space
wait_for 'Which lesson?'
keys Escape
wait_for 'The end of Two lists'
keys q
wait_end

# Nothing of a lesson reaches the terminal as it stands there.
pairing present hostile --lessons hostile
wait_for 'T^\[\]0;owned'
keys Space
wait_for 'P.x9b2J ^\[\[31mred'
keys Space Space
wait_for 'a.033c'
keys C-c
wait_end

# The list, where none is named; ^C leaves.
pairing present
wait_for 'Which lesson?'
keys 4 Enter
wait_for 'Lesson 4'
keys l
wait_for '> *4'
keys C-c
wait_end

# Without a terminal to draw on: text.
keys 'TERM=dumb sh ./p present 1 --lessons pack | tail -n 4' Enter
wait_for 'pairing learn'
wait_end
