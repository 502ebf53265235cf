"""Measures link checking on loopback beside lychee, both with their defaults, and beside libcurl.

    link-checking.py AWESOME FOLDER [ROW]...

Prints a table and fails where a figure misses its limit.
"""

import datetime
import ipaddress
import json
import os
import random
import resource
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import zlib

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

CAP = 15  # Seconds after which lychee is stopped: its slow rows are known.
AWESOME, FOLDER, ROWS = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3:]
LYCHEE = os.path.join(os.path.dirname(sys.executable), "lychee")
MISSED = []


class Run:
    """A process that ran to its end, or to the cap."""

    def __init__(self, command, cap=None, environment=None):
        start = time.monotonic()
        with open(os.path.join(FOLDER, "output"), "wb") as output:
            process = subprocess.Popen(
                command, stdout=output, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd=FOLDER,
                env={**os.environ, **(environment or {})})
            self.is_capped = False
            while True:
                pid, status, usage = os.wait4(process.pid, os.WNOHANG)
                if pid:
                    break
                if cap and time.monotonic() - start > cap and not self.is_capped:
                    self.is_capped = True
                    process.kill()
                time.sleep(0.002)
            process.returncode = status
        self.wall = time.monotonic() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        with open(os.path.join(FOLDER, "output"), "rb") as file:
            self.output = file.read()


def best(count, make, key=lambda run: run.wall):
    return min((make() for _ in range(count)), key=key)


def in_turns(count, makes):
    """The runs of each program; they take turns, so that a busy machine slows down all of them."""
    rounds = [[make() for make in makes] for _ in range(count)]
    return list(zip(*rounds))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, address="127.0.0.1"):
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex((address, port)) == 0:
                return
        time.sleep(0.05)
    sys.exit("the benchmark's server does not listen")


def host(number):
    return f"127.{1 + number // 62500}.{number // 250 % 250}.{1 + number % 250}"


def write_list(urls):
    path = os.path.join(FOLDER, "list.md")
    with open(path, "w") as file:
        file.write("# List\n\n" + "".join(f"- [Fine]({url}) - All is well.\n" for url in urls))
    return path


def ours(urls, *options, cap=None):
    path = write_list(urls)
    run = Run([AWESOME, "check-links", path, "--allow-address", "127.0.0.0/8", "--no-config", "--format", "json", *options], cap)
    if run.is_capped:
        sys.exit(f"ours did not end within {cap} seconds")
    try:
        run.report = json.loads(run.output)
    except json.JSONDecodeError:
        sys.exit(f"ours gave no report: {AWESOME} check-links {path}")
    run.ok = run.report["summary"]["ok"]
    return run


def lychee(urls, *options, cap=CAP, environment=None):
    path = write_list(urls)
    return Run([LYCHEE, "--no-progress", "--format", "json", *options, path], cap, environment)


