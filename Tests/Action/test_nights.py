"""The mode `nightly` over many nights, and the branch of the state."""

import datetime
import stat

from nights import BRANCH, NightsTest
from support import git


class NightsTests(NightsTest):
    def test_ten_nights(self):
        """a is gone from night 2 to 6; old moves on night 5, and is fixed on night 8."""
        states, comments = [], []
        for number in range(10):
            pages = self.web.pages
            if number == 2:
                gone = pages.pop("/a")
            if number == 5:
                self.web.redirects = {"/old": "/new"}
            if number == 7:
                pages["/a"] = gone
            if number == 8:
                self.commit({"awesome.md": self.list(*((name, f"/{name}", "Text.") for name in ["a", "b", "new"]))})
            outcome = self.night(number)
            self.assertEqual(outcome.status, 1 if number in [4, 5, 6] else 0, f"night {number}: {outcome.log}")
            self.assertEqual(outcome.messages("warning") if number < 5 else [], [])
            issues = self.gh()["issues"]
            states.append(issues[0]["state"] if issues else None)
            comments.append(len(issues[0]["comments"]) if issues else 0)
            self.assertIn(f'"{self.start + datetime.timedelta(days=number)}"', self.state().splitlines()[0])
            if states[-1] == "open":
                self.assertIn(f"Last trusted night: {self.start + datetime.timedelta(days=number)}", issues[0]["body"])
            if number == 4:
                self.assertIn("### Decide: fail night after night (1)", issues[0]["body"])
                self.assertIn("/a` `awesome.md:7:7`: gone: 404 Not Found; 3 nights since 2027-03-01", issues[0]["body"])
            if number == 5:
                self.assertIn("```diff", issues[0]["body"])
                self.assertIn("- moved: `", issues[0]["comments"][0])
            if number == 7:
                self.assertIn("- recovered: `", issues[0]["comments"][1])
                self.assertNotIn("Decide", issues[0]["body"])
        self.assertEqual(states, [None] * 4 + ["open"] * 4 + ["closed"] * 2)
        self.assertEqual(comments, [0] * 5 + [1, 1, 2, 3, 3])
        self.assertEqual(self.issue()["title"], "Links that need a look")
        log = git(self.remote, "log", "--format=%an %s", BRANCH).splitlines()
        self.assertEqual(len(log), 10)
        self.assertTrue(all(line.startswith("github-actions[bot] Remember the night of ") for line in log))
        self.assertEqual(
            git(self.remote, "ls-tree", "--name-only", BRANCH), "links.jsonl\nlinks.jsonl.nights.jsonl")
        self.assertEqual(git(self.remote, "rev-list", "--max-parents=0", "--count", BRANCH), "1")

    def test_a_branch_that_may_not_be_written_is_said(self):
        hook = self.remote / "hooks/pre-receive"
        hook.write_text("#!/bin/sh\necho 'Permission denied to github-actions[bot]' >&2\nexit 1\n")
        hook.chmod(hook.stat().st_mode | stat.S_IXUSR)
        outcome = self.night(0)
        self.assertEqual(outcome.status, 0, outcome.log)
        self.assertIn("The job needs `contents: write`.", outcome.summary)
        self.assertEqual(len(outcome.messages("warning")), 1)
        self.assertEqual(git(self.remote, "for-each-ref", "--format=%(refname)"), "refs/heads/main")

    def test_two_runs_that_meet_lose_no_night(self):
        """Another run pushes its night while this one is under way."""
        self.break_a(0)
        hook = self.remote / "hooks/update"
        rival = self.folder / "rival"
        git(self.folder, "clone", "--quiet", "--branch", BRANCH, self.remote.as_uri(), str(rival))
        text = (rival / "links.jsonl").read_text()
        extra = '{"url":"https://rival.example/","failed":{"gone":["2027-02-27"]},"since":"2027-02-27","ok":null,'
        extra += '"verdict":"gone","status":404,"reason":"404 Not Found","outage":0}\n'
        (rival / "links.jsonl").write_text(text + extra)
        git(rival, "commit", "--quiet", "--all", "--message", "rival")
        git(rival, "push", "--quiet", "origin", "HEAD:refs/heads/rival")
        # The first push finds the branch moved.
        hook.write_text(
            "#!/bin/sh\n[ -e moved ] && exit 0\ntouch moved\n"
            f"git update-ref refs/heads/{BRANCH} $(git rev-parse refs/heads/rival)\nexit 1\n")
        hook.chmod(0o755)
        outcome = self.break_a(2)[0]
        self.assertEqual(outcome.messages("warning"), [], outcome.log)
        state = self.state()
        self.assertIn("https://rival.example/", state)
        self.assertIn('"failed":{"gone":["2027-02-27","2027-03-01"]}', state)
        self.assertEqual(git(self.remote, "rev-list", "--count", BRANCH), "3")

    def test_a_night_that_is_not_trusted_changes_only_the_log(self):
        self.move_old()
        before, calls, state = self.issue(), len(self.gh()["calls"]), self.state()
        args = f"{self.links} --control-name nowhere.invalid --remap http://127.0.0.1=http://nowhere.invalid"
        outcome = self.night(1, check_links_args=args.replace("--control-name localhost ", ""))
        self.assertEqual(outcome.status, 3, outcome.log)
        self.assertEqual((self.issue(), len(self.gh()["calls"]), self.state()), (before, calls, state))

    def test_a_pull_request_is_no_night(self):
        self.move_old()
        self.web.pages.pop("/a")
        before, refs = self.gh(), git(self.remote, "for-each-ref")
        for event in ["pull_request", "pull_request_target"]:
            outcome = self.night(1, event)
            self.assertEqual(outcome.status, 1, outcome.log)
            self.assertIn("A pull request is no night", outcome.summary)
        self.assertEqual((self.gh(), git(self.remote, "for-each-ref")), (before, refs))

    def test_without_memory_every_failure_counts(self):
        self.web.pages.pop("/a")
        self.assertEqual(self.night(0, state_branch="").status, 1)
        self.assertEqual(self.gh()["calls"], [])
        outcome = self.night(0, state_branch="a..b")
        self.assertEqual(outcome.status, 2)
        self.assertIn("cannot be the name of a branch", outcome.log)

    def test_a_state_of_a_stranger_writes_no_other_file(self):
        """Only plain files with the names of a state are taken from the branch."""
        maker = self.folder / "maker"
        git(self.folder, "clone", "--quiet", self.remote.as_uri(), str(maker))
        git(maker, "checkout", "--quiet", "--orphan", BRANCH)
        (maker / "links.jsonl").symlink_to("/etc/passwd")
        (maker / "links.jsonl.x y").write_text("x")
        git(maker, "add", "--all")
        git(maker, "commit", "--quiet", "--message", "x")
        git(maker, "push", "--quiet", "origin", f"HEAD:refs/heads/{BRANCH}")
        outcome = self.night(0)
        self.assertEqual(outcome.status, 0, outcome.log)
        self.assertEqual(
            git(self.remote, "ls-tree", "--name-only", BRANCH), "links.jsonl\nlinks.jsonl.nights.jsonl")
