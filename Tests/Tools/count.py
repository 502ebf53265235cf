#!/usr/bin/env python3
"""Counts the links, sections and entries of lists without the toolkit, and sets them beside its model.

count.py PROGRAM FILE...: PROGRAM is the built ParsingBenchmark. Links are counted in cmark-gfm's XML and, of raw HTML, by regular expressions;
sections are headings; an entry is an item, a row, a quote or a summary with a link to the outside that stands at its beginning, or words
and a link that only says what it leads to, such as “GitHub”. Nested items with such a link belong to the item around them, and those of a
summary to it. What differs by more than 1 % is marked with an asterisk.

The differences that are known: a list without bullets, whose entries are the lines or pairs of paragraphs, has no item to count here; a
heading that is a project is counted as a section here, and its entry is the model's alone; a heading of raw HTML in a block that says more
than the heading, such as the thanks to a sponsor, is counted here, and begins no section in the model; lists in which few items have a link
are told from prose by the model alone.
"""

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

NAMESPACE = "{http://commonmark.org/xml/1.0}"
EXTENSIONS = ["table", "autolink", "strikethrough", "tasklist"]
CONTENTS = {"contents", "table of contents", "toc", "index", "categories", "目录"}
FOOTERS = re.compile(r"contribut|licen[sc]e|footnotes|code of conduct|acknowledge?ments?|credits|authors|sponsors|thanks|star history", re.I)
PAGE = re.compile(
    r"((source|project|official|live|online|open|user)\s+)?(github( repo)?|gitlab|pypi|npm|conda|maven|docker( hub)?|hugging ?face|arxiv|link|"
    r"website|site|homepage|page|source|code|repo(sitory)?|docs?|documentation|paper|pdf|demo|dataset|data|video|slides|blog|poster|"
    r"官网|地址|链接|代码|源码|文档|论文|项目主页|项目地址|сайт|код)", re.I)
ANCHOR = re.compile(r"<a\s[^>]*?href\s*=", re.I)
IMAGE = re.compile(r"<img\s[^>]*?src\s*=", re.I)
COMMENT = re.compile(r"<!--.*?-->", re.S)


def tree(path):
    arguments = ["cmark-gfm", "--to", "xml"]
    for name in EXTENSIONS:
        arguments += ["-e", name]
    output = subprocess.run(arguments + [path], capture_output=True, check=True).stdout.decode()
    return ElementTree.fromstring(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", output))


def name(node):
    return node.tag.removeprefix(NAMESPACE)


def raw_html(root):
    return COMMENT.sub("", "\n".join(node.text or "" for node in root.iter() if name(node) in ("html_block", "html_inline")))


def text(node):
    return "".join(node.itertext())


def is_outside(destination):
    return not destination.startswith("#")


def begins_with_link(paragraph):
    """Whether a link to the outside comes before more than a few words."""
    words = 0
    for node in paragraph.iter():
        if name(node) == "link" and is_outside(node.get("destination", "")):
            return words <= 8
        if name(node) == "html_inline" and ANCHOR.match(node.text or ""):
            return words <= 8 and "href=\"#" not in node.text
        if name(node) == "text":
            words += len(re.findall(r"\w+", node.text or ""))
    return False


def has_words_of_its_own(item):
    """Whether an item tells something besides links set as code, and chips."""
    paragraph = item[0] if len(item) else None
    if paragraph is None or name(paragraph) != "paragraph":
        return False
    return any(re.search(r"\w", node.text or "") for node in paragraph.iter() if name(node) == "text")


def is_page(item):
    """Whether an item has one line with a link that only says what kind of page it leads to, or shows its address."""
    links = [node for node in item[0].iter() if name(node) == "link"]
    if not links or any(name(child) == "list" for child in item):
        return False
    label, target = text(links[0]).strip(), links[0].get("destination", "")
    before = (text(item[0]).split(label)[0] if label else "").strip(" \n:：-–—[(")
    named = PAGE.fullmatch(label.strip("[]() ")) or not re.search(r"\w", label)
    return bool(named and not before or label == target and PAGE.fullmatch(before))


def quote_entries(quote):
    """One if a quote begins with a link and says more than it, and is no alert."""
    first = quote[0] if len(quote) else None
    if first is None or name(first) != "paragraph" or text(first).startswith("[!") or not begins_with_link(first):
        return 0
    begins = next((child for child in first.iter() if name(child) in ("text", "link")), None)
    return int(begins is not None and name(begins) == "link" and text(quote).strip() != text(begins).strip())


def entries(root):
    """Items and rows below a heading that is neither a footer's nor that of the contents, and summaries."""
    count = 0
    footer_level = None
    in_summary = False
    headings = 0
    total = sum(1 for node in root if name(node) == "heading")
    for node in root:
        if name(node) == "heading":
            headings += 1
            level = int(node.get("level"))
            if footer_level is not None and level <= footer_level:
                footer_level = None
            if footer_level is None and FOOTERS.match(text(node).strip()):
                footer_level = level
        elif name(node) == "html_block":
            for mark in re.findall(r"<summary>\s*(?:<b>\s*)?(?:<a\s[^>]*href)?|</details>", node.text or ""):
                in_summary = "href" in mark
            count += len(re.findall(r"<summary>\s*(?:<b>\s*)?<a\s[^>]*href", node.text or ""))
            count += len(re.findall(r"<li>\s*<a\s[^>]*href", node.text or ""))
        elif footer_level is not None or (headings <= 1 < total):
            continue
        elif name(node) == "block_quote":
            count += quote_entries(node)
        elif name(node) == "table":
            count += sum(1 for row in node.iter() if name(row) == "table_row" and any(
                name(link) == "link" and is_outside(link.get("destination", "")) and re.search(r"\w", text(link)) for link in row.iter()))
        elif name(node) == "list":
            inner = {id(item) for outer in node.iter() if name(outer) in ("item", "taskitem")
                     for item in outer.iter() if item is not outer}
            for item in node.iter():
                if name(item) not in ("item", "taskitem") or not len(item):
                    continue
                if (id(item) in inner or in_summary) and is_page(item):
                    continue
                holds = any(name(child) == "list" for child in item)
                if begins_with_link(item[0]) and has_words_of_its_own(item) or holds and has_words_of_its_own(item):
                    links = [link for link in item.iter() if name(link) in ("link", "html_inline")]
                    if any(name(link) == "html_inline" or is_outside(link.get("destination", "")) for link in links):
                        count += 1
    return count


def independent(path):
    root = tree(path)
    html = raw_html(root)
    markdown = sum(1 for node in root.iter() if name(node) in ("link", "image"))
    sections = sum(1 for node in root if name(node) == "heading") + len(re.findall(r"<h[1-6][\s>]", html))
    return markdown + len(ANCHOR.findall(html)) + len(IMAGE.findall(html)), sections, entries(root)


def exported(program, path):
    output = subprocess.run([program, "counts", path], capture_output=True, check=True).stdout
    return [int(count) for count in output.split()]


def main():
    program, paths = sys.argv[1], sys.argv[2:]
    print("file: links, sections, entries; each as counted here / in the model, * where they differ by more than 1 %")
    for path in paths:
        pairs = []
        for mine, model in zip(independent(path), exported(program, path)):
            mark = "*" if abs(mine - model) > 0.01 * max(mine, model) else ""
            pairs.append(f"{mine}/{model}{mark}")
        print(path.split("/")[-1] + ":", ", ".join(pairs))


if __name__ == "__main__":
    main()
