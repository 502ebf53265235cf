"""Packs the programs of `make dist`: package.py SCRATCH LIBRARIES DIST."""

import base64
import datetime
import gzip
import hashlib
import io
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile

from components import all_components, licences, sbom

MACHINE = platform.machine()
EPOCH = int(os.environ["SOURCE_DATE_EPOCH"])
TIME = datetime.datetime.fromtimestamp(EPOCH, datetime.timezone.utc)
# Static: it runs with any C library. The other names are those that older versions of pip know.
TAGS = [f"py3-none-{system}_{MACHINE}" for system in ("manylinux_2_17", "manylinux2014", "musllinux_1_1")]
NOTICE = """\
The program contains the libraries in this folder's files, each under its licence.

libidn2, libunistring and, in the static program, glibc are under the GNU LGPL. To use other versions of them, change the source of the
program or of these libraries, and build it again with `make dist`: {project}
"""

# A file of a package: its mode and content.
Files = dict[str, tuple[int, bytes]]


def constant(name: str) -> str:
    text = pathlib.Path("Sources/awesome/Awesome.swift").read_text()
    return re.search(rf'static let {name} = "(.*)"', text).group(1)


VERSION, PROJECT = constant("version"), constant("projectURL")


def installed(program: pathlib.Path, zsh: str) -> Files:
    """What .ci/install puts in place, by its path below the prefix."""
    prefix = program.parent / "prefix"
    shutil.rmtree(prefix, ignore_errors=True)
    subprocess.run([".ci/install", str(program), str(prefix), zsh], check=True)
    return {
        str(path.relative_to(prefix)): (0o755 if path.parent.name == "bin" else 0o644, path.read_bytes())
        for path in sorted(prefix.rglob("*")) if path.is_file()
    }


def texts(kind: str, scratch: pathlib.Path, libraries: pathlib.Path) -> Files:
    """The project's licence, those of what is linked, and the list of it."""
    components = all_components(scratch, libraries, static=kind == "static")
    files = {f"licenses/third-party/{name}": text for name, text in licences(components).items()}
    files["licenses/third-party/README.txt"] = NOTICE.format(project=PROJECT).encode()
    files["licenses/LICENSE"] = pathlib.Path("LICENSE").read_bytes()
    files["awesome.cdx.json"] = sbom(components, VERSION, PROJECT, TIME.strftime("%Y-%m-%dT%H:%M:%SZ"))
    return {name: (0o644, text) for name, text in files.items()}


def archive(name: str, program: pathlib.Path, others: Files, dist: pathlib.Path) -> pathlib.Path:
    short = {"bin/awesome": "awesome", "share/bash-completion/completions/awesome": "completions/awesome.bash",
             "share/zsh/site-functions/_awesome": "completions/_awesome",
             "share/fish/vendor_completions.d/awesome.fish": "completions/awesome.fish"}
    files = {short.get(path, path.replace("share/man/", "man/")): file
             for path, file in installed(program, "share/zsh/site-functions").items()}
    files["README.md"] = (0o644, pathlib.Path("README.md").read_bytes())
    path = dist / f"{name}.tar.gz"
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for inner, (mode, content) in sorted((files | others).items()):
            entry = tarfile.TarInfo(f"{name}/{inner}")
            entry.mode, entry.size, entry.mtime = mode, len(content), EPOCH
            tar.addfile(entry, io.BytesIO(content))
    path.write_bytes(gzip.compress(packed.getvalue(), 9, mtime=0))
    return path


