import threading, time
count = 0
try:
    while True:
        threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()
        count += 1
except (RuntimeError, MemoryError):
    print("refused", "few" if count < 80 else count, flush=True)
import os
os._exit(0)
