import ctypes
libc = ctypes.CDLL(None, use_errno=True)
changed = [flag for flag in (8, 0x0040000, 0x0400000, 0x0100000, 0x20000) if libc.personality(flag) != -1]
print("changed", changed)