def wheel(program: pathlib.Path, others: Files, dist: pathlib.Path) -> pathlib.Path:
    """A wheel without a module: pip puts what is below `.data/scripts` on the PATH, and pages and completions below the prefix.

    Source: packaging.python.org, "Binary distribution format".
    """
    base = f"awesome_lists-{VERSION}"
    about = f"{base}.dist-info"
    metadata = (
        f"Metadata-Version: 2.4\nName: awesome-lists\nVersion: {VERSION}\n"
        "Summary: Lint, repair, render and link-check curated Markdown lists\n"
        f"Project-URL: Source, {PROJECT}\nLicense-Expression: MIT\n"
        + "".join(f"License-File: {name.removeprefix('licenses/')}\n" for name in sorted(others) if "licenses/" in name)
        + "Keywords: awesome,lint,links,markdown\nDescription-Content-Type: text/markdown\n\n"
        + pathlib.Path("README.md").read_text()
    )
    tags = "".join(f"Tag: {tag}\n" for tag in TAGS)
    places = {"bin/awesome": "scripts/awesome"}
    files = {
        f"{base}.data/{places.get(path, f'data/{path}')}": file
        for path, file in installed(program, "share/zsh/site-functions").items()
    }
    files |= {
        f"{about}/METADATA": (0o644, metadata.encode()),
        f"{about}/WHEEL": (0o644, f"Wheel-Version: 1.0\nGenerator: awesome\nRoot-Is-Purelib: false\n{tags}".encode()),
    }
    for name, file in others.items():
        files[f"{about}/{'sboms/' if name.endswith('.cdx.json') else ''}{name}"] = file
    record = "".join(
        f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b'=').decode()},{len(content)}\n"
        for name, (_, content) in files.items()
    )
    files[f"{about}/RECORD"] = (0o644, f"{record}{about}/RECORD,,\n".encode())
    platforms = ".".join(tag.removeprefix("py3-none-") for tag in TAGS)
    path = dist / f"{base}-py3-none-{platforms}.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, (mode, content) in files.items():
            entry = zipfile.ZipInfo(name, TIME.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100000 | mode) << 16
            packed.writestr(entry, content)
    return path


def debian_package(program: pathlib.Path, others: Files, dist: pathlib.Path) -> pathlib.Path:
    """Debian's package; its program is for the C library of Debian 12 and later."""
    root = program.parent / "deb"
    shutil.rmtree(root, ignore_errors=True)
    files = {f"usr/{path}": file for path, file in installed(program, "share/zsh/vendor-completions").items()}
    files = {f"{path}.gz" if path.endswith(".1") else path: (mode, gzip.compress(text, 9, mtime=0) if path.endswith(".1") else text)
             for path, (mode, text) in files.items()}
    documents = "usr/share/doc/awesome-lists"
    files |= {f"{documents}/{name}": file for name, file in others.items()}
    files[f"{documents}/copyright"] = (0o644, pathlib.Path("LICENSE").read_bytes())
    architecture = subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True).stdout.strip()
    size = sum(len(content) for _, content in files.values()) // 1024
    files["DEBIAN/control"] = (0o644, (
        f"Package: awesome-lists\nVersion: {VERSION}\nArchitecture: {architecture}\nSection: text\nPriority: optional\n"
        f"Maintainer: The awesome contributors <noreply@{PROJECT.split('/')[2]}>\nInstalled-Size: {size}\nDepends: libc6 (>= 2.35)\n"
        f"Recommends: ca-certificates\nSuggests: git\nConflicts: awesome\nHomepage: {PROJECT}\n"
        "Description: linter and link checker for curated Markdown lists\n"
        " It lints, repairs, renders, exports and link-checks awesome lists.\n").encode())
    for path, (mode, content) in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        file.chmod(mode)
    for folder in [root, *(path for path in root.rglob("*") if path.is_dir())]:
        folder.chmod(0o755)
    path = dist / f"awesome-lists_{VERSION}_{architecture}.deb"
    subprocess.run(["dpkg-deb", "--build", "--root-owner-group", "-Zxz", str(root), str(path)], check=True, stdout=subprocess.DEVNULL)
    return path


def main(scratch: pathlib.Path, libraries: pathlib.Path, dist: pathlib.Path) -> None:
    made = []
    for kind in ("gnu", "static"):
        others = texts(kind, scratch, libraries)
        program = scratch / kind / "awesome"
        made.append(archive(f"awesome-{MACHINE}-unknown-linux-{kind}", program, others, dist))
        made.append((wheel if kind == "static" else debian_package)(program, others, dist))
        list_name = dist / f"awesome-{MACHINE}-unknown-linux-{kind}.cdx.json"
        list_name.write_bytes(others["awesome.cdx.json"][1])
    for path in made:
        path.with_name(path.name + ".sha256").write_text(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n")
        print(f"dist: {path.name} ({path.stat().st_size / 1e6:.1f} MB)", file=sys.stderr)


main(*(pathlib.Path(argument) for argument in sys.argv[1:]))
