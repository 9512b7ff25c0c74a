# a pair of sockets is allowed: can an end of it be given a name, or reach one?
import socket
sent = []
for name in ("\0vigie-uid-61000", "\0vigie-uid-61183", "/dev/log", "/run/systemd/notify", "\0left-behind"):
    for kind in (socket.SOCK_DGRAM, socket.SOCK_STREAM, socket.SOCK_SEQPACKET):
        left, right = socket.socketpair(socket.AF_UNIX, kind)
        for attempt in (lambda: left.connect(name), lambda: left.sendto(b"x", name) if kind == socket.SOCK_DGRAM else 1 / 0, lambda: left.listen(1), lambda: left.accept()):
            try:
                attempt()
                sent.append((name, int(kind)))
            except (OSError, ZeroDivisionError):
                pass
print("sent", sent)
