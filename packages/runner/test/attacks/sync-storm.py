import ctypes, platform
libc = ctypes.CDLL(None, use_errno=True)
flushed = [number for number, first in (((162, 0), (306, 1)) if platform.machine() == "x86_64" else ((81, 0), (267, 1))) if libc.syscall(number, first) != -1]
print("flushed", flushed)
