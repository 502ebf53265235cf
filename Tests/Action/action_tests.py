"""Tests of action.yml: `python3 Tests/Action/action_tests.py PROGRAM`, with the path of a built program."""

import hashlib
import http.server
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
import unittest

from player import Player, read_yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(".build/debug/awesome").resolve()
SOURCE = (ROOT / "Sources/awesome/Awesome.swift").read_text()
VERSION = re.search(r'static let version = "(.*)"', SOURCE)[1]
PROJECT = re.search(r'static let projectURL = "(.*)"', SOURCE)[1]
# Each would leave a file named `owned` where something is pasted into a script.
HOSTILE = ["$(touch${IFS}owned)", ";touch${IFS}owned;", "`touch${IFS}owned`", "\"'$(touch${IFS}owned)", "a%0A::error::owned"]


def git(folder, *arguments, **options):
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
    }
    result = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *arguments], cwd=folder,
        env=environment, capture_output=True, check=True, **options)
    return result.stdout.decode().strip()


class Web(http.server.ThreadingHTTPServer):
    """A server on the loopback interface; paths without a page answer 404."""

    def __init__(self):
        self.pages = {"/fine": b"<title>A fine page</title><p>Text about something."}
        self.requests = []
        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, path):
        return f"http://127.0.0.1:{self.server_port}{path}"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.requests.append(self.path)
        page = self.server.pages.get(self.path)
        self.send_response(404 if page is None else 200)
        self.send_header("content-type", "text/html")
        self.send_header("content-length", str(len(page or b"")))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(page or b"")

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


class ActionTest(unittest.TestCase):
    links = "--include 'http://127.0.0.1:**' --allow-address 127.0.0.0/8 --control-name localhost --retries 0"

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()
        self.player = Player(ROOT, self.folder)
        self.workspace = self.player.workspace
        self.remote = self.folder / "remote.git"
        self.web = Web()
        self.addCleanup(self.web.server_close)
        self.addCleanup(self.web.shutdown)

    def list(self, *entries):
        head = "# Awesome Tea [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n> Tea.\n\n## Shops\n\n"
        return head + "".join(f"- [{name}]({self.web.url(path)}) - {text}\n" for name, path, text in entries)

    def write(self, files, folder):
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def commit(self, files):
        """A commit in the workspace with these files."""
        if not (self.workspace / ".git").exists():
            git(self.workspace, "init", "--quiet")
        self.write(files, self.workspace)
        git(self.workspace, "add", "--all")
        git(self.workspace, "commit", "--quiet", "--message", "x", "--allow-empty")

    def pull_request(self, base, head, branch="main", base_commits=0, head_commits=0, before=None):
        """Makes the remote with a pull request from a fork, and checks out its merge commit as actions/checkout does."""
        maker = self.folder / "maker"
        shutil.rmtree(maker, ignore_errors=True)
        maker.mkdir()
        git(maker, "init", "--quiet")
        for files in filter(None, [before, base]):
            self.write(files, maker)
            git(maker, "add", "--all")
            git(maker, "commit", "--quiet", "--message", "base")
        fork = git(maker, "rev-parse", "HEAD")
        self.write(head, maker)
        git(maker, "add", "--all")
        git(maker, "commit", "--quiet", "--message", "$(touch owned)")
        tips = [self._lengthen(maker, tip, count) for tip, count in [(fork, base_commits), ("HEAD", head_commits)]]
        merge = git(maker, "commit-tree", "-p", tips[0], "-p", tips[1], "-m", "merge", "HEAD^{tree}")
        git(self.folder, "init", "--quiet", "--bare", str(self.remote))
        git(maker, "push", "--quiet", str(self.remote), f"{tips[0]}:refs/heads/{branch}", f"{merge}:refs/pull/1/merge")
        git(self.workspace, "init", "--quiet")
        git(self.workspace, "remote", "add", "origin", self.remote.as_uri())
        merged = "refs/remotes/pull/1/merge"
        git(self.workspace, "fetch", "--quiet", "--no-tags", "--depth=1", "origin", f"+refs/pull/1/merge:{merged}")
        git(self.workspace, "checkout", "--quiet", "--force", merged)

    def reset(self):
        """Empties the workspace and the remote, for another round of a test."""
        shutil.rmtree(self.workspace)
        shutil.rmtree(self.remote)
        self.workspace.mkdir()

    def _lengthen(self, maker, tip, count):
        """A tip with so many more commits on it, none of which changes a file."""
        tip = git(maker, "rev-parse", tip)
        if count == 0:
            return tip
        stream = f"reset refs/heads/long\nfrom {tip}\n\n"
        stream += "commit refs/heads/long\ncommitter A <a@example.org> 1700000000 +0000\ndata 1\nx\n" * count
        git(maker, "fast-import", "--quiet", "--force", input=stream.encode())
        return git(maker, "rev-parse", "refs/heads/long")

    def play(self, environment=None, **inputs):
        inputs = {"program": str(PROGRAM)} | {name.replace("_", "-"): value for name, value in inputs.items()}
        return self.player.play(inputs, environment)

    def play_pull_request(self, branch="main", head="fix", **inputs):
        event = self.folder / "event.json"
        event.write_text('{"pull_request": {"title": "$(touch owned)\\n::error::owned"}}')
        environment = {
            "GITHUB_EVENT_NAME": "pull_request", "GITHUB_BASE_REF": branch, "GITHUB_HEAD_REF": head,
            "GITHUB_REF": "refs/pull/1/merge", "GITHUB_EVENT_PATH": str(event),
        }
        return self.play(environment, **({"check_links_args": self.links} | inputs))

    def expect_nothing_owned(self, outcome):
        self.assertEqual([str(path) for path in self.folder.rglob("owned*")], [])
        self.assertEqual([path for path in ROOT.glob("owned*")], [])
        self.assertNotIn("owned", outcome.messages("error"))
        self.assertEqual([name for name in outcome.commands if name not in ["group", "endgroup"]], [])


