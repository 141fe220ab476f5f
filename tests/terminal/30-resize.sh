# Another size while one types: down to one cell and back, nothing lost.
begin 80x24
pairing scratch -e "'ENTRYPOINT [\"python\", \"manage.py\"]'" -e "'CMD [\"runserver\"]'" docker run shop
wait_for 'python manage.py runserver'
screen resize-80x24
type ' mig'
resize 40x12
type 'rate'
wait_for 'python manage.py migrate'
screen resize-40x12
resize 120x36
type ' --fake'
wait_for '^   python manage.py migrate --fake'
screen resize-120x36
resize 1x1
type ' --more'
resize 2x3
resize 300x5
resize 80x24
wait_for '^   python manage.py migrate --fake --more'
screen resize-back
