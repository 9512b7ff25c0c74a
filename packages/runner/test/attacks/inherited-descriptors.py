import os, stat
kept = []
for number in range(0, 1024):
    try:
        mode = os.fstat(number).st_mode
    except OSError:
        continue
    kept.append((number, "socket" if stat.S_ISSOCK(mode) else "pipe" if stat.S_ISFIFO(mode) else "device" if stat.S_ISCHR(mode) else "other"))
    for walk in (lambda: os.listdir(number), lambda: os.open("..", os.O_RDONLY, dir_fd=number), lambda: os.fchdir(number)):
        try:
            kept.append(walk())
        except OSError:
            pass
print("kept", [number if kind in ("socket", "pipe", "device") else (number, kind) for number, kind in kept])
