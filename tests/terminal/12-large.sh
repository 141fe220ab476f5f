# The same at the other sizes, from the start and not by resizing.
cat >"$work/Dockerfile" <<'END'
FROM python:3.12
WORKDIR /srv
ENTRYPOINT ["python", "manage.py"]
CMD ["runserver", "0.0.0.0:8000"]
END
for size in 120x36 40x12; do
    begin $size
    pairing scratch docker run shop migrate --fake
    wait_for 'python manage.py migrate --fake'
    keys C-o C-o C-o
    wait_for '> Dockerfile'
    screen "pad-$size"
done
