held = []
try:
    while True:
        held.append(open("/submission/note.txt"))
except OSError as error:
    print("refused", error.errno, len(held) <= 256)
