import fcntl, os, time
held = []
for folder in ("/data", "/submission", "/sdk"):
    for name in os.listdir(folder):
        file = open(os.path.join(folder, name))
        held.append(file)
        for lock in (lambda: fcntl.flock(file, fcntl.LOCK_EX), lambda: fcntl.lockf(file, fcntl.LOCK_SH), lambda: fcntl.fcntl(file, 1024, 0), lambda: fcntl.fcntl(file, 37, b"\0" * 32)):
            try:
                lock()
            except OSError:
                pass
time.sleep(0.5)
print("held")
