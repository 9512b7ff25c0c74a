import mmap, os
total = 0
try:
    for number in range(1000):
        with open(f"/dev/shm/{number}", "wb+") as file:
            file.write(b"x" * (1 << 20))
            file.flush()
            view = mmap.mmap(file.fileno(), 0)
            total += 1 << 20
except OSError as error:
    print("refused", error.errno, total <= 8 << 20)
