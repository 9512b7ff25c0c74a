# pages that were written and then made read-only no longer count as data
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
size = 8 << 20
while True:
    at = libc.mmap(None, ctypes.c_size_t(size), 3, 0x22, -1, ctypes.c_long(0))
    if at in (None, 0xFFFFFFFFFFFFFFFF):
        raise MemoryError
    ctypes.memset(at, 1, size)
    libc.mprotect(ctypes.c_void_p(at), ctypes.c_size_t(size), 1)