class PullRequestTests(ActionTest):
    def setUp(self):
        super().setUp()
        self.old = [("Old", "/gone-before", "Text about Github.")]
        self.new = self.old + [("New", "/gone", "Text about Javascript."), ("Fine", "/fine", "More text.")]

    def make(self, **options):
        self.pull_request({"awesome.md": self.list(*self.old)}, {"awesome.md": self.list(*self.new)}, **options)

    def expect_new_findings(self, outcome):
        lines = {int(properties["line"]) for _, properties, _ in outcome.annotations if "line" in properties}
        self.assertEqual(lines, {8}, outcome.log)
        self.assertEqual(outcome.outputs["exit-code"], "1", outcome.log)

    def test_only_what_changed_is_checked(self):
        self.make()
        outcome = self.play_pull_request()
        self.expect_new_findings(outcome)
        self.assertEqual(outcome.status, 1)
        self.assertIn("write “JavaScript”, not “Javascript”", outcome.messages("warning"))
        self.assertEqual(len(outcome.messages("error")), 1, outcome.log)
        self.assertEqual((outcome.outputs["errors"], outcome.outputs["warnings"]), ("1", "1"))
        self.assertNotIn("/gone-before", self.web.requests)
        self.assertIn("## awesome lint\n\n\n**1 warning in ", outcome.summary)
        self.assertIn("## awesome check-links\n\n\n**1 error in ", outcome.summary)
        self.assertEqual(pathlib.Path(outcome.outputs["report"]).read_text(), outcome.summary)
        self.assertEqual(outcome.outputs["version"], VERSION)
        self.assertEqual(outcome.outputs["sarif"], "")

    def test_findings_need_not_fail(self):
        self.make()
        outcome = self.play_pull_request(fail="false")
        self.expect_new_findings(outcome)
        self.assertEqual(outcome.status, 0)

    def test_links_can_be_left_to_the_night(self):
        self.make()
        outcome = self.play_pull_request(check_links="false")
        self.assertEqual((outcome.outputs["errors"], outcome.outputs["warnings"]), ("0", "1"))
        self.assertEqual((outcome.status, self.web.requests), (0, []))

    def test_arguments_are_read_as_in_a_shell(self):
        self.make()
        outcome = self.play_pull_request(
            args="'awesome.md'", lint_args="--fail-on warning\n--ignore brand-case", check_links_args=self.links)
        self.assertEqual((outcome.outputs["errors"], outcome.outputs["warnings"]), ("1", "0"))
        outcome = self.play_pull_request(args="'awesome.md")
        self.assertEqual(outcome.status, 2)
        self.assertIn("these arguments have a quote without its end", outcome.messages("error")[0])
        self.assertEqual(self.play_pull_request(args="$(touch owned) *.md `touch owned`").status, 2)

    def test_a_clean_pull_request(self):
        self.new = self.old + [("Fine", "/fine", "More text.")]
        self.make()
        outcome = self.play_pull_request()
        self.assertEqual((outcome.status, outcome.outputs["exit-code"], outcome.messages("error")), (0, "0", []))
        self.assertEqual((outcome.outputs["errors"], outcome.outputs["warnings"]), ("0", "0"))

    def test_more_history_is_fetched_until_it_meets(self):
        for commits, length in [(3, 20), (130, 0), (0, 140), (1100, 0)]:
            with self.subTest(commits=commits, length=length):
                self.make(base_commits=commits, head_commits=length)
                # As with `ref: ${{ github.event.pull_request.head.sha }}`: not the merge commit.
                git(self.workspace, "fetch", "--quiet", "--depth=2", "origin", "refs/pull/1/merge")
                git(self.workspace, "checkout", "--quiet", "FETCH_HEAD^2")
                self.expect_new_findings(self.play_pull_request())
                self.reset()

    def test_history_that_is_there_stays(self):
        self.make(base_commits=1300, head_commits=150)
        git(self.workspace, "fetch", "--quiet", "--depth=140", "origin", "refs/pull/1/merge")
        before = git(self.workspace, "rev-list", "--count", "HEAD")
        self.expect_new_findings(self.play_pull_request())
        self.assertGreaterEqual(int(git(self.workspace, "rev-list", "--count", "HEAD")), int(before))

    def test_the_base_of_an_earlier_run_is_not_used(self):
        # A runner that keeps its workspace has the branch as it was then.
        self.make(before={"awesome.md": self.list()})
        git(self.workspace, "fetch", "--quiet", "--unshallow", "origin", "refs/pull/1/merge")
        git(self.workspace, "update-ref", "refs/remotes/origin/main", "HEAD^1^1")
        self.expect_new_findings(self.play_pull_request())

    def test_a_full_clone_needs_no_remote(self):
        self.make(branch="trunk")
        git(self.workspace, "fetch", "--quiet", "--unshallow", "origin", "+refs/heads/*:refs/remotes/origin/*")
        shutil.rmtree(self.remote)
        self.expect_new_findings(self.play_pull_request(branch="trunk"))

    def test_a_base_that_cannot_be_fetched_names_the_remedy(self):
        self.make()
        shutil.rmtree(self.remote)
        outcome = self.play_pull_request()
        self.assertEqual(outcome.status, 2)
        self.assertIn("cannot be compared with: ", outcome.messages("error")[0])
        self.assertIn("give actions/checkout `fetch-depth: 0`", outcome.messages("error")[0])

    @unittest.skipUnless(os.geteuid() == 0, "only root can give a folder to another user")
    def test_a_checkout_of_another_user(self):
        self.make()
        subprocess.run(["chown", "-R", "65534:65534", str(self.workspace)], check=True)
        self.expect_new_findings(self.play_pull_request())
        self.expect_new_findings(self.play_pull_request())
        trusted = (self.folder / "home/.gitconfig").read_text()
        self.assertEqual(trusted.count("directory = "), 1)
        self.assertIn(f"directory = {self.workspace}\n", trusted)

    def test_hostile_names_cause_nothing(self):
        for name in HOSTILE:
            with self.subTest(name=name):
                branch = "b/" + name.replace(":", "")
                file = f"lists/{name.replace('/', '')}.md"
                texts = [("::error::owned", "/fine", "##[error]owned Github"), (name, "/gone", f"{name} Javascript.")]
                self.pull_request(
                    {"awesome.md": self.list(*self.old), file: self.list(*self.old)},
                    {file: self.list(*self.old, *texts)}, branch=branch)
                outcome = self.play_pull_request(branch=branch, head=name, args="lists/*.md", sarif="true")
                self.assertEqual(outcome.outputs["exit-code"], "1", outcome.log)
                files = {properties["file"] for _, properties, _ in outcome.annotations if "file" in properties}
                self.assertEqual(files, {file})
                self.expect_nothing_owned(outcome)
                self.reset()

    def test_a_file_name_of_several_lines(self):
        file = "lists/a\n::error::owned\n##[error]owned.md"
        self.pull_request({"awesome.md": "x"}, {file: self.list(*self.new)})
        outcome = self.play_pull_request(args="lists/*.md", fail="false")
        self.assertEqual(outcome.outputs["warnings"], "2", outcome.log)
        self.expect_nothing_owned(outcome)

    def test_a_folder_below_the_workspace(self):
        self.pull_request({"-l/awesome.md": self.list(*self.old)}, {"-l/awesome.md": self.list(*self.new)})
        outcome = self.play_pull_request(working_directory="-l")
        self.expect_new_findings(outcome)
        files = {properties["file"] for _, properties, _ in outcome.annotations if "file" in properties}
        self.assertEqual(files, {"-l/awesome.md"})
        outcome = self.play_pull_request(working_directory="none")
        self.assertIn("there is no folder `none`", outcome.messages("error")[0])

    def test_other_events_check_all(self):
        self.commit({"awesome.md": self.list(*self.new)})
        outcome = self.play(check_links_args=self.links)
        self.assertEqual((outcome.outputs["errors"], outcome.outputs["warnings"]), ("2", "2"))
        self.assertIn("there is no base to compare with, so all of the list is checked", outcome.messages("notice"))

    def test_sarif(self):
        self.make()
        outcome = self.play_pull_request(sarif="true")
        folder = pathlib.Path(outcome.outputs["sarif"])
        self.assertEqual(sorted(path.name for path in folder.iterdir()), ["check-links.sarif", "lint.sarif"])
        self.assertIn('"ruleId": "brand-case"', (folder / "lint.sarif").read_text())
        self.assertIn('"ruleId": "link-gone"', (folder / "check-links.sarif").read_text())
        # Code scanning refuses two reports of one category.
        for command in ["lint", "check-links"]:
            self.assertIn(f'"id": "awesome {command}/"', (folder / f"{command}.sarif").read_text())
        self.assertEqual(self.web.requests.count("/gone"), 1)

    def test_a_run_that_is_not_possible_always_fails(self):
        self.commit({"a.txt": "::error::owned"})
        outcome = self.play(fail="false", check_links="false")
        self.assertEqual((outcome.status, outcome.outputs["exit-code"]), (2, "2"))
        self.assertIn("no awesome.md and no README in this folder", outcome.messages("error")[0])
        self.assertIn("    awesome: no awesome.md and no README", outcome.summary)
        outcome = self.play(mode="a%0Ab\n::error::owned")
        self.assertEqual(len(outcome.messages("error")), 1)
        self.assertTrue(outcome.messages("error")[0].startswith("there is no mode `a%0Ab\n::error::owned`; "))
        for inputs in [{"mode": "morning"}, {"fail": "no"}, {"check_links": ""}]:
            self.assertEqual(self.play(**inputs).status, 2)

    def test_a_long_summary_is_cut(self):
        self.commit({"awesome.md": self.list(*((f"N{i}", f"/fine?{i}", f"Github {'x' * 300}.") for i in range(9000)))})
        outcome = self.play(check_links="false")
        self.assertLessEqual(len(outcome.summary.encode()), 1 << 20)
        self.assertEqual(outcome.outputs["warnings"], "9000")
        self.assertEqual(len(outcome.messages("warning")), 10)


