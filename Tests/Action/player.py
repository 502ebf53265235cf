"""Plays a composite action as GitHub's runner does: steps in order, environment files, workflow commands in the log."""

import os
import pathlib
import re
import subprocess


def read_yaml(text):
    """The value of a YAML text of the few kinds that action.yml has: mappings, lists of mappings, texts on one line."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    rows = [(len(line) - len(line.lstrip()), line.strip()) for line in lines]
    value, end = _block(rows, 0)
    if end != len(rows):
        raise ValueError(f"cannot read {rows[end][1]!r}")
    return value


def _scalar(text):
    if text[0] in "\"'":
        if len(text) < 2 or text[-1] != text[0] or text[0] in text[1:-1] or "\\" in text:
            raise ValueError(f"cannot read {text!r}")
        return text[1:-1]
    if text[0] in "[{|>&*!%@`" or ": " in text or " #" in text:
        raise ValueError(f"cannot read {text!r}")
    return text


def _block(rows, start):
    depth = rows[start][0]
    value = [] if rows[start][1].startswith("- ") else {}
    index = start
    while index < len(rows) and rows[index][0] == depth:
        text = rows[index][1]
        if isinstance(value, list):
            rows[index] = (depth + 2, text[2:])
            item, index = _block(rows, index)
            value.append(item)
            continue
        key, colon, rest = text.partition(":")
        if not colon or key in value:
            raise ValueError(f"cannot read {text!r}")
        index += 1
        if rest.strip():
            value[key] = _scalar(rest.strip())
        else:
            value[key], index = _block(rows, index)
    if index < len(rows) and rows[index][0] > depth:
        raise ValueError(f"cannot read {rows[index][1]!r}")
    return value, index


# What a job gets as its own token; it may be in no log.
TOKEN = "ghs_tokenOfTheJob"


class Outcome:
    """What a run of the action left."""

    def __init__(self):
        self.status = 0
        self.log = ""
        self.summary = ""
        self.outputs = {}
        self.paths = []
        # Each is (level, properties, message), as GitHub shows it.
        self.annotations = []
        # Commands other than annotations, by name.
        self.commands = []

    def messages(self, level):
        return [message for kind, _, message in self.annotations if kind == level]


class Player:
    """A runner with a workspace, a temporary folder and a home, all below one folder."""

    def __init__(self, action, folder):
        self.action = pathlib.Path(action)
        self.manifest = read_yaml((self.action / "action.yml").read_text())
        self.folder = pathlib.Path(folder)
        self.workspace = self.folder / "workspace"
        for name in ["workspace", "temp", "home", "files"]:
            (self.folder / name).mkdir(exist_ok=True)

    def play(self, inputs=None, environment=None):
        """Runs the steps with these inputs and variables of the event."""
        known = {name: row.get("default", "") for name, row in self.manifest["inputs"].items()}
        unknown = set(inputs or {}) - set(known)
        if unknown:
            raise ValueError(f"unknown inputs {unknown}")
        context = {"inputs": known | (inputs or {}), "steps": {}}
        outcome = Outcome()
        for step in self.manifest["runs"]["steps"]:
            if "if" in step and not self._condition(step["if"], context):
                continue
            variables = {name: self._text(value, context) for name, value in step.get("env", {}).items()}
            outputs, status = self._run(step, variables | (environment or {}), outcome)
            context["steps"][step["id"]] = outputs
            if status != 0:
                outcome.status = status
                break
        for name, row in self.manifest["outputs"].items():
            outcome.outputs[name] = self._text(row["value"], context)
        self._read_log(outcome)
        return outcome

    def _run(self, step, variables, outcome):
        if "${{" in step["run"]:
            raise ValueError("an expression in the text of a script")
        files = {name: self.folder / "files" / name for name in ["OUTPUT", "PATH", "ENV", "STEP_SUMMARY"]}
        for file in files.values():
            file.write_bytes(b"")
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder / "home"), "CI": "true", "GITHUB_ACTIONS": "true",
            "RUNNER_TEMP": str(self.folder / "temp"), "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_ACTION_PATH": str(self.action), "GITHUB_EVENT_NAME": "push", "GITHUB_REF": "refs/heads/main",
            "GITHUB_REPOSITORY": "someone/list", "no_proxy": "127.0.0.1",
        }
        environment |= {f"GITHUB_{name}": str(file) for name, file in files.items()}
        shell = {"sh": ["sh", "-e", "-c"], "bash": ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c"]}
        process = subprocess.run(
            shell[step["shell"]] + [step["run"]], env=environment | variables, cwd=self.workspace,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
        outcome.log += process.stdout.decode(errors="replace")
        outcome.summary += files["STEP_SUMMARY"].read_text(errors="replace")
        outcome.paths += files["PATH"].read_text().splitlines()
        if files["ENV"].read_text():
            raise ValueError("the action changes the environment of later steps")
        outputs = {}
        for line in files["OUTPUT"].read_text().splitlines():
            name, equals, value = line.partition("=")
            if not equals or not re.fullmatch(r"[a-z-]+", name) or name in outputs:
                raise ValueError(f"not an output: {line!r}")
            outputs[name] = value
        return outputs, process.returncode

    def _lookup(self, expression, context):
        match = re.fullmatch(r"inputs\.([a-z-]+)", expression)
        if match:
            # A default may be an expression itself.
            return self._text(context["inputs"][match[1]], context)
        if expression == "github.token":
            return TOKEN
        match = re.fullmatch(r"steps\.([a-z]+)\.outputs\.([a-z-]+)", expression)
        if match:
            return context["steps"].get(match[1], {}).get(match[2], "")
        raise ValueError(f"unknown expression {expression!r}")

    def _text(self, text, context):
        return re.sub(r"\$\{\{ (.*?) \}\}", lambda match: self._lookup(match[1], context), text)

    def _condition(self, text, context):
        match = re.fullmatch(r"\$\{\{ (\S+) (!=|==) '([^']*)' \}\}", text)
        if not match:
            raise ValueError(f"unknown condition {text!r}")
        return (self._lookup(match[1], context) == match[3]) == (match[2] == "==")

    @staticmethod
    def _read_log(outcome):
        """Obeys the log as the runner does: `::` after blanks, `##[` anywhere, nothing while commands are stopped."""

        def plain(text):
            for code, character in [("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]:
                text = text.replace(code, character)
            return text

        token = None
        for line in re.split(r"[\r\n]+", outcome.log):
            match = re.match(r"\s*::([^ :]+)(?: (.*?))?::(.*)", line)
            match = match or re.search(r"##\[([^ \]]+)(?: (.*?))?\](.*)", line)
            if not match:
                continue
            name, properties, message = match[1], match[2] or "", match[3]
            if token is not None:
                token = None if name == token else token
            elif name == "stop-commands":
                token = message
            elif name in ["error", "warning", "notice"]:
                pairs = dict(pair.partition("=")[::2] for pair in properties.split(",") if pair)
                pairs = {key: plain(value) for key, value in pairs.items()}
                outcome.annotations.append((name, pairs, plain(message)))
            else:
                outcome.commands.append(name)
        if token is not None:
            raise ValueError("commands are stopped to the end of the log")
