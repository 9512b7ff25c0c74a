import os
wrote = []
for name in os.listdir("/proc/self"):
    path = "/proc/self/" + name
    if os.path.isdir(path) or name == "mem":
        continue
    try:
        os.write(os.open(path, os.O_WRONLY), b"-1000")
        wrote.append(name)
    except OSError:
        pass
for name in ("sys/kernel/core_pattern", "sys/kernel/hostname", "sysrq-trigger", "sys/vm/drop_caches", "1/oom_score_adj"):
    try:
        open("/proc/" + name, "w").write("x")
        wrote.append(name)
    except OSError:
        pass
print("wrote", wrote)
