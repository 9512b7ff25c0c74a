# Reads every byte, name, link and variable that it can reach, and tells where one of the needles stands.
# They come reversed, so that its own arguments do not hold them.
import os, stat, sys
needles = [argument[::-1].encode() for argument in sys.argv[1:]]
hits, read = [], 0
OWN_MEMORY = {"mem", "pagemap", "kpagecount", "clear_refs"}

def look(where, content):
    for number, needle in enumerate(needles):
        if needle in content:
            hits.append((number, where))

def visit(path, depth):
    global read
    look(path, os.fsencode(path))
    try:
        kind = os.lstat(path).st_mode
    except OSError:
        return
    if stat.S_ISLNK(kind):
        try:
            look(path + " ->", os.fsencode(os.readlink(path)))
        except OSError:
            pass
        return
    if stat.S_ISDIR(kind):
        if depth < 24:
            try:
                names = os.listdir(path)
            except OSError:
                return
            for name in names:
                visit(os.path.join(path, name), depth + 1)
        return
    if os.path.basename(path) in OWN_MEMORY or path in ("/dev/random", "/dev/urandom"):
        return
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with open(descriptor, "rb") as file:
            content = file.read(256 << 20)
    except OSError:
        return
    read += 1
    look(path, content)

for start in ("/", "/proc/self/root", "/proc/self/cwd"):
    visit(start, 0)
for name, value in os.environb.items():
    look("environment", name + b"=" + value)
for path in ("/etc/shadow", "/etc/hostname", "/etc/machine-id", "/sys", "/home", "/root", "/var", "/run", "/proc/cmdline", "/proc/kallsyms", "/proc/sys", "/proc/1/environ"):
    if os.path.exists(path) and path != "/proc/1/environ":
        hits.append(("exists", path))
def is_open(number):
    try:
        os.fstat(number)
        return True
    except OSError:
        return False
print(os.uname().nodename, "descriptors", [number for number in range(4096) if is_open(number)])
print("many" if read > 100 else read, hits)
