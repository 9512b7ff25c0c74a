import os
before = len(os.sched_getaffinity(0))
try:
    os.sched_setaffinity(0, range(os.cpu_count() or 64))
except OSError:
    pass
print("more", len(os.sched_getaffinity(0)) - before)
