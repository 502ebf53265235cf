"""What is linked into the programs: names, versions and licences, and a list of them in CycloneDX."""

import json
import pathlib
import re
import subprocess
import uuid
from dataclasses import dataclass

DEBIAN = {
    # Debian's package: the library's licence, by the identifiers of SPDX.
    "libcmark-gfm-dev": "BSD-2-Clause",
    "libcmark-gfm-extensions-dev": "BSD-2-Clause",
    "libpsl-dev": "MIT",
    "libyaml-dev": "MIT",
    "libssl-dev": "Apache-2.0",
    "zlib1g-dev": "Zlib",
    "libnghttp2-dev": "MIT",
    "libidn2-dev": "LGPL-3.0-or-later OR GPL-2.0-or-later",
    "libunistring-dev": "LGPL-3.0-or-later OR GPL-2.0-or-later",
}
SOURCES = {"curl": "curl", "libxml2": "MIT"}
GPL_RUNTIME = "GPL-3.0-or-later WITH GCC-exception-3.1"
SWIFT = "Apache-2.0 WITH Swift-exception"
COMMON = pathlib.Path("/usr/share/common-licenses")


@dataclass(frozen=True)
class Component:
    name: str
    version: str
    purl: str
    licence: str
    text: pathlib.Path


def output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def debian(name: str, version: str, licence: str, text: pathlib.Path, kind: str = "") -> Component:
    return Component(name, version, f"pkg:deb/debian/{name}@{version.replace(':', '%3A')}{kind}", licence, text)


def from_debian(libraries: pathlib.Path) -> list[Component]:
    found = []
    for package in sorted((libraries / "packages").glob("*.deb")):
        name, version = (output("dpkg-deb", "--field", str(package), field) for field in ("Package", "Version"))
        found.append(debian(name, version, DEBIAN[name], libraries / "debian/usr/share/doc" / name / "copyright"))
    for name, licence in SOURCES.items():
        [description] = (libraries / "sources").glob(f"{name}_*.dsc")
        version = re.search(r"^Version: (\S+)", description.read_text(), re.M).group(1)
        found.append(debian(name, version, licence, libraries / name / "debian/copyright", "?arch=source"))
    return found


def of_machine(static: bool) -> list[Component]:
    """The runtime libraries of C and C++, as far as they are in the program."""
    found = []
    wanted = [("libstdc++.a", GPL_RUNTIME), ("libgcc.a", GPL_RUNTIME)] + [("libc.a", "LGPL-2.1-or-later")] * static
    for file, licence in wanted:
        path = str(pathlib.Path(output("cc", f"-print-file-name={file}")).resolve())
        package = output("dpkg", "--search", path).split(":")[0]
        version = output("dpkg-query", "--show", "--showformat=${Version}", package)
        found.append(debian(package, version, licence, pathlib.Path("/usr/share/doc", package, "copyright")))
    return found


def from_swift(scratch: pathlib.Path) -> list[Component]:
    program = pathlib.Path(output("sh", "-c", "command -v swiftc")).resolve()
    version = re.search(r"Swift version (\S+)", output("swiftc", "--version")).group(1)
    licence = program.parent.parent / "share/swift/LICENSE.txt"
    found = [Component("swift", version, f"pkg:github/swiftlang/swift@swift-{version}-RELEASE", SWIFT, licence)]
    state = json.loads((scratch / "workspace-state.json").read_text())
    for dependency in state["object"]["dependencies"]:
        location = dependency["packageRef"]["location"].removesuffix(".git")
        name, version = location.rsplit("/", 1)[1], dependency["state"]["checkoutState"]["version"]
        [text] = (scratch / "checkouts" / dependency["subpath"]).glob("LICENSE*")
        path = location.removeprefix("https://")
        found.append(Component(name, version, f"pkg:swift/{path}@{version}", SWIFT, text))
    return found


def all_components(scratch: pathlib.Path, libraries: pathlib.Path, static: bool) -> list[Component]:
    found = {c.name: c for c in from_debian(libraries) + of_machine(static) + from_swift(scratch)}
    return sorted(found.values(), key=lambda component: component.name)


def licences(components: list[Component]) -> dict[str, bytes]:
    """The licence texts by file name, each once, with the texts that Debian's refer to."""
    names: dict[bytes, list[str]] = {}
    for component in components:
        names.setdefault(component.text.read_bytes(), []).append(component.name)
    texts = {f"{'+'.join(sharing)}.txt": text for text, sharing in names.items()}
    named = set(re.findall(rb"/usr/share/common-licenses/([A-Za-z0-9.-]*[A-Za-z0-9])", b"\n".join(texts.values())))
    # GPL means its last version, which has a name too.
    for path in sorted({(COMMON / name.decode()).resolve() for name in named}):
        texts[f"common/{path.name}.txt"] = path.read_bytes()
    return texts


def sbom(components: list[Component], version: str, project: str, time: str) -> bytes:
    """The list in CycloneDX 1.5 (https://cyclonedx.org/docs/1.5/json/)."""
    listed = [
        {
            "type": "library",
            "bom-ref": component.purl,
            "name": component.name,
            "version": component.version,
            "licenses": [{"expression": component.licence}],
            "purl": component.purl,
        }
        for component in components
    ]
    program = {
        "type": "application", "bom-ref": "awesome", "name": "awesome", "version": version,
        "licenses": [{"expression": "MIT"}], "externalReferences": [{"type": "vcs", "url": project}],
    }
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([version, time, listed]))}",
        "version": 1,
        "metadata": {"timestamp": time, "component": program},
        "components": listed,
        "dependencies": [{"ref": "awesome", "dependsOn": [component.purl for component in components]}],
    }
    return json.dumps(content, indent=2).encode() + b"\n"
