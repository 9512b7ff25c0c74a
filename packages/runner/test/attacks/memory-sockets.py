import socket
held, total = [], 0
try:
    while True:
        left, right = socket.socketpair()
        held += [left, right]
        for end in (left, right):
            end.setblocking(False)
            try:
                end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 30)
                print("grew")
            except OSError:
                pass
            try:
                while True:
                    total += end.send(b"x" * 65536)
            except BlockingIOError:
                pass
except OSError as error:
    print("refused", error.errno, total < 64 << 20)
