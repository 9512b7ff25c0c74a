import socket, struct
got = []
for protocol in range(1, 32):
    try:
        socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, protocol)
        got.append(protocol)
    except OSError:
        pass
def ask(kind, flags, body):
    route = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
    route.settimeout(1)
    try:
        route.sendto(struct.pack("IHHII", 16 + len(body), kind, flags, 1, 0) + body, (0, 0))
        return route.recv(65536)
    except OSError:
        return b""
links = ask(18, 0x301, struct.pack("BxHiII", 0, 0, 0, 0, 0))
names = [word.decode() for word in (b"lo", b"eth0", b"wlan0", b"docker0", b"podman0") if word + b"\0" in links]
added = ask(16, 0x605, struct.pack("BxHiII", 0, 0, 0, 0, 0))
print("got", got, "links", names, "adding", struct.unpack_from("i", added, 16)[0] if len(added) >= 20 else None)