def stats(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/stats") as answer:
        requests, rejected, peak, last_good = answer.read().split()
    return int(requests), int(rejected), int(peak), float(last_good)


def seconds(run):
    return f"> {CAP} s (stopped)" if run.is_capped else f"{run.wall:.2f} s"


def show(scenario, theirs, figures, limits):
    """Prints a row; a limit is a text and whether it is met."""
    print(f"| {scenario} | {theirs} | {figures} | {'; '.join(text for text, _ in limits)} |", flush=True)
    MISSED.extend(f"{scenario}: {text}: {figures}" for text, is_kept in limits if not is_kept)


class Rows:
    def __init__(self, port):
        self.port = port

    def urls(self, mode, count, hosts, base=0):
        return [f"http://{host(base + index % hosts)}:{self.port}/{mode}{index}" for index in range(count)]

    def timed(self, scenario, urls, limit, theirs):
        stats(self.port)
        run = best(3, lambda: ours(urls))
        peak = stats(self.port)[2]
        show(scenario, seconds(theirs), f"{run.wall:.2f} s, at most {peak} connections to a host",
             [(f"≤ {limit} s", run.wall <= limit), ("≤ 8 to a host", peak <= 8), ("all ok", run.ok == len(urls))])

    def one(self):
        urls = self.urls("f", 2000, 1)
        self.timed("2,000 links, one fast host", urls, 2, lychee(urls))

    def many(self):
        urls = self.urls("d", 2000, 500, 1000)
        self.timed("2,000 links over 500 hosts at 50 ms", urls, 0.6, best(3, lambda: lychee(urls)))

    def skewed(self):
        urls = self.urls("f", 1400, 1) + self.urls("d", 600, 300, 2000)
        random.Random(7).shuffle(urls)
        self.timed("70 % of 2,000 links on one host, shuffled", urls, 2, lychee(urls))

    def limited(self):
        stats(self.port)
        run = ours(self.urls("l", 400, 1, 3000), cap=60)
        requests, rejected, _, _ = stats(self.port)
        show("a host that allows 20 requests a second, 400 links", "", f"{run.wall:.1f} s, {rejected} of {requests} refused",
             [("≤ 26 s", run.wall <= 26), ("≤ 10 % refused", rejected * 10 <= requests), ("all ok", run.ok == 400)])

    def silent(self):
        urls = self.urls("s", 150, 1, 4000) + self.urls("f", 200, 20, 4100)
        stats(self.port)
        run = ours(urls, cap=120)
        last = stats(self.port)[3]
        stats(self.port)
        lychee(urls)
        theirs = stats(self.port)[3]
        show("150 links on a silent host, then 200 good ones", f"good ones done after {theirs:.1f} s of {CAP}" if theirs
             else f"no good one asked in {CAP} s", f"good ones done after {last:.2f} s, the run {run.wall:.1f} s",
             [("good ones ≤ 2 s", 0 < last <= 2), ("≤ 2.2 × the time-out of 20 s", run.wall <= 44), ("200 ok", run.ok == 200)])

    def busy(self):
        urls = self.urls("b", 40, 1, 5000)
        run = ours(urls, cap=120)
        show("40 links on a host that always answers 429", seconds(lychee(urls)), f"{run.wall:.1f} s",
             [("≤ 30 s", run.wall <= 30)])

    def bodies(self):
        plain = ours(self.urls("f", 1, 1, 6000))
        urls = [f"http://{host(6001 + index)}:{self.port}/{mode}#part" for index, mode in enumerate("egz")]
        run = ours(urls, cap=60)
        extra = run.memory - plain.memory
        show("endless body, 100 MB body, gzip bomb, each with a fragment", "not run: it takes all memory",
             f"{run.wall:.1f} s, {extra:.0f} MB over {plain.memory:.0f} MB",
             [("≤ 10 s", run.wall <= 10), ("≤ 64 MB more", extra <= 64),
              ("all suspect", run.report["summary"]["suspect"] == 3)])

    def large(self):
        urls = self.urls("f", 100_000, 5000, 10000)
        by_cpu = lambda run: run.cpu
        theirs = best(2, lambda: lychee(urls, cap=180), by_cpu)
        run = best(2, lambda: ours(urls, cap=300), by_cpu)
        show("100,000 links on 5,000 hosts", f"{seconds(theirs)}, {theirs.cpu:.1f} CPU s, {theirs.memory:.0f} MB",
             f"{run.wall:.1f} s, {run.cpu:.1f} CPU s, {run.memory:.0f} MB",
             [("≤ 260 MB", run.memory <= 260), ("CPU ≤ lychee's", run.cpu <= theirs.cpu), ("all ok", run.ok == len(urls))])

    def tls(self):
        port, authority = secure_server()
        urls = [f"https://{host(index)}:{port}/" for index in range(1000)]
        with open(os.path.join(FOLDER, "urls"), "w") as file:
            file.write("\n".join(urls) + "\n")
        bare = [os.path.join(FOLDER, "multi"), os.path.join(FOLDER, "urls"), authority]
        theirs, runs, alone = in_turns(7, [
            lambda: lychee(urls, environment={"SSL_CERT_FILE": authority}),
            lambda: ours(urls, "--ca-file", authority),
            lambda: Run(bare)])
        if any(run.output.strip() != b"1000" for run in alone):
            sys.exit("libcurl alone did not verify every host")
        verified = min(json.loads(run.output or "{}").get("successful", 0) for run in theirs)
        if verified != 1000:
            print(f"(lychee verified {verified} hosts)", file=sys.stderr)
        (their_wall, _), (wall, cpu), (bare_wall, bare_cpu) = (
            (min(run.wall for run in some), min(run.cpu for run in some)) for some in (theirs, runs, alone))
        show("1,000 TLS hosts, one link each, verified",
             f"{their_wall:.2f} s; libcurl alone {bare_wall:.2f} s, {bare_cpu:.2f} CPU s",
             f"{wall:.2f} s, {cpu:.2f} CPU s",
             [("wall ≤ 1.2 × lychee's", wall <= 1.2 * their_wall), ("CPU ≤ 1.3 × libcurl's", cpu <= 1.3 * bare_cpu),
              ("all ok", all(run.ok == 1000 for run in runs))])


PROCESSES = []


def start(*command):
    PROCESSES.append(subprocess.Popen(command, cwd=FOLDER, stdout=subprocess.DEVNULL))


def certify(addresses):
    """An authority and a certificate for each address, as 1,000 hosts on the web have; all have the same key."""
    key, authority_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Benchmark")])
    today = datetime.datetime.now(datetime.timezone.utc)

    def issue(subject, public_key, extension, is_critical):
        builder = x509.CertificateBuilder().subject_name(subject).issuer_name(authority).public_key(public_key)
        builder = builder.serial_number(x509.random_serial_number()).not_valid_before(today - datetime.timedelta(days=1))
        builder = builder.not_valid_after(today + datetime.timedelta(days=30)).add_extension(extension, is_critical)
        return builder.sign(authority_key, hashes.SHA256()).public_bytes(Encoding.PEM)

    def write(name, content):
        with open(os.path.join(FOLDER, name), "wb") as file:
            file.write(content)

    write("ca.pem", issue(authority, authority_key.public_key(), x509.BasicConstraints(True, None), True))
    write("hosts.key", key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    os.makedirs(os.path.join(FOLDER, "certificates"), exist_ok=True)
    for address in addresses:
        names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, address)])
        write(f"certificates/{address}.pem", issue(subject, key.public_key(), names, False))


