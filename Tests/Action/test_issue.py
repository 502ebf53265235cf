"""The one issue of the mode `nightly`."""

import datetime

from nights import NightsTest


class IssueTests(NightsTest):
    def test_an_issue_that_was_closed_is_opened_again(self):
        self.move_old()
        self.web.redirects = {}
        self.night(1)
        self.assertEqual(self.issue()["state"], "closed")
        self.move_old(2)
        self.assertEqual(self.issue()["state"], "open")

    def test_without_permission_the_summary_has_the_report(self):
        self.write_gh(denied=True)
        outcome = self.move_old()
        self.assertEqual(outcome.status, 0)
        self.assertEqual(self.gh()["issues"], [])
        self.assertIn("### Do this now", outcome.summary)
        self.assertIn("The job needs `issues: write`.", outcome.summary)
        self.assertIn("Resource not accessible by integration", outcome.messages("warning")[-1])
        self.assertIn("2027-02-27", self.state())

    def test_two_runs_that_create_an_issue_leave_one_open(self):
        self.write_gh(rival=True)
        self.move_old()
        self.assertEqual([issue["state"] for issue in self.gh()["issues"]], ["open", "closed"])

    def test_several_issues_with_the_label_are_said(self):
        issues = [{"number": n, "label": "awesome-links", "state": "open", "body": "", "comments": []} for n in [1, 2]]
        self.write_gh(issues=issues, labels=["awesome-links"])
        outcome = self.move_old()
        self.assertIn("others may be closed: 2", outcome.summary)
        self.assertIn("### Do this now", self.gh()["issues"][0]["body"])

    def delete_label(self):
        self.write_gh(issues=[issue | {"label": None} for issue in self.gh()["issues"]], labels=[])

    def test_an_issue_gets_a_deleted_label_back(self):
        self.move_old()
        self.delete_label()
        self.night(1)
        self.assertEqual((self.issue()["label"], self.issue()["state"]), ("awesome-links", "open"))
        self.assertIn(f"Last trusted night: {self.start + datetime.timedelta(days=1)}", self.issue()["body"])
        self.web.redirects = {}
        self.delete_label()
        self.night(2)
        self.assertEqual(self.issue()["state"], "closed")
        self.delete_label()
        self.move_old(3)
        self.assertEqual((self.issue()["label"], self.issue()["state"]), ("awesome-links", "open"))

    def test_an_issue_whose_label_was_taken_off_is_left_alone(self):
        """A label that was only taken off an issue was meant so."""
        self.move_old()
        self.write_gh(issues=[issue | {"label": None} for issue in self.gh()["issues"]])
        self.night(1)
        self.assertEqual([issue["label"] for issue in self.gh()["issues"]], [None, "awesome-links"])

    def test_a_report_of_any_size_fits_into_the_issue(self):
        """gh refuses what is longer than 65,536 characters."""
        self.move_old()
        paths = [f"/{number}-{'x' * 500}" for number in range(150)]
        self.web.redirects |= {path: f"{path}-new" for path in paths}
        self.web.pages |= {f"{path}-new": b"<title>A page</title><p>Text about it." for path in paths}
        self.commit({"awesome.md": self.list(*((f"L{n}", path, "Text.") for n, path in enumerate(["/old", *paths])))})
        outcome = self.night(1)
        self.assertIn("Issue #1 is up to date.", outcome.summary)
        self.assertIn("(151)", self.issue()["body"])
        self.assertGreater(len(self.issue()["body"]), 20_000)
        self.assertEqual(len(self.issue()["comments"]), 1)
        self.assertEqual(len(self.state().splitlines()), 152)
