import os, stat
opened = []
for name in sorted(os.listdir("/dev")):
    if name not in "null random urandom fd stdin stdout stderr shm".split():
        opened.append(name)
for number, (major, minor) in enumerate([(1, 1), (1, 3), (1, 5), (1, 11), (5, 0), (8, 0), (10, 229), (10, 232), (259, 0)]):
    for kind in (stat.S_IFCHR, stat.S_IFBLK):
        try:
            os.mknod(f"/tmp/{number}", kind | 0o666, os.makedev(major, minor))
            opened.append((major, minor))
        except OSError:
            pass
for name in ("mem", "kmem", "kmsg", "tty", "console", "ptmx", "fuse", "kvm", "net/tun", "zero", "full", "mqueue", "snd", "dri"):
    try:
        opened.append((name, os.open("/dev/" + name, os.O_RDWR)))
    except OSError:
        pass
try:
    os.open("/dev/urandom", os.O_WRONLY) and os.chmod("/dev/null", 0)
    opened.append("chmod")
except OSError:
    pass
print("opened", opened)
