import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
ran = []
try:
    ran.append(os.memfd_create("x"))
except OSError:
    pass
body = open("/usr/bin/python3", "rb").read(4096)
file = os.open("/tmp/x", os.O_RDWR | os.O_CREAT, 0o755)
os.write(file, body)
for attempt in (lambda: os.execve(file, ["x"], {}), lambda: os.execv("/proc/self/fd/%d" % file, ["x"]), lambda: libc.syscall(322, file, b"", None, None, 0x1000) == -1 and 1 / 0, lambda: ctypes.CDLL("/tmp/x")):
    try:
        attempt()
        ran.append(attempt)
    except (OSError, ZeroDivisionError):
        pass
print("ran", ran)
