# reads one byte in every two megabytes of memory that it never writes: nothing but page tables grows
import mmap
views = []
for _ in range(1 << 10):
    try:
        view = mmap.mmap(-1, 1 << 30, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=mmap.PROT_READ)
    except OSError:
        raise MemoryError
    views.append(view)
    for at in range(0, 1 << 30, 1 << 21):
        view[at]
print("a terabyte")
