import os
seen = set(os.environ)
for pid in ["self", "thread-self", *range(0, 200)]:
    for name in (f"/proc/{pid}/environ", f"/proc/{pid}/task/{pid}/environ"):
        try:
            seen.update(row.split(b"=")[0].decode() for row in open(name, "rb").read().split(b"\0") if row)
        except OSError:
            pass
known = "HOME LANG MALLOC_ARENA_MAX OMP_NUM_THREADS OPENBLAS_NUM_THREADS PATH PWD PYTHONDONTWRITEBYTECODE PYTHONHASHSEED TMPDIR TZ LC_CTYPE"
print("more", sorted(seen - set(known.split())))
