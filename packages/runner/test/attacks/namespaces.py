import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
made = []
for flag in (0x80, 0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000, 0x10000000 | 0x20000):
    if libc.unshare(flag) != -1:
        made.append(("unshare", flag))
    if libc.syscall(56, flag | 17, 0, 0, 0, 0) > 0:
        made.append(("clone", flag))
for pid in ("self", 1, 2):
    for name in ("user", "mnt", "pid", "net", "ipc", "uts", "cgroup", "time"):
        try:
            if libc.setns(os.open(f"/proc/{pid}/ns/{name}", os.O_RDONLY), 0) != -1:
                made.append(("setns", pid, name))
        except OSError:
            pass
for name, text in (("uid_map", "0 0 1"), ("gid_map", "0 0 1"), ("setgroups", "allow")):
    try:
        open(f"/proc/self/{name}", "w").write(text)
        made.append(name)
    except OSError:
        pass
print("made", made)
