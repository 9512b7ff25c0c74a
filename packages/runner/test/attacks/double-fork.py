import os, time
refused = 0
for call in (os.fork, os.forkpty, lambda: os.posix_spawn("/usr/bin/python3", ["python3"], {}), lambda: os.system("/usr/bin/python3 -c 0") and 1 / 0):
    try:
        if call() == 0:
            os.setsid()
            time.sleep(3600)
    except (OSError, ZeroDivisionError):
        refused += 1
print("refused", refused)
