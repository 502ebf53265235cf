"""The hooks for pre-commit."""

import os
import re
import shutil
import subprocess
import unittest

from support import PROGRAM, ROOT, ActionTest, git


class HookTests(ActionTest):
    manifest = ROOT / ".pre-commit-hooks.yaml"
    hooks = dict(re.findall(r"- id: (\S+)\n(?:  .*\n)*?  entry: (.*)", manifest.read_text()))
    fault = "Text about CafÃ© tea."
    files = ["code-of-conduct.md", "contributing.md", "docs/README.md", "README.md"]

    def setUp(self):
        super().setUp()
        for name in self.files:
            self.write({name: self.list(("Tea", "/fine", self.fault))}, self.workspace)
        tools = self.folder / "tools"
        tools.mkdir()
        (tools / "awesome").symlink_to(PROGRAM)
        self.environment = {
            "PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(self.folder / "home"), "GIT_CONFIG_NOSYSTEM": "1"}

    def run_hook(self, *command):
        return subprocess.run(
            command, cwd=self.workspace, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, timeout=120)

    def faulty(self):
        return [name for name in self.files if self.fault in (self.workspace / name).read_text()]

    def test_only_lists_are_checked_and_fixed(self):
        hooks = {name: entry.split() for name, entry in self.hooks.items()}
        found = self.run_hook(*hooks["awesome-lint"], *self.files)
        self.assertEqual(found.returncode, 1, found.stdout)
        self.assertIn("README.md:7:", found.stdout)
        self.assertNotIn("docs/README.md:", found.stdout)
        self.assertNotIn("contributing.md:", found.stdout)
        self.assertEqual(self.run_hook(*hooks["awesome-lint-fix"], *self.files).returncode, 0)
        self.assertEqual(self.faulty(), self.files[:-1])
        self.assertEqual(self.run_hook(*hooks["awesome-lint"], *self.files[:-1]).returncode, 0)
        links = self.run_hook(*hooks["awesome-check-links"], *self.files, "--dump", "--allow-address", "127.0.0.0/8")
        self.assertEqual(links.stdout.count("/fine"), 1)

    @unittest.skipUnless(shutil.which("pre-commit"), "pre-commit is not installed")
    def test_pre_commit_runs_them(self):
        source = self.folder / "hooks"
        source.mkdir()
        self.write({self.manifest.name: self.manifest.read_text()}, source)
        git(source, "init", "--quiet")
        git(source, "add", "--all")
        git(source, "commit", "--quiet", "--message", "x")
        revision = git(source, "rev-parse", "HEAD")
        configuration = f"repos:\n  - repo: {source.as_uri()}\n    rev: {revision}\n    hooks:\n"
        configuration += "".join(f"      - id: {name}\n" for name in self.hooks)
        self.commit({".pre-commit-config.yaml": configuration})
        found = self.run_hook("pre-commit", "run", "--all-files", "--color", "never")
        self.assertEqual(found.returncode, 1, found.stdout)
        self.assertEqual(len(re.findall(r"^awesome lint[ .-].*Failed$", found.stdout, re.M)), 2, found.stdout)
        self.assertNotIn("check-links", found.stdout)
        self.assertEqual(self.faulty(), self.files[:-1])
        again = self.run_hook("pre-commit", "run", "--all-files")
        self.assertEqual(again.returncode, 0, again.stdout)
