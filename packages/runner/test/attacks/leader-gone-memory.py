# the same, and the thread that is left takes memory outside of what Python counts
import ctypes, platform, threading
libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
def grow():
    while True:
        at = libc.mmap(None, ctypes.c_size_t(4 << 20), 3, 0x22, -1, ctypes.c_long(0))
        if at in (None, 0xFFFFFFFFFFFFFFFF):
            libc.write(2, b"MemoryError\n", 12)
            libc._exit(1)
        ctypes.memset(at, 1, 4 << 20)
threading.Thread(target=grow).start()
libc.syscall(60 if platform.machine() == "x86_64" else 93, 0)
