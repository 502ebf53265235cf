"""What action.yml, the workflows and the guides promise each other."""

import re
import unittest

from player import read_yaml
from support import PROJECT, ROOT, VERSION


class ManifestTests(unittest.TestCase):
    manifest = read_yaml((ROOT / "action.yml").read_text())

    def test_every_input_goes_to_a_script(self):
        used = set()
        for step in self.manifest["runs"]["steps"]:
            self.assertRegex(step["run"], r'^sh "\$GITHUB_ACTION_PATH/\.ci/action/[a-z]+"$')
            script = ROOT / re.search(r"\.ci/[a-z/]+", step["run"])[0]
            text = "".join((script.parent / name).read_text() for name in [script.name, "common.sh", "nightly"])
            for variable, value in step["env"].items():
                # The script leaves this one to gh.
                if variable != "GH_TOKEN":
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
