# The two seed pairs, typed into a new file, and the lines that override them.
begin 80x24
pairing scratch -f Dockerfile
wait_for 'Dockerfile is new'
keys C-o C-o C-o
wait_for '^─> Dockerfile'
type 'FROM alpine'
keys Enter
type 'ENTRYPOINT ["myapp"]'
keys Enter
type 'CMD ["serve", "--port", "8080"]'
keys C-o
type 'docker run app'
wait_for 'myapp serve --port 8080'
screen seed
type ' migrate now'
wait_for 'myapp migrate now'
screen seed-words
keys C-u
type 'docker run --entrypoint sh app -c ls'
wait_for '^   sh -c ls'
screen seed-entrypoint
keys C-u
type 'docker run --entrypoint "myapp serve" app'
wait_for 'Starts only if the image has'
screen seed-blank

# The other pair, in the place of the first.
keys C-o C-o C-o 'M-<'
keys C-u C-u C-u
type 'FROM python:3.12'
keys Enter
type 'WORKDIR /srv'
keys Enter
type 'ENTRYPOINT ["python", "manage.py"]'
keys Enter
type 'CMD ["runserver", "0.0.0.0:8000"]'
keys C-o C-u
type 'docker run shop'
wait_for 'python manage.py runserver 0.0.0.0:8000'
type ' migrate --fake'
wait_for '^   python manage.py migrate --fake'
screen seed-python
