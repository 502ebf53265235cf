"""Runs the programs of .build/dist in other root folders: check.py FOLDER [DEBIAN]..."""

import fcntl
import json
import os
import platform
import re
import shutil
import socket
import statistics
import struct
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

import servers

DIST = Path(".build/dist").resolve()
MACHINE = platform.machine()
CERTIFICATES = "etc/ssl/certs/ca-certificates.crt"
SWITCH = "hosts: files mymachines mdns4_minimal [NOTFOUND=return] resolve [!UNAVAIL=return] dns myhostname\n"
failures = 0


def check(what: str, good: bool, detail: object = "") -> None:
    global failures
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} {what}" + (f": {detail}" if detail and not good else ""))


def run(command: list[str], root: Path | None = None, **options: object) -> subprocess.CompletedProcess:
    # A program that cannot be run has a status too.
    before = (lambda: (os.chroot(root), os.chdir("/work"))) if root else None
    options.setdefault("env", {"PATH": os.environ["PATH"]})
    try:
        return subprocess.run(command, preexec_fn=before, capture_output=True, text=True, timeout=120, **options)
    except OSError as error:
        return subprocess.CompletedProcess(command, 127, "", str(error))


def unpack(kind: str, folder: Path) -> Path:
    name = f"awesome-{MACHINE}-unknown-linux-{kind}"
    subprocess.run(["tar", "-xzf", DIST / f"{name}.tar.gz", "-C", folder], check=True)
    return folder / name / "awesome"


def links(port: int, named: bool) -> dict[str, str]:
    """URLs and their verdicts."""
    site = f"https://{servers.HOST if named else '127.0.0.1'}:{port}"
    found = {
        f"{site}/plain#tea": "ok", f"{site}/plain#coffee": "broken", f"{site}/none": "gone",
        f"{site}/russian#{quote('чай')}": "ok", f"{site}/russian#{quote('кофе')}": "broken",
        f"{site}/japanese#{quote('お茶')}": "ok", f"{site}/japanese#{quote('茶')}": "broken",
    }
    if named:
        found |= {f"https://hosts.test:{port}/plain": "ok", "https://missing.test/": "gone"}
    return found


def prepare(root: Path, program: Path, expected: dict[str, str]) -> None:
    work = root / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    shutil.copy(program, work / "awesome")
    (work / "good.md").write_text("# Tea\n\n## Shops\n\n- [Leaf](https://leaf.example/) - Sells tea.\n")
    entries = "".join(f"- [Page {number}]({url}) - A page.\n" for number, url in enumerate(expected))
    (work / "links.md").write_text(f"# Links\n\n## Pages\n\n{entries}")


def check_commands(where: str, root: Path | None, folder: Path, expected: dict[str, str], **options: object) -> None:
    """Runs the commands in a folder that is prepared, as the only thing or with a Debian around it."""
    program = "/work/awesome" if root else str(folder / "awesome")
    outcomes = {
        "lint": run([program, "lint", "good.md", "--preset", "minimal"], root, **options),
        "render": run([program, "render", "good.md", "--output", "README.md"], root, **options),
        "export": run([program, "export", "good.md", "--format", "html"], root, **options),
    }
    for command, outcome in outcomes.items():
        check(f"{where}: {command}", outcome.returncode == 0, (outcome.returncode, outcome.stderr))
    outcome = run(
        [program, "check-links", "links.md", "--format", "json", "--allow-address", "127.0.0.0/8", "--retries", "0",
         "--control-name", servers.HOST], root, **options)
    try:
        verdicts = {link["url"]: link["verdict"] for link in json.loads(outcome.stdout)["links"]}
    except (ValueError, KeyError):
        verdicts = {}
    check(f"{where}: check-links", outcome.returncode == 1 and verdicts == expected,
          (outcome.returncode, outcome.stderr, {url: v for url, v in verdicts.items() if expected.get(url) != v}))


def check_empty_root(folder: Path, program: Path, port: int) -> None:
    root = folder / "empty"
    expected = links(port, named=False)
    prepare(root, program, expected)
    for path in ("proc", "etc"):
        (root / path).mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "proc", "proc", root / "proc"], check=True)
    shutil.rmtree(root / "etc")
    outcome = run(["/work/awesome", "check-links", "links.md"], root)
    check("empty root: no certificates is a sentence", outcome.returncode == 2 and "no certificates" in outcome.stderr, outcome)
    (root / CERTIFICATES).parent.mkdir(parents=True)
    shutil.copy(folder / "ca.pem", root / CERTIFICATES)
    check_commands("empty root, static", root, root / "work", expected)
    subprocess.run(["umount", root / "proc"], check=True)


