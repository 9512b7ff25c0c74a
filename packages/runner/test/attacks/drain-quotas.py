import ctypes, os, platform
libc = ctypes.CDLL(None, use_errno=True)
x86 = platform.machine() == "x86_64"
got = {}
for name, number, args in (("inotify", 294 if x86 else 26, (0,)), ("key", 248 if x86 else 217, (b"user", b"k", b"x", 1, -4)), ("queue", 240 if x86 else 180, (b"/q", 0o102, 0o666, None)), ("timer", 222 if x86 else 107, (0, None, b"\0" * 8)), ("fanotify", 300 if x86 else 262, (0, 0)), ("aio", 206 if x86 else 0, (100, b"\0" * 8)), ("namespace", 272 if x86 else 97, (0x10000000,)), ("locked memory", 149 if x86 else 228, (0, 4096)), ("bpf", 321 if x86 else 280, (0, b"\0" * 72, 72))):
    for _ in range(1000):
        if libc.syscall(number, *args) == -1:
            break
        got[name] = got.get(name, 0) + 1
print("got", got)
