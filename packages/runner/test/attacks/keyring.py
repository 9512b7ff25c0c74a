import ctypes, os, platform
libc = ctypes.CDLL(None, use_errno=True)
add, request, control = (248, 249, 250) if platform.machine() == "x86_64" else (217, 218, 219)
got = []
for ring in (-1, -2, -3, -4, -5):
    for number, args in ((add, (b"user", b"left", b"x", 1, ring)), (request, (b"user", b"left", None, ring)), (control, (0, ring, 1)), (control, (1, None)), (control, (11, ring, 0, 0))):
        if libc.syscall(number, *args) != -1:
            got.append((number, ring))
got += [name for name in ("/proc/keys", "/proc/key-users") if os.path.exists(name)]
print("got", got)
