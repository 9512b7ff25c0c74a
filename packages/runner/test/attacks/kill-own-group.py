import os, signal
for call in (os.setsid, lambda: os.setpgid(0, 0)):
    try:
        call()
    except OSError:
        pass
os.killpg(0, signal.SIGKILL)
print("alive")
