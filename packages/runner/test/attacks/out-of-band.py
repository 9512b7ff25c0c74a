import socket

left, right = socket.socketpair()
left.send(b"in band")
found = []
for attempt in (lambda: left.send(b"x", socket.MSG_OOB), lambda: right.recv(1, socket.MSG_OOB), lambda: right.recvmsg(1, 0, socket.MSG_OOB)):
    try:
        attempt()
        found.append(0)
    except OSError as error:
        found.append(error.errno)
assert right.recv(16) == b"in band"
print("got", found)
