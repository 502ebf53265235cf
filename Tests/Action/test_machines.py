"""The files of the guide to several machines, as they are in it."""

import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from slurm import IS_HERE, PATH, Slurm
from support import PROGRAM, PROJECT, ROOT, VERSION, ActionTest

GUIDE = (ROOT / "Sources/awesome/Documentation.docc/SeveralMachines.md").read_text()
AUTOMATION = (ROOT / "Sources/awesome/Documentation.docc/Automation.md").read_text()
FILES = {
    match[2]: match[1] + match[3]
    for match in re.finditer(r"```(?:sh|yaml)\n((?:#![^\n]*\n)?)# (\S+)\n(.*?)```", GUIDE, re.DOTALL)
}


def has(tool):
    return shutil.which(tool) or importlib.util.find_spec(tool.replace("-", "_"))


class MachineFileTests(unittest.TestCase):
    def test_the_guide_has_its_files(self):
        names = {".github/workflows/links.yml", "links.yaml", "links.sh", "check.sh", "fold.sh"}
        self.assertEqual(set(FILES), names)

    def test_the_workflow_names_this_version_and_one_part_for_each_job(self):
        text = FILES[".github/workflows/links.yml"]
        own = PROJECT.removeprefix("https://github.com/")
        self.assertEqual(set(re.findall(rf"{own}@(\S+)", text)), {f"v{VERSION}"})
        count = len(re.search(r"shard: \[(.*)\]", text)[1].split(","))
        self.assertIn(f'--shard "$SHARD/{count}"', text)
        job = FILES["links.yaml"]
        self.assertIn(f"--shard auto/{re.search(r'completions: (.*)', job)[1]} ", job)

    @unittest.skipUnless(has("check-jsonschema"), "there is no check-jsonschema")
    def test_every_workflow_is_one_by_github_s_schema(self):
        """Those of the guides, and the one that `awesome init` writes."""
        texts = [FILES[".github/workflows/links.yml"]]
        # Forgejo's actions have a full address, which GitHub's schema does not know.
        texts += [text for text in re.findall(r"```yaml\n(on:.*?)```", AUTOMATION, re.DOTALL) if "forgejo" not in text]
        self.assertEqual(len(texts), 4)
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "awesome.md").write_text("# Tea\n\n## Shops\n\n- [A](https://a.example) - Text.\n")
            subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
            subprocess.run([PROGRAM, "init", "--github"], cwd=folder, check=True, capture_output=True)
            texts.append((folder / ".github/workflows/awesome.yml").read_text())
            self.assertIn("mode: nightly", texts[-1])
            names = [folder / f"{number}.yml" for number in range(len(texts))]
            for file, text in zip(names, texts):
                file.write_text(text)
            command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
            result = subprocess.run([*command, *names], capture_output=True, text=True)
            self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
            for file, text in zip(names, texts):
                file.write_text(text.replace("runs-on:", "runs:"))
            result = subprocess.run([*command, *names], capture_output=True, text=True)
            self.assertEqual([str(file) for file in names if str(file) not in result.stdout], [])

    @unittest.skipUnless(has("kubernetes-validate"), "there is no kubernetes-validate")
    def test_the_job_is_one_by_the_schema_of_kubernetes(self):
        import kubernetes_validate
        import yaml

        job = yaml.safe_load(FILES["links.yaml"])
        kubernetes_validate.validate(job, "1.30", strict=True)
        job["spec"]["completionModus"] = "Indexed"
        with self.assertRaises(Exception):
            kubernetes_validate.validate(job, "1.30", strict=True)


