import ctypes, os, platform
x86 = platform.machine() == "x86_64"
libc = ctypes.CDLL(None, use_errno=True)
done = []
for request, pid in ((0, 0), (16, 1), (16, 2), (0x4206, 1), (16, os.getppid())):
    if libc.ptrace(request, pid, 0, 0) != -1:
        done.append(("ptrace", request, pid))
for number in (310, 311, 312, 438) if x86 else (270, 271, 272, 438):
    if libc.syscall(number, 1, 1, 0, 0, 0, 0) != -1:
        done.append(number)
for name in ("mem", "maps", "syscall", "stack", "auxv"):
    try:
        open(f"/proc/1/{name}", "rb")
        done.append(name)
    except OSError:
        pass
print("done", done)
