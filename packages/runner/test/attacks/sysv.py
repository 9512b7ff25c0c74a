import ctypes
libc = ctypes.CDLL(None, use_errno=True)
got = []
for key in (0, 0x7669, -1):
    for name, args in (("shmget", (key, 1 << 20, 0o1666)), ("msgget", (key, 0o1666)), ("semget", (key, 250, 0o1666))):
        if getattr(libc, name)(*args) >= 0:
            got.append(name)
if libc.mq_open(b"/left", 0o102, 0o666, None) >= 0:
    got.append("mq_open")
print("got", got)
