import os, fcntl
held = []
try:
    while True:
        ends = os.pipe()
        held.append(ends)
        os.set_blocking(ends[1], False)
        try:
            fcntl.fcntl(ends[1], 1031, 1 << 20)
            print("grew")
        except OSError:
            pass
        try:
            os.write(ends[1], b"x" * (1 << 20))
        except OSError:
            pass
except OSError as error:
    print("refused", error.errno, len(held) <= 128)
