"""The program of a release, of a mirror, of the workspace."""

import hashlib
import io
import os
import pathlib
import subprocess
import sys
import tarfile
import unittest

from support import PROJECT, VERSION, ActionTest


@unittest.skipUnless(sys.platform == "linux", "there are releases for Linux only")
class InstallTests(ActionTest):
    script = b"#!/bin/sh\necho " + VERSION.encode() + b"\n"

    def setUp(self):
        super().setUp()
        machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(os.uname().machine, os.uname().machine)
        libc = subprocess.run(["getconf", "GNU_LIBC_VERSION"], capture_output=True, text=True).stdout.strip()
        kind = "gnu" if libc.startswith("glibc 2.") and int(libc.split(".")[1]) >= 35 else "static"
        self.name = f"awesome-{machine}-unknown-linux-{kind}.tar.gz"
        archive = io.BytesIO()
        with tarfile.open(fileobj=archive, mode="w:gz") as tar:
            for path, content in [("awesome", self.script), ("LICENSE", b"MIT\n")]:
                member = tarfile.TarInfo(f"{self.name.removesuffix('.tar.gz')}/{path}")
                member.size = len(content)
                member.mode = 0o644
                tar.addfile(member, io.BytesIO(content))
        self.archive = archive.getvalue()
        self.sum = hashlib.sha256(self.archive).hexdigest()
        self.web.pages |= {
            "/" + self.name: self.archive, f"/{self.name}.sha256": f"{self.sum}  {self.name}\n".encode()}

    def install(self, **inputs):
        return self.play(**({"program": "", "install_only": "true", "download_url": self.web.url("/")} | inputs))

    def test_a_release_is_installed(self):
        outcome = self.install()
        self.assertEqual(outcome.status, 0, outcome.log)
        self.assertEqual(outcome.outputs["version"], VERSION)
        self.assertEqual(outcome.paths, [str(self.folder / "temp/awesome")])
        self.assertEqual(pathlib.Path(outcome.outputs["program"]).read_bytes(), self.script)
        self.assertEqual(outcome.outputs["exit-code"], "")
        self.assertEqual(sorted(path.name for path in (self.folder / "temp").iterdir()), ["awesome"])

    def test_a_wrong_checksum_ends_the_step(self):
        self.web.pages["/" + self.name] = self.archive + b"\0"
        outcome = self.install()
        self.assertEqual((outcome.status, outcome.outputs["program"], outcome.paths), (2, "", []))
        self.assertIn("is not the file that was published", outcome.messages("error")[0])
        self.assertFalse((self.folder / "temp/awesome/awesome").exists())
        self.web.pages[f"/{self.name}.sha256"] = b""
        self.assertEqual(self.install().status, 2)

    def test_the_workflow_can_name_the_checksum(self):
        self.web.pages.pop(f"/{self.name}.sha256")
        self.assertEqual(self.install(checksum=self.sum.upper()).status, 0)
        self.assertEqual(self.install(checksum="0" * 64).status, 2)

    def test_a_release_that_there_is_not(self):
        outcome = self.install(download_url=self.web.url("/none"))
        self.assertEqual(outcome.status, 2)
        self.assertIn(f"/none/{self.name} cannot be downloaded: ", outcome.messages("error")[0])
        for inputs in [{"version": "1/../../x", "download_url": ""}, {"download_url": "file:///etc"}]:
            self.assertEqual(self.install(**inputs).status, 2)

    def fake(self, name, script):
        """Puts a program on the PATH of the steps, before the system's."""
        tools = self.folder / "tools"
        tools.mkdir(exist_ok=True)
        (tools / name).write_text("#!/bin/sh\n" + script)
        (tools / name).chmod(0o755)
        return {"PATH": f"{tools}:{os.environ['PATH']}"}

    def test_the_release_is_that_of_the_action(self):
        path = self.fake("curl", f"printf '%s\\n' \"$*\" >>'{self.folder}/urls'\nexit 22\n")
        for version, folder in [
            ("", f"download/v{VERSION}"), ("1.2.3", "download/v1.2.3"), ("v1.2.3", "download/v1.2.3"),
            ("latest", "latest/download"),
        ]:
            self.player.play({"version": version, "install-only": "true"}, path)
            last = (self.folder / "urls").read_text().splitlines()[-1]
            self.assertTrue(last.endswith(f" -- {PROJECT}/releases/{folder}/{self.name}"), last)
            self.assertIn("--proto =https ", last)

    def test_the_release_fits_the_machine(self):
        self.fake("uname", 'case $1 in -m) echo "$MACHINE" ;; *) echo "$SYSTEM" ;; esac\n')
        path = self.fake("getconf", '[ -n "$GLIBC" ] && echo "$GLIBC"\n')
        for system, machine, libc, name in [
            ("Linux", "x86_64", "glibc 2.35", "awesome-x86_64-unknown-linux-gnu.tar.gz"),
            ("Linux", "aarch64", "glibc 2.41", "awesome-aarch64-unknown-linux-gnu.tar.gz"),
            ("Linux", "x86_64", "glibc 2.31", "awesome-x86_64-unknown-linux-static.tar.gz"),
            ("Linux", "arm64", "", "awesome-aarch64-unknown-linux-static.tar.gz"),
            ("Linux", "riscv64", "glibc 2.41", "there is no release for riscv64"),
            ("Darwin", "arm64", "", "there is no release for Darwin"),
        ]:
            self.web.requests.clear()
            environment = path | {"SYSTEM": system, "MACHINE": machine, "GLIBC": libc}
            inputs = {"install-only": "true", "download-url": self.web.url("")}
            outcome = self.player.play(inputs, environment)
            if name.startswith("there"):
                self.assertEqual((outcome.status, self.web.requests), (2, []))
                self.assertIn(name, outcome.messages("error")[0])
            else:
                self.assertEqual(self.web.requests[0], "/" + name)

    def test_a_program_of_the_workspace(self):
        program = self.workspace / "bin/a tool"
        program.parent.mkdir()
        program.write_bytes(self.script)
        self.assertEqual(self.play(program="bin/a tool", install_only="true").status, 2)
        program.chmod(0o755)
        outcome = self.play(program="bin/a tool", install_only="true")
        self.assertEqual((outcome.status, outcome.outputs["version"]), (0, VERSION))
        # Another version in the same job does not overwrite it.
        self.assertEqual(self.install(program="").status, 0)
        self.assertEqual(program.read_bytes(), self.script)