class NightlyTests(ActionTest):
    def test_all_links_are_checked(self):
        self.commit({"awesome.md": self.list(("A", "/fine", "Text about Github."), ("B", "/gone", "Text."))})
        outcome = self.play(mode="nightly", check_links_args=self.links)
        self.assertEqual((outcome.status, outcome.outputs["errors"], outcome.outputs["exit-code"]), (1, "1", "1"))
        self.assertIn("/gone", outcome.summary)
        self.assertNotIn("awesome lint", outcome.summary)

    def test_without_a_network_the_result_is_not_trusted(self):
        self.commit({"awesome.md": self.list(("A", "/fine", "Text."))})
        args = "--allow-address 127.0.0.0/8 --control-name nowhere.invalid --remap http://127.0.0.1=http://nowhere.invalid"
        outcome = self.play(mode="nightly", check_links_args=args)
        self.assertEqual((outcome.status, outcome.outputs["exit-code"]), (3, "3"), outcome.log)
        self.assertIn("no network", outcome.messages("error")[-1])
        self.assertEqual(self.play(mode="nightly", check_links_args=args, fail="false").status, 0)


class RenderTests(ActionTest):
    readme = "# Tea\n\n<!-- awesome:list -->\n<!-- /awesome:list -->\n"

    def make(self):
        self.commit({
            ".awesome.yml": "list: awesome.md\noutput: README.md\n", "README.md": self.readme,
            "awesome.md": self.list(("A", "/fine", "Text ::error::owned ##[error]owned."))})
        git(self.folder, "init", "--quiet", "--bare", str(self.remote))
        git(self.workspace, "remote", "add", "origin", self.remote.as_uri())
        git(self.workspace, "push", "--quiet", "origin", "HEAD:refs/heads/main")

    def test_a_stale_readme_fails(self):
        self.make()
        outcome = self.play(mode="render")
        self.assertEqual((outcome.status, outcome.outputs["exit-code"], outcome.outputs["errors"]), (1, "1", "1"))
        self.assertEqual(len(outcome.messages("error")), 1)
        self.assertIn("the README is stale; run `awesome render`", outcome.messages("error")[0])
        self.assertIn("\n    +- [A]", outcome.summary)
        self.expect_nothing_owned(outcome)
        self.assertEqual((self.workspace / "README.md").read_text(), self.readme)

    def test_a_stale_readme_is_committed(self):
        self.make()
        # Files of other steps stay out of the commit.
        self.write({"other.txt": "x", "awesome.md": (self.workspace / "awesome.md").read_text() + "\n"}, self.workspace)
        git(self.workspace, "add", "other.txt")
        message = "docs: render\n\n$(touch owned)"
        outcome = self.play(mode="render", commit="true", commit_message=message)
        self.assertEqual((outcome.status, outcome.outputs["errors"]), (0, "0"), outcome.log)
        shown = git(self.remote, "show", "--format=%B%an", "--name-only", "refs/heads/main")
        self.assertEqual(shown, message + "\ngithub-actions[bot]\n\nREADME.md")
        self.assertIn("- [A]", git(self.remote, "show", "refs/heads/main:README.md"))
        self.assertIn("it is rendered and committed", outcome.summary)
        self.expect_nothing_owned(outcome)
        again = self.play(mode="render", commit="true")
        self.assertIn("The README is fresh.", again.summary)
        self.assertEqual(git(self.remote, "rev-list", "--count", "refs/heads/main"), "2")

    def test_a_commit_that_git_refuses_is_reported(self):
        self.make()
        outcome = self.play(mode="render", commit="true", commit_message="")
        self.assertEqual(outcome.status, 2)
        self.assertIn("cannot be committed: Aborting commit due to empty commit message", outcome.messages("error")[0])

    def test_a_pull_request_is_only_checked(self):
        self.make()
        outcome = self.play({"GITHUB_REF": "refs/pull/1/merge", "GITHUB_BASE_REF": "main"}, mode="render", commit="true")
        self.assertEqual(outcome.status, 1)
        self.assertEqual(git(self.remote, "rev-list", "--count", "--all"), "1")

    def test_a_push_that_is_refused_names_the_permission(self):
        self.make()
        hook = self.remote / "hooks/pre-receive"
        hook.write_text("#!/bin/sh\necho ::error::owned >&2\nexit 1\n")
        hook.chmod(0o755)
        outcome = self.play(mode="render", commit="true")
        self.assertEqual(outcome.status, 2)
        self.assertIn("`permissions: {contents: write}`", outcome.messages("error")[0])
        self.expect_nothing_owned(outcome)


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


