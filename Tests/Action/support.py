"""What the tests of the Action share: a server, git, and a workspace on a runner that is played."""

import http.server
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading
import unittest

from player import Player

ROOT = pathlib.Path(__file__).resolve().parents[2]
# A built program, which `make test` names.
PROGRAM = pathlib.Path(os.environ.get("AWESOME", ROOT / ".build/debug/awesome")).resolve()
SOURCE = (ROOT / "Sources/awesome/Awesome.swift").read_text()
VERSION = re.search(r'static let version = "(.*)"', SOURCE)[1]
PROJECT = re.search(r'static let projectURL = "(.*)"', SOURCE)[1]


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
        self.redirects = {}
        self.requests = []
        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, path):
        return f"http://127.0.0.1:{self.server_port}{path}"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.requests.append(self.path)
        page = self.server.pages.get(self.path)
        target = self.server.redirects.get(self.path)
        self.send_response(301 if target else 404 if page is None else 200)
        if target:
            self.send_header("location", target)
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
        """Makes the remote with a pull request from a fork; checks out its merge commit as actions/checkout does."""
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
