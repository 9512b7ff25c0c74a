import re
places = open("/submission/places.txt").read().split("\n")
told = []
for name in ("mountinfo", "mounts", "mountstats", "cgroup", "cpuset", "maps", "smaps", "status", "stat", "cmdline", "limits", "ns"):
    try:
        text = open(f"/proc/self/{name}").read()
    except OSError:
        continue
    told += [(name, word) for word in ("/home/", "/root", "/work", "vigie-test", "vigie-event", "docker", "overlay-", *places) if word in text]
    told += [(name, row) for row in text.split("\n") if name == "cgroup" and row and not row.endswith(":/")]
print("told", told)