class ManifestTests(unittest.TestCase):
    manifest = read_yaml((ROOT / "action.yml").read_text())

    def test_every_input_goes_to_a_script(self):
        used = set()
        for step in self.manifest["runs"]["steps"]:
            self.assertRegex(step["run"], r'^sh "\$GITHUB_ACTION_PATH/\.ci/action/[a-z]+"$')
            script = ROOT / re.search(r"\.ci/[a-z/]+", step["run"])[0]
            text = script.read_text() + (script.parent / "common.sh").read_text()
            for variable, value in step["env"].items():
                self.assertIn("$" + variable, text.replace("${", "$"), f"{script.name} does not read {variable}")
                used |= set(re.findall(r"inputs\.([a-z-]+)", value))
            used |= set(re.findall(r"inputs\.([a-z-]+)", step.get("if", "")))
        self.assertEqual(used, set(self.manifest["inputs"]))

    guide = (ROOT / "Sources/awesome/Documentation.docc/Automation.md").read_text()

    def test_the_guide_names_every_input_and_output(self):
        for name in [*self.manifest["inputs"], *self.manifest["outputs"]]:
            self.assertTrue(f"\n| `{name}` |" in self.guide, f"there is no row for {name}")

    def test_the_guides_name_this_version_of_this_project(self):
        name = PROJECT.removeprefix("https://github.com/")
        foreign = {"actions/checkout", "actions/upload-artifact", "github/codeql-action/upload-sarif"}
        for text in [self.guide, (ROOT / "README.md").read_text()]:
            uses = re.findall(r"uses: (?:https://[^/]+/)?([^ @}]+)@([^ },\n]+)", text)
            self.assertEqual({version for action, version in uses if action == name}, {f"v{VERSION}"})
            self.assertEqual({action for action, _ in uses} - foreign, {name})
            self.assertEqual(set(re.findall(r"https://github\.com/\S+?(?=/releases)", text)) - {PROJECT}, set())
        self.assertIn(f"- repo: {PROJECT}\n    rev: v{VERSION}\n", self.guide)

    def test_foreign_actions_are_pinned(self):
        for file in (ROOT / ".github/workflows").iterdir():
            for action in re.findall(r"uses: (.*)", file.read_text()):
                self.assertRegex(action, r"^\./|^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", file.name)



if __name__ == "__main__":
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main()
