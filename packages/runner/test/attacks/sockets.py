import socket
got = []
FAMILIES = (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_PACKET, 38, 40, 16, 31)
for family in FAMILIES:
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
        for protocol in (0, 15, 16):
            try:
                socket.socket(family, kind, protocol)
                got.append((int(family), int(kind), protocol))
            except OSError:
                pass
try:
    socket.getaddrinfo("example.com", 80)
    got.append("resolved")
except OSError:
    pass
print("got", [entry for entry in got if entry[0] != 16 or entry[2] != 0])
