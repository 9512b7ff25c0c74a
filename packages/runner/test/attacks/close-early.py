import os
os.write(1, b"half")
for number in (0, 1, 2):
    os.close(number)
os._exit(0)