def check_debian(suite: str, folder: Path, programs: dict[str, Path], port: int) -> None:
    root = folder / suite
    subprocess.run(["mount", "-t", "proc", "proc", root / "proc"], check=True)
    settings = {"nsswitch.conf": SWITCH, "resolv.conf": "nameserver 127.0.0.1\n", "hosts": "127.0.0.1 localhost hosts.test\n"}
    for name, text in settings.items():
        # systemd-resolved leaves a link to a file that is missing here.
        (root / "etc" / name).unlink(missing_ok=True)
        (root / "etc" / name).write_text(text)
    (root / CERTIFICATES).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(folder / "ca.pem", root / CERTIFICATES)
    expected = links(port, named=True)
    for kind, program in programs.items():
        prepare(root, program, expected)
        check_commands(f"Debian {suite}, {kind}", root, root / "work", expected)
    check_package(f"Debian {suite}", root)
    loaded = run(["ldd", "/work/awesome"], root)
    check(f"Debian {suite}: ldd of the static program", "not a dynamic executable" in loaded.stderr, loaded)
    subprocess.run(["umount", root / "proc"], check=True)


def check_package(where: str, root: Path) -> None:
    [package] = DIST.glob("*.deb")
    shutil.copy(package, root / "work")
    installed = run(["dpkg", "--install", package.name], root)
    started = run(["awesome", "--version"], root)
    pages = list((root / "usr/share/man/man1").glob("awesome*.1.gz"))
    check(f"{where}: package", installed.returncode == started.returncode == 0 and bool(pages), (installed, started, pages))
    run(["dpkg", "--purge", "awesome-lists"], root)
    check(f"{where}: package removed", not (root / "usr/bin/awesome").exists())


def check_wheel(folder: Path, port: int) -> None:
    environment = folder / "venv"
    shutil.rmtree(environment, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    [wheel] = DIST.glob("*.whl")
    print(f"     wheel: {wheel.stat().st_size / 1e6:.1f} MB")
    check("wheel: at most 30 MB", wheel.stat().st_size <= 30e6, wheel.stat().st_size)
    installed = run([str(environment / "bin/pip"), "install", "--quiet", "--no-index", "--disable-pip-version-check", str(wheel)])
    page = environment / "share/man/man1/awesome-lint.1"
    check("wheel: pip install", installed.returncode == 0 and page.exists(), installed.stderr)
    here = folder / "here"
    expected = links(port, named=False)
    prepare(here, environment / "bin/awesome", expected)
    check_commands("wheel", None, here / "work", expected, cwd=here / "work",
                   env={"PATH": os.environ["PATH"], "SSL_CERT_FILE": str(folder / "ca.pem")})
    removed = run([str(environment / "bin/pip"), "uninstall", "--quiet", "--yes", "awesome-lists"])
    check("wheel: pip uninstall", removed.returncode == 0 and not (environment / "bin/awesome").exists(), removed.stderr)


def check_linking(programs: dict[str, Path]) -> None:
    loaded = run(["ldd", str(programs["gnu"])]).stdout
    names = {line.split()[0] for line in loaded.splitlines() if line.strip()}
    system = {name for name in names if re.match(r"(linux-vdso|libc|libm)\.so|/lib.*/ld-linux", name)}
    check("gnu: links libc and libm only", names == system and "libc.so.6" in names, names - system)
    symbols = run(["objdump", "-T", str(programs["gnu"])]).stdout
    newest = max(tuple(map(int, version)) for version in re.findall(r"GLIBC_(\d+)\.(\d+)", symbols))
    check("gnu: glibc 2.35 is enough", newest <= (2, 35), newest)
    for kind, program in programs.items():
        # ICU's data, which a use of Foundation would bring in, is 30 MB.
        check(f"{kind}: has no ICU", program.stat().st_size <= 45e6, program.stat().st_size)
    check("static: links nothing", "not a dynamic executable" in run(["ldd", str(programs["static"])]).stderr)


def median(command: list[str], count: int = 41) -> float:
    """The median time of a command in milliseconds."""
    times = []
    for _ in range(count):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def check_time(programs: dict[str, Path]) -> None:
    nothing = median(["/bin/true"])
    for kind, program in programs.items():
        start = median([str(program), "--version"])
        print(f"     {kind}: starts in {start:.1f} ms, /bin/true in {nothing:.1f} ms")
        check(f"{kind}: starts in at most 7 ms where /bin/true takes one", start <= 7 * max(nothing, 1), start)
    if rumdl := os.environ.get("RUMDL"):
        theirs = median([rumdl, "check", "--no-cache", "awesome.md"])
        for kind, program in programs.items():
            ours = median([str(program), "lint", "awesome.md"])
            print(f"     {kind}: lints the list in {ours:.1f} ms, rumdl in {theirs:.1f} ms")
            check(f"{kind}: lint takes at most 5 ms more than rumdl", ours <= theirs + 5, (ours, theirs))


def raise_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        # SIOCSIFFLAGS: up and running.
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sH14x", b"lo", 0x41))


def main(folder: Path, suites: list[str]) -> int:
    servers.make_certificates(folder)
    if suites:
        raise_loopback()
        servers.start_name_server()
    port = servers.start_website(folder)
    programs = {kind: unpack(kind, folder) for kind in ("gnu", "static")}
    check_linking(programs)
    if suites:
        check_empty_root(folder, programs["static"], port)
    for suite in suites:
        check_debian(suite, folder, programs, port)
    check_wheel(folder, port)
    check_time(programs)
    return 1 if failures else 0


sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
