import os
seen = []
for pid in [1, *range(2, 64)]:
    if pid == os.getpid():
        continue
    for name in ("environ", "cmdline", "mem", "maps", "exe", "cwd", "root", "fd", "stat", "status"):
        path = f"/proc/{pid}/{name}"
        try:
            seen.append((path, os.listdir(path) if name == "fd" else os.readlink(path) if name in ("exe", "cwd", "root") else open(path, "rb").read(100)))
        except OSError:
            pass
print("seen", seen)
