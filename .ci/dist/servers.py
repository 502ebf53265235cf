"""A website behind TLS and a name server, on loopback."""

import http.server
import socket
import ssl
import struct
import subprocess
import threading
from pathlib import Path

HOST = "pages.test"
PAGES = {
    "/plain": ("text/html", b"<h2 id=tea>Tea</h2>"),
    "/russian": ("text/html; charset=windows-1251", '<h2 id="чай">Чай</h2>'.encode("windows-1251")),
    "/japanese": ("text/html", '<meta charset="Shift_JIS"><h2 id="お茶">お茶</h2>'.encode("shift_jis")),
}


def make_certificates(folder: Path) -> None:
    """An authority (ca.pem) and a certificate of the host that it signed (host.pem, host.key)."""
    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, stderr=subprocess.DEVNULL)

    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    openssl("req", "-x509", "-days", "30", "-subj", "/CN=Check", "-out", "ca.pem", "-keyout", "ca.key", *key)
    openssl("req", "-subj", f"/CN={HOST}", "-out", "host.csr", "-keyout", "host.key", *key)
    (folder / "host.ext").write_text(f"subjectAltName=DNS:{HOST},DNS:hosts.test,DNS:localhost,IP:127.0.0.1\n")
    openssl("x509", "-req", "-in", "host.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-set_serial", "1", "-days", "30",
            "-extfile", "host.ext", "-out", "host.pem")


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind, body = PAGES.get(self.path, ("", b""))
        self.send_response(200 if kind else 404)
        self.send_header("Content-Type", kind or "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def start_website(folder: Path) -> int:
    """Starts the website; its port."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "host.pem", folder / "host.key")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def answer(query: bytes) -> bytes:
    """An address for the host, and no such name for others (RFC 1035)."""
    labels, position = [], 12
    while query[position]:
        labels.append(query[position + 1 : position + 1 + query[position]].decode())
        position += 1 + query[position]
    kind = struct.unpack("!H", query[position + 1 : position + 3])[0]
    known = ".".join(labels).lower() == HOST
    found = known and kind == 1
    header = query[:2] + struct.pack("!HHHHH", 0x8580 if known else 0x8583, 1, found, 0, 0)
    record = b"\xc0\x0c" + struct.pack("!HHIH", 1, 1, 60, 4) + socket.inet_aton("127.0.0.1")
    return header + query[12 : position + 5] + record * found


def start_name_server() -> None:
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 53))

    def serve() -> None:
        while True:
            query, client = server.recvfrom(512)
            server.sendto(answer(query), client)

    threading.Thread(target=serve, daemon=True).start()
