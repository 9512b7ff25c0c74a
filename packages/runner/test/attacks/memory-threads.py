import threading
def grow():
    kept = []
    while True:
        kept.append(bytearray(1 << 20))
for _ in range(8):
    threading.Thread(target=grow).start()
