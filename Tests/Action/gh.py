#!/usr/bin/env python3
"""A fake gh: issues and labels in the file `gh.json` beside it; what it does not know fails, as a misspelt option would."""

import argparse
import json
import os
import pathlib
import sys

FILE = pathlib.Path(__file__).with_name("gh.json")


def fail(text):
    print(text, file=sys.stderr)
    sys.exit(1)


def parse():
    parser = argparse.ArgumentParser(allow_abbrev=False)
    topics = parser.add_subparsers(dest="topic", required=True)
    issue = topics.add_parser("issue", allow_abbrev=False).add_subparsers(dest="verb", required=True)
    options = {
        "list": ["state", "limit", "json", "jq"], "create": ["title", "label", "body-file"],
        "edit": [], "comment": ["body-file"], "close": ["comment"], "reopen": [],
    }
    for verb, names in options.items():
        command = issue.add_parser(verb, allow_abbrev=False)
        if verb not in ["list", "create"]:
            command.add_argument("number", type=int)
        for name in ["repo", *names]:
            command.add_argument(f"--{name}", required=True)
        ways = {"list": ["label", "app"], "edit": ["body-file", "add-label"]}.get(verb)
        if ways:
            group = command.add_mutually_exclusive_group(required=True)
            for name in ways:
                group.add_argument(f"--{name}")
        if verb == "list":
            command.add_argument("--search")
    label = topics.add_parser("label", allow_abbrev=False).add_subparsers(dest="verb", required=True)
    create = label.add_parser("create", allow_abbrev=False)
    create.add_argument("name")
    for name in ["repo", "description", "color"]:
        create.add_argument(f"--{name}", required=True)
    return parser.parse_args()


def body(path):
    text = pathlib.Path(path).read_text()
    if len(text) > 65536:
        fail("GraphQL: Body is too long (maximum is 65536 characters)")
    return text


BY_TITLE = '.[] | select(.title == env.INPUT_ISSUE_TITLE) | "\\(.state) \\(.number)"'


def list_issues(arguments, issues, labels):
    title = os.environ["INPUT_ISSUE_TITLE"]
    known = ["number", ".[].number", None] if arguments.label else ["number,state,title", BY_TITLE, f"in:title {title}"]
    if [arguments.json, arguments.jq, arguments.search, arguments.limit] != [*known, "100"]:
        fail("not what the script should want")
    for issue in reversed(issues):
        if arguments.app == "github-actions" and arguments.state == "all" and issue.get("title") == title:
            print(issue["state"].upper(), issue["number"])
        elif arguments.label and [arguments.state, arguments.label] == [issue["state"], issue["label"]]:
            if arguments.label in labels:
                print(issue["number"])


def main():
    arguments = parse()
    data = json.loads(FILE.read_text())
    data["calls"].append([arguments.topic, arguments.verb])
    FILE.write_text(json.dumps(data))
    if os.environ.get("GH_TOKEN") != "ghs_tokenOfTheJob" or arguments.repo != "someone/list":
        fail("HTTP 401: Bad credentials")
    if data["denied"] and arguments.verb != "list":
        fail("HTTP 403: Resource not accessible by integration")
    issues, labels = data["issues"], data["labels"]
    if arguments.topic == "label":
        if arguments.name in labels:
            fail(f'label with name "{arguments.name}" already exists')
        labels.append(arguments.name)
    elif arguments.verb == "list":
        list_issues(arguments, issues, labels)
    elif arguments.verb == "create":
        if arguments.label not in labels:
            fail(f"could not add label: '{arguments.label}' not found")
        if data["rival"]:
            issues.append({"number": len(issues) + 1, "label": arguments.label, "state": "open", "body": "", "comments": []})
        number = len(issues) + 1
        issues.append({
            "number": number, "label": arguments.label, "state": "open", "title": arguments.title,
            "body": body(vars(arguments)["body_file"]), "comments": []})
        print(f"https://github.com/someone/list/issues/{number}")
    else:
        issue = next((issue for issue in issues if issue["number"] == arguments.number), None)
        if issue is None:
            fail("GraphQL: Could not resolve to an issue")
        if arguments.verb == "edit" and arguments.add_label:
            if arguments.add_label not in labels:
                fail(f"could not add label: '{arguments.add_label}' not found")
            issue["label"] = arguments.add_label
        elif arguments.verb == "edit":
            issue["body"] = body(arguments.body_file)
        elif arguments.verb == "comment":
            issue["comments"].append(body(arguments.body_file))
        else:
            wanted, issue["state"] = issue["state"], {"close": "closed", "reopen": "open"}[arguments.verb]
            if wanted == issue["state"]:
                fail(f"issue is already {wanted}")
            if arguments.verb == "close":
                issue["comments"].append(arguments.comment)
    FILE.write_text(json.dumps(data))


main()
