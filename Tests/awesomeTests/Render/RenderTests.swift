import Foundation
import TestSupport
import Testing

@Suite struct RenderTests {
  private static let list = "Surveys\n=======\n\n* [A](https://a.example) - Text."
  private static let rendered = list + "\n"
  private static let marked = "# Kit\n\nWords.\n\n<!-- awesome:list -->\n<!-- /awesome:list -->\n\nEnd"

  @Test func aListGoesToTheNamedFile() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list])
    let outcome = try sandbox.run("render", "--output", "out.md")
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "awesome: out.md written: 1 entry\n")
    #expect(try sandbox.read("out.md") == Self.rendered)
    #expect(try sandbox.run("render", "--output", "out.md").errors == "awesome: out.md is up to date: 1 entry\n")
    #expect(try sandbox.read("awesome.md") == Self.list)
  }

  @Test func aListGoesBetweenTheMarkersOfTheREADMEBesideIt() throws {
    let sandbox = try Sandbox(["docs/awesome.md": Self.list, "docs/readme.md": Self.marked])
    #expect(try sandbox.run(["render"], in: "docs").status == 0)
    let text = try sandbox.read("docs/readme.md")
    #expect(text.hasPrefix("# Kit\n\nWords.\n\n<!-- awesome:list -->\n\n## Surveys\n"))
    #expect(text.hasSuffix("\n<!-- /awesome:list -->\n\nEnd"))
    #expect(try sandbox.run("render", "--check", "docs/awesome.md").status == 0)
  }

  @Test func aStaleFileFailsTheCheckAndIsNotWritten() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list])
    let missing = try sandbox.run("render", "--check", "--output", "out.md")
    #expect(missing.status == 1)
    #expect(missing.output.hasPrefix("--- /dev/null\n+++ b/out.md\n@@ -0,0 +1,4 @@\n+Surveys\n"))
    #expect(!FileManager.default.fileExists(atPath: sandbox.url("out.md").path))
    try sandbox.write(Self.rendered + "\nOld.\n", to: "out.md")
    let stale = try sandbox.run("render", "--check", "--output", "out.md")
    #expect(stale.status == 1)
    #expect(stale.output.contains("-Old.\n"))
    #expect(stale.errors == "awesome: out.md is stale (2 lines); run: awesome render --output out.md\n")
    #expect(try sandbox.run("render", "--diff", "--output", "out.md").status == 0)
    #expect(try sandbox.read("out.md").hasSuffix("Old.\n"))
    try sandbox.write(Self.rendered, to: "out.md")
    let fresh = try sandbox.run("render", "--check", "--output", "out.md")
    #expect(fresh.status == 0)
    #expect(fresh.output.isEmpty && fresh.errors.isEmpty)
    try sandbox.write(Self.rendered + "\nOld.\n", to: "out.md")
    let written = try sandbox.run("render", "--output", "out.md").errors
    #expect(written.hasPrefix("awesome: out.md written: 2 lines changed, no anchor moved (--diff previews "))
  }

  @Test func aListCanReplaceItself() throws {
    let sandbox = try Sandbox(["README.md": Self.list])
    #expect(try sandbox.run("render", "--in-place").status == 0)
    #expect(try sandbox.read("README.md") == Self.rendered)
    #expect(try sandbox.run("render", "--in-place", "--output", "x").status == 2)
    #expect(try sandbox.run("render", "--in-place", "-").status == 2)
  }

  @Test func theFormIsTheListsOwnUnlessAnotherIsAskedFor() throws {
    let canonical = "# Surveys\n\n- [A](https://a.example) - Text.\n"
    let sandbox = try Sandbox(["README.md": Self.list])
    #expect(try sandbox.run("render", "--output", "-").output == Self.rendered)
    #expect(try sandbox.run("render", "--output", "-", "--style", "canonical").output == canonical)
    try sandbox.write("render: {style: canonical}\n", to: ".awesome.yml")
    #expect(try sandbox.run("render", "--output", "-").output == canonical)
    #expect(try sandbox.run("render", "--output", "-", "--style", "own").output == Self.rendered)
    try sandbox.write("render: {style: mine}\n", to: ".awesome.yml")
    #expect(try sandbox.run("render", "--output", "-").errors.contains("must be one of"))
  }

  @Test func standardInputGoesToStandardOutput() throws {
    let outcome = try Sandbox().run(["render", "-"], input: Self.list)
    #expect(outcome.output == Self.rendered)
    #expect(outcome.errors.isEmpty)
  }

  @Test func changesAreReportedWhereverTheListGoes() throws {
    let list = "# T\n\n## Tools âš’ï¸\n\n- [x](https://x.y) - ðŸ˜Ž [gone](#none).\n"
    let sandbox = try Sandbox(["awesome.md": list])
    for arguments in [
      ["awesome.md", "--output", "o.md"], ["awesome.md", "--output", "-"],
      ["awesome.md", "--output", "p.md", "--diff"], ["-"],
    ] {
      let errors = try sandbox.run(["render"] + arguments, input: list).errors
      #expect(errors.contains("line 5 of the list: “ðŸ˜Ž” repaired to “😎”"))
      #expect(errors.contains(/anchor moved: #tools-â\S* → #tools-\u{FE0F}\n/))
      #expect(errors.contains("line 5 of the list: no heading matches #none"))
    }
  }

  @Test func anchorsAreKeptOnRequestAndByTheConfiguration() throws {
    let sandbox = try Sandbox(["awesome.md": "# T\n\n## Tools âš’ï¸\n\n- [x](https://x.y) - X.\n"])
    let anchor = "<a id=\"tools-â"
    #expect(try sandbox.run("render", "awesome.md", "--output", "-", "--anchors", "keep").output.contains(anchor))
    try sandbox.write("render: {anchors: keep}\n", to: ".awesome.yml")
    #expect(try sandbox.run("render", "awesome.md", "--output", "-").output.contains(anchor))
    #expect(try !sandbox.run("render", "awesome.md", "--output", "-", "--anchors", "move").output.contains(anchor))
  }

  @Test func theContentsListIsConfigured() throws {
    let list = "# L\n\n## One\n\n- [A](https://a.example) - Text.\n"
    let sandbox = try Sandbox([
      "awesome.md": list, "o.md": Self.marked, ".awesome.yml": "output: o.md\nrender: {contents: always}\n",
    ])
    #expect(try sandbox.run("render").status == 0)
    #expect(try sandbox.read("o.md").contains("](#one)"))
    #expect(try sandbox.run("render", "--contents", "never").status == 0)
    #expect(try !sandbox.read("o.md").contains("](#one)"))
  }

  @Test func everyListOfTheConfigurationHasItsOutput() throws {
    let sandbox = try Sandbox([
      "awesome.md": Self.list, "zh/awesome.md": Self.list.replacing("Surveys", with: "Lists"),
      "zh/Readme.md": Self.marked,
      ".awesome.yml": "lists:\n  - list: awesome.md\n    output: o.md\n  - list: zh/awesome.md\n",
    ])
    let written = try sandbox.run("render").errors
    #expect(written.hasPrefix("awesome: o.md written: 1 entry\nawesome: zh/Readme.md written: 5 lines changed, "))
    #expect(try sandbox.read("o.md") == Self.rendered)
    #expect(try sandbox.read("zh/Readme.md").contains("\n## Lists\n"))
    #expect(try sandbox.run("render", "--check", "zh/awesome.md").status == 0)
    #expect(try sandbox.run("render", "--output", "x.md").status == 2)
    #expect(try sandbox.run("export").errors.contains("names 2 lists"))
    try sandbox.write(
      "lists:\n  - list: awesome.md\n    output: o.md\n  - {list: zh/awesome.md, output: o.md}\n", to: ".awesome.yml")
    #expect(try sandbox.run("render").errors.contains("same output"))
    #expect(try sandbox.read("o.md") == Self.rendered)
  }

  @Test func aHeaderAndAFooterComeFromFilesInTheFolder() throws {
    let sandbox = try Sandbox([
      "repo/README.md": Self.list, "repo/head.md": "Head\n", "repo/foot.md": "Foot\n", "out.md": "Out\n",
      "repo/.awesome.yml": "render: {header: head.md, footer: foot.md}\n",
    ])
    #expect(try sandbox.run(["render", "--in-place", "README.md"], in: "repo").status == 0)
    let text = try sandbox.read("repo/README.md")
    #expect(text.hasPrefix("<!-- awesome:header -->\n\nHead\n\n<!-- /awesome:header -->\n\nSurveys\n"))
    #expect(text.hasSuffix("<!-- awesome:footer -->\n\nFoot\n\n<!-- /awesome:footer -->\n"))
    #expect(try sandbox.run(["render", "--in-place", "--check", "README.md"], in: "repo").status == 0)
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.url("repo/link.md").path, withDestinationPath: "../out.md")
    try sandbox.write("render: {header: link.md}\n", to: "repo/.awesome.yml")
    #expect(try sandbox.run(["render", "--in-place", "README.md"], in: "repo").status == 2)
    try sandbox.write("<!-- /awesome:header -->\n", to: "repo/head.md")
    try sandbox.write("render: {header: head.md}\n", to: "repo/.awesome.yml")
    #expect(
      try sandbox.run(["render", "--in-place", "README.md"], in: "repo").errors.contains("must not have markers"))
  }

  @Test func aDeadFragmentIsReportedWithItsLine() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list + "\n\n[x](#none)\n"])
    let outcome = try sandbox.run("render", "--output", "o.md")
    #expect(outcome.errors.contains("o.md: line 6 of the list: no heading matches #none"))
  }

  @Test func theNotesNameEachChangeOfTheContentsList() throws {
    let text =
      "# T\n\n## Contents\n\n- [Tea shops](#tea)\n- [Gone](#gone)\n- [Milk](#milk)\n\n## Tea Shops\n\n- [a](https://a.org) - A.\n\n## Milk\n\n- [b](https://b.org) - B.\n\n## Rice\n\n- [c](https://c.org) - C.\n"
    let sandbox = try Sandbox(["awesome.md": text])
    let outcome = try sandbox.run("render", "--diff", "--in-place", "awesome.md")
    #expect(
      outcome.errors == """
        awesome: awesome.md: line 5 of the list: “Tea shops” in the contents list now leads to #tea-shops
        awesome: awesome.md: line 6 of the list: “Gone” taken out of the contents list (#gone)
        awesome: awesome.md: line 17 of the list: section “Rice” added to the contents list

        """)
    #expect(outcome.output.contains("-- [Gone](#gone)") && outcome.output.contains("+- [Rice](#rice)"))
  }
}
