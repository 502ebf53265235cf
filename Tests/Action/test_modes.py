"""The modes `nightly` and `render`."""

from support import ActionTest, git


class NightlyTests(ActionTest):
    def test_all_links_are_checked(self):
        self.commit({"awesome.md": self.list(("A", "/fine", "Text about Github."), ("B", "/gone", "Text."))})
        outcome = self.play(mode="nightly", check_links_args=self.links)
        self.assertEqual((outcome.status, outcome.outputs["errors"], outcome.outputs["exit-code"]), (1, "1", "1"))
        self.assertIn("/gone", outcome.summary)
        self.assertNotIn("awesome lint", outcome.summary)

    def test_without_a_network_the_result_is_not_trusted(self):
        self.commit({"awesome.md": self.list(("A", "/fine", "Text."))})
        args = "--control-name nowhere.invalid --remap http://127.0.0.1=http://nowhere.invalid"
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
        event = {"GITHUB_REF": "refs/pull/1/merge", "GITHUB_BASE_REF": "main"}
        outcome = self.play(event, mode="render", commit="true")
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
