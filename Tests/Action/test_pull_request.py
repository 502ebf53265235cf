"""The mode `pull-request`: only what changed is checked, whatever names are in it."""

import os
import pathlib
import shutil
import subprocess
import unittest

from support import VERSION, ActionTest, git

# Each would leave a file named `owned` where something is pasted into a script.
HOSTILE = [
    "$(touch${IFS}owned)", ";touch${IFS}owned;", "`touch${IFS}owned`", "\"'$(touch${IFS}owned)", "a%0A::error::owned"]


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
