import os
written = 0
try:
    for n in range(1000):
        with open(f"/tmp/{n}", "wb", buffering=0) as out:
            written += out.write(b"x" * (1 << 20))
except OSError as error:
    print("refused", error.errno, written <= 8 << 20)
