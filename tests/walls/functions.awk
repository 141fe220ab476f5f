# Prints "LENGTH FILE:LINE NAME" for every function of C files laid out by clang-format: a function's
# brace stands alone in column 1. The length is from the line of its name to the closing brace.
FNR == 1 { head = 0 }
# A line in column 1 that is no comment, directive, label or brace may open a function's head.
/^[A-Za-z_]/ && !/;[ \t]*$/ && !/^(struct|enum|union)[^(]*$/ && !/^#/ { if (!head) head = FNR }
/^[A-Za-z_].*\(/ && !name { name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name) }
/;[ \t]*$/ || /^}/ && !open { if (!open) { head = 0; name = "" } }
/^\{$/ && head { open = head; title = name }
/^}/ && open { print FNR - open + 1, FILENAME ":" open, title; open = head = 0; name = "" }
