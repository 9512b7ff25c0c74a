# says what an earlier run left, and then leaves all that it can
import ctypes, fcntl, os, socket
libc = ctypes.CDLL(None, use_errno=True)
places = ("/tmp/left", "/dev/shm/left", "/submission/left", "/data/left", "/var/tmp/left", "/run/left")
found = [name for name in places if os.path.exists(name)]
for name in places:
    try:
        open(name, "w").write("left")
    except OSError:
        pass
if libc.syscall(249, b"user", b"left", None, -4) > 0:
    found.append("key")
libc.syscall(248, b"user", b"left", b"x", 1, -4)
left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
try:
    left.bind("\0left-behind")
except OSError as error:
    if error.errno == 98:
        found.append("abstract name")
try:
    fcntl.flock(open("/data/accounts.txt"), fcntl.LOCK_EX | fcntl.LOCK_NB)
except OSError:
    found.append("lock")
print("found", found)