class MachineRunTests(ActionTest):
    """Runs the scripts of the guide, and compares the state with that of one run."""

    def setUp(self):
        super().setUp()
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        # The scripts name the program only; the domains are those of the loopback interface.
        maps = " ".join(f"--remap http://d{n}.example={self.web.url('')}" for n in range(12))
        program = self.bin / "awesome"
        program.write_text(
            f'#!/bin/sh\ncase $1 in check-links) set -- "$@" --allow-address 127.0.0.0/8 --control-name localhost '
            f'--retries 0 {maps} ;; esac\nexec {PROGRAM} "$@"\n')
        program.chmod(0o755)
        entries = "".join(f"- [{n}](http://d{n}.example/{'fine' if n % 3 else 'gone'}) - Text.\n" for n in range(12))
        self.write({"awesome.md": f"# Tea\n\n## Shops\n\n{entries}"}, self.workspace)
        self.environment = {
            "PATH": f"{self.bin}:{os.environ['PATH']}", "HOME": str(self.folder), "SOURCE_DATE_EPOCH": "1803643200",
        }

    def shell(self, text, **more):
        result = subprocess.run(
            ["sh", "-e", "-c", text], cwd=self.workspace, env=self.environment | more, capture_output=True, timeout=120)
        self.assertEqual(result.returncode, 0, result.stderr.decode())

    def check_state(self):
        state = self.workspace / "links.jsonl"
        joined = state.read_text()
        state.unlink()
        self.shell("awesome check-links --outcomes all.jsonl && awesome history fold --state links.jsonl all.jsonl")
        self.assertEqual(joined, state.read_text())
        self.assertEqual(joined.count('"verdict":"gone"'), 4)

    @unittest.skipUnless(shutil.which("parallel"), "there is no GNU parallel")
    def test_gnu_parallel(self):
        self.shell(FILES["links.sh"])
        self.check_state()

    def test_a_slurm_array(self):
        """Slurm sets two variables for each task of an array."""
        for task in [3, 1, 8, 2, 7, 4, 6, 5]:
            self.shell(FILES["check.sh"], SLURM_ARRAY_TASK_ID=str(task), SLURM_ARRAY_TASK_COUNT="8")
        self.shell(FILES["fold.sh"])
        self.check_state()

    @unittest.skipUnless(IS_HERE, "there is no Slurm")
    def test_a_real_slurm_array(self):
        for name in ["check.sh", "fold.sh"]:
            self.write({name: FILES[name]}, self.workspace)
        with Slurm(self.folder / "slurm") as slurm:
            # sbatch waits until the cluster has started.
            environment = slurm.environment | {"PATH": f"{self.bin}:{PATH}"}
            self.shell(
                'until job=$(sbatch --parsable check.sh); do sleep 0.2; done\n'
                'sbatch --quiet --dependency="afterany:$job" fold.sh', **environment)
            slurm.wait()
        self.assertEqual(list(self.workspace.glob("[1-8].jsonl")), [])
        self.assertEqual(len(list(self.workspace.glob("slurm-*_*.out"))), 8)
        self.check_state()

    def test_an_indexed_job(self):
        command = re.search(r"- (awesome check-links .*)", FILES["links.yaml"])[1].replace("/nights/", "")
        for index in range(8):
            self.shell(command, JOB_COMPLETION_INDEX=str(index))
        self.shell("awesome history fold --state links.jsonl [0-7].jsonl")
        self.check_state()

    def test_the_steps_of_the_workflow(self):
        text = FILES[".github/workflows/links.yml"]
        command = re.search(r"- run: (awesome check-links .*)", text)[1]
        (self.workspace / "outcomes").mkdir()
        for shard in range(1, 5):
            self.shell(command, SHARD=str(shard))
            (self.workspace / f"{shard}.jsonl").rename(self.workspace / f"outcomes/{shard}.jsonl")
        steps = re.search(r"- run: \|\n((?: {10}.*\n)+)", text)[1]
        remote = self.folder / "remote.git"
        self.shell(f"git init -q --bare {remote} && git init -q -b awesome-state && git remote add origin {remote}")
        self.shell(
            steps.replace("git push", "git push --quiet origin HEAD:awesome-state"),
            GITHUB_STEP_SUMMARY=str(self.folder / "summary"))
        self.assertIn("Watched", (self.folder / "summary").read_text())
        self.check_state()
