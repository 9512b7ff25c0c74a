import fcntl, os
typed = []
for number in (0, 1, 2):
    for request in (0x5412, 0x541C, 0x540E, 0x5480, 0x4B3A):
        try:
            fcntl.ioctl(number, request, b"x")
            typed.append((number, request))
        except OSError:
            pass
for name in ("/dev/tty", "/dev/console", "/dev/pts/0", os.ctermid()):
    try:
        typed.append((name, os.open(name, os.O_RDWR)))
    except OSError:
        pass
print("typed", typed, repr(os.read(0, 10)))
