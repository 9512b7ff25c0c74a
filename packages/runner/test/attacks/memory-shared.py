import ctypes, mmap, os
refused = 0
libc = ctypes.CDLL(None, use_errno=True)
def anonymous(): mmap.mmap(-1, 1 << 20)
def memfd(): os.memfd_create("x")
def segment():
    if libc.shmget(0, 1 << 20, 0o1600) < 0: raise OSError
def zero(): mmap.mmap(open("/dev/zero", "r+b").fileno(), 1 << 20)
def huge():
    if libc.mmap(None, 1 << 21, 3, 0x40022, -1, 0) in (-1, 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF): raise OSError
for take in (anonymous, memfd, segment, zero, huge):
    try:
        take()
        print("got", take.__name__)
    except OSError:
        refused += 1
print("refused", refused)
