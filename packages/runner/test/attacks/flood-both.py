import os
while True:
    os.write(2, b"e" * 60000)
    os.write(1, b"o" * 60000)