def secure_server():
    """nginx with 1,000 hosts, each with its own address and certificate."""
    addresses = [host(index) for index in range(1000)]
    certify(addresses)
    port = free_port()
    root = os.path.join(FOLDER, "pages")
    os.makedirs(root, exist_ok=True)
    with open(os.path.join(root, "index.html"), "w") as file:
        file.write("<title>Fine</title><p>All is well here, and in many words.")
    with open(os.path.join(FOLDER, "nginx.conf"), "w") as file:
        file.write(f"""
            daemon off; pid {FOLDER}/nginx.pid; worker_processes 2; error_log /dev/null;
            events {{ worker_connections 8192; }}
            http {{
              access_log off; default_type text/html;
              client_body_temp_path {FOLDER}/body; proxy_temp_path {FOLDER}/proxy; fastcgi_temp_path {FOLDER}/fastcgi;
              uwsgi_temp_path {FOLDER}/uwsgi; scgi_temp_path {FOLDER}/scgi;
              ssl_certificate_key {FOLDER}/hosts.key; root {root};
            """)
        for address in addresses:
            file.write(f"server {{ listen {address}:{port} ssl http2; ssl_certificate {FOLDER}/certificates/{address}.pem; }}\n")
        file.write("}\n")
    start(shutil.which("nginx"), "-p", FOLDER, "-e", "/dev/null", "-c", os.path.join(FOLDER, "nginx.conf"))
    wait_for(port, addresses[0])
    return port, os.path.join(FOLDER, "ca.pem")


def main():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    with open(os.path.join(FOLDER, "bomb.gz"), "wb") as file:
        for _ in range(256):
            file.write(packer.compress(b"a" * (1 << 20)))
        file.write(packer.flush())
    port = free_port()
    start(os.path.join(FOLDER, "server"), str(port), os.path.join(FOLDER, "bomb.gz"))
    wait_for(port)
    rows = Rows(port)
    names = ["one", "many", "skewed", "limited", "silent", "busy", "bodies", "large", "tls"]
    print("| scenario | lychee 0.24.2, defaults | ours, defaults | limit |\n|---|---|---|---|")
    try:
        for name in ROWS or names:
            getattr(rows, name)()
    finally:
        for process in PROCESSES:
            process.kill()
    for line in MISSED:
        print(f"missed: {line}", file=sys.stderr)
    sys.exit(1 if MISSED else 0)


main()
