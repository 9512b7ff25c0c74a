import ctypes, platform
libc = ctypes.CDLL(None, use_errno=True)
done = []
tries = [
    ("mount", lambda: libc.mount(b"none", b"/tmp", b"tmpfs", 0, None)),
    ("bind", lambda: libc.mount(b"/data", b"/tmp", None, 4096, None)),
    ("remount", lambda: libc.mount(None, b"/", None, 32 | 4096, None)),
    ("proc", lambda: libc.mount(b"proc", b"/tmp", b"proc", 0, None)),
    ("umount", lambda: libc.umount2(b"/proc", 2)),
    ("chroot", lambda: libc.chroot(b"/tmp")),
    ("pivot_root", lambda: libc.syscall(155 if platform.machine() == "x86_64" else 41, b"/tmp", b"/tmp")),
    *[(number, lambda number=number: libc.syscall(number, 0xFFFFFF9C, b"/", 1, 0, 0)) for number in (428, 429, 430, 432, 433, 442)],
    ("open_by_handle_at", lambda: libc.open_by_handle_at(0xFFFFFF9C, b"\0" * 64, 0)),
    ("name_to_handle_at", lambda: libc.name_to_handle_at(0xFFFFFF9C, b"/data", b"\0" * 64, b"\0" * 8, 0)),
]
for name, attempt in tries:
    if attempt() != -1 or ctypes.get_errno() not in (1, 38):
        done.append((name, ctypes.get_errno()))
print("done", done)
