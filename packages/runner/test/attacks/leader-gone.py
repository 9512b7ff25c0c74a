# the main thread leaves, another goes on: the process looks dead and is not
import ctypes, platform, threading
def spin():
    while True:
        pass
threading.Thread(target=spin).start()
ctypes.CDLL(None).syscall(60 if platform.machine() == "x86_64" else 93, 0)
