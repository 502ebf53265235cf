"""A workspace, a remote and a fake gh for tests that play several nights."""

import datetime
import json
import os
import shutil

from player import TOKEN
from support import ROOT, ActionTest, git

BRANCH = "awesome-state"


class NightsTest(ActionTest):
    def setUp(self):
        super().setUp()
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        shutil.copy(ROOT / "Tests/Action/gh.py", self.bin / "gh")
        (self.bin / "gh").chmod(0o755)
        self.write_gh(issues=[], labels=[], denied=False, rival=False, calls=[])
        self.web.pages |= {f"/{name}": b"<title>A page</title><p>Text about it." for name in ["a", "b", "old", "new"]}
        self.commit({"awesome.md": self.list(*((name, f"/{name}", "Text.") for name in ["a", "b", "old"]))})
        git(self.folder, "init", "--quiet", "--bare", str(self.remote))
        git(self.workspace, "remote", "add", "origin", self.remote.as_uri())
        git(self.workspace, "push", "--quiet", "origin", "HEAD:refs/heads/main")
        self.start = datetime.date(2027, 2, 27)

    def gh(self):
        return json.loads((self.bin / "gh.json").read_text())

    def write_gh(self, **values):
        file = self.bin / "gh.json"
        old = json.loads(file.read_text()) if file.exists() else {}
        file.write_text(json.dumps(old | values))

    def night(self, number, event="schedule", **inputs):
        """Plays the night with a number, from 0; returns its outcome."""
        date = self.start + datetime.timedelta(days=number)
        seconds = int(datetime.datetime.combine(date, datetime.time(3), datetime.timezone.utc).timestamp())
        environment = {
            "SOURCE_DATE_EPOCH": str(seconds), "PATH": f"{self.bin}:{os.environ['PATH']}", "GITHUB_EVENT_NAME": event,
        }
        outcome = self.play(environment, mode="nightly", **({"check_links_args": self.links} | inputs))
        self.assertNotIn(TOKEN, outcome.log + outcome.summary)
        self.assertEqual(git(self.workspace, "status", "--porcelain"), "")
        return outcome

    def state(self, name="links.jsonl"):
        return git(self.remote, "show", f"{BRANCH}:{name}")

    def issue(self):
        issues = self.gh()["issues"]
        self.assertEqual(len(issues), 1)
        return issues[0]

    def break_a(self, *nights):
        self.web.pages.pop("/a", None)
        return [self.night(number) for number in nights]

    def move_old(self, number=0, **inputs):
        """Plays a night on which a link has moved."""
        self.web.redirects = {"/old": "/new"}
        return self.night(number, **inputs)
