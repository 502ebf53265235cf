import Foundation
import TestSupport
import Testing

@testable import awesome

@Suite struct InitTests {
  private static func list(_ separator: String, _ names: [String]) -> String {
    "# Awesome A [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\nText.\n\n## B\n\n"
      + names.map { "- [\($0)](https://\($0.lowercased()).example)\(separator)fzf for \($0)\n" }.joined()
  }

  private static let names = (0..<30).map { "N\(100 + $0)" }

  @Test func formsUsedThroughoutAreConventions() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list(" – ", Self.names)])
    #expect(try sandbox.run("lint", "--no-config").output.contains("\n2 notes in 30 entries\n"))
    let outcome = try sandbox.run("init")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "awesome: .awesome.yml written; lint reports 0 findings with it, 2 without\n")
    let text = try sandbox.read(".awesome.yml")
    #expect(text.contains("\nlist: \"awesome.md\"\n"))
    #expect(text.contains("\nseparator: \"–\"\n"))
    #expect(text.contains("\n  description-end: off # 30 findings\n"))
    #expect(text.contains("\n  order: warning\n"))
    #expect(text.contains("[name](URL) – description"))
    #expect(try sandbox.run("lint").output == "no findings in 30 entries\n")
  }

  @Test func theExamplesInTheCommentsAreAConfiguration() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list(" - ", Self.names)])
    #expect(try sandbox.run("init").status == 0)
    let text = try sandbox.read(".awesome.yml")
    #expect(text.hasPrefix("# yaml-language-server: $schema=\(Awesome.schemaURL)\n"))
    let examples = try #require(text.split(separator: "take the “# ” off a block to use it.\n").last)
    let lines = examples.split(separator: "\n").map { $0.hasPrefix("# ") ? $0.dropFirst(2) : "" }
    // Comments in the block lose their mark too.
    let yaml = lines.filter { $0.contains(":") && !$0.hasPrefix("#") || $0.hasPrefix(" ") }.joined(separator: "\n")
    let configuration = try Configuration(yaml: yaml, file: "c.yml")
    #expect(configuration.exclude.count == 2 && configuration.checkLinks.hosts.count == 1)
    #expect(configuration.lint.sections.count == 1)
  }

  @Test func aRuleThatFewEntriesBreakStaysOn() throws {
    let slips = "- [Zz](https://zz.example): Text.\n- [Zy](https://zy.example): Text.\n"
    let sandbox = try Sandbox(["awesome.md": Self.list(" - ", Self.names) + slips])
    #expect(try sandbox.run("init").status == 0)
    let text = try sandbox.read(".awesome.yml")
    #expect(text.contains("\n#   entry-separator: 2 findings; `awesome lint --fix` mends 2\n"))
    #expect(!text.contains("entry-separator: off"))
    #expect(text.contains("\n  description-end: off # "))
    #expect(!text.contains("#   description-end"))
  }

  @Test func theWorkflowAndTheHookAreNeverOverwritten() throws {
    let sandbox = try Sandbox(["docs/awesome.md": Self.list(" - ", ["A"]), ".git/HEAD": ""])
    #expect(try sandbox.run(["init", "--github", "--pre-commit"], in: "docs").status == 0)
    let workflow = try sandbox.read(".github/workflows/awesome.yml")
    let hook = try sandbox.read(".pre-commit-config.yaml")
    #expect(workflow.contains("      - uses: qdrant/awesome-metric-learning@v\(Awesome.version)\n"))
    #expect(
      hook.hasSuffix(
        "repos:\n  - repo: \(Awesome.projectURL)\n    rev: v\(Awesome.version)\n    hooks:\n      - id: awesome-lint\n")
    )
    for path in ["docs/.awesome.yml", ".github/workflows/awesome.yml", ".pre-commit-config.yaml"] {
      try sandbox.write("mine\n", to: path)
    }
    let again = try sandbox.run(["init", "--github", "--pre-commit"], in: "docs")
    #expect(again.status == 0)
    #expect(again.output.hasSuffix(String(hook.split(separator: "repos:\n")[1])))
    #expect(again.errors.split(separator: "\n").count { $0.contains("exists and was not changed") } == 3)
    for path in ["docs/.awesome.yml", ".github/workflows/awesome.yml", ".pre-commit-config.yaml"] {
      #expect(try sandbox.read(path) == "mine\n")
    }
  }

  @Test(arguments: [".awesome.yaml", "awesome.yml", "awesome.yaml"])
  func aConfigurationWithAnotherNameIsNoticed(name: String) throws {
    let sandbox = try Sandbox([
      "a.md": Self.list(" - ", ["A"]), "d/b.md": Self.list(" - ", ["A"]), ".git/HEAD": "", name: "x:",
    ])
    let note = "awesome: \(name): not read; rename it to .awesome.yml, or name it with --config\n"
    #expect(try sandbox.run("lint", "a.md", "d/b.md").errors == note)
    #expect(try sandbox.run("lint", "a.md", "--no-config").errors.isEmpty)
    try sandbox.write("preset: minimal\n", to: ".awesome.yml")
    #expect(try sandbox.run("lint", "a.md").errors.isEmpty)
  }

  @Test func theOutputIsWrittenDownOnlyIfItIsAnotherFile() throws {
    let list = Self.list(" - ", ["A"])
    let sandbox = try Sandbox(["awesome.md": list, "docs/list.md": list, "only/README.md": list])
    #expect(try sandbox.run("init").status == 0)
    #expect(try sandbox.read(".awesome.yml").contains("\nlist: \"awesome.md\"\noutput: \"README.md\"\n"))
    #expect(try sandbox.run("init", "docs/list.md", "--force").status == 0)
    #expect(try sandbox.read(".awesome.yml").contains("\nlist: \"docs/list.md\"\noutput: \"docs/README.md\"\n"))
    #expect(try sandbox.run(["init", "README.md"], in: "only").status == 0)
    #expect(try !sandbox.read("only/.awesome.yml").contains("output"))
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.url("README.md").path, withDestinationPath: "awesome.md")
    #expect(try sandbox.run("init", "--force").status == 0)
    #expect(try !sandbox.read(".awesome.yml").contains("output"))
  }

  @Test func initReportsTheFindingsOfLint() throws {
    let sandbox = try Sandbox(["awesome.md": Self.list(" - ", Self.names), ".git/HEAD": ""])
    try sandbox.write(
      Self.list(" - ", Self.names).replacing("fzf for", with: "For").replacing("\n- ", with: ".\n- ") + ".",
      to: "awesome.md")
    // The repository lacks files, which no configuration can change.
    #expect(try sandbox.run("init").errors.contains("lint reports 3 findings with it"))
    #expect(try sandbox.read(".awesome.yml").contains("\npreset: strict\n"))
    #expect(try sandbox.run("lint").output.contains("\n3 warnings in 30 entries\n"))
  }

  @Test(arguments: [("🚀", "unicode"), (":rocket:", "shortcode"), ("🚀 :rocket:", nil), ("a:b:c", nil)])
  func theEmojiOfAListAreAConvention(emoji: String, option: String?) throws {
    let sandbox = try Sandbox(["awesome.md": Self.list(" - \(emoji) ", Self.names)])
    #expect(try sandbox.run("init").status == 0)
    let text = try sandbox.read(".awesome.yml")
    #expect(option.map { text.contains("\n  emoji: \($0)\n") } ?? !text.contains("\n  emoji: "))
  }

  @Test func aSlipIsNotAConvention() throws {
    let slip = "- [Zz](https://zz.example): Text.\n"
    let list = Self.list(" - ", Self.names).replacing("fzf for", with: "For").replacing("\n- ", with: ".\n- ") + slip
    let sandbox = try Sandbox(["list.md": list.replacing("\n.\n", with: "\n\n")])
    #expect(try sandbox.run("init", "list.md").status == 0)
    #expect(try sandbox.run("lint").output.contains("warning: separator “: ”; write “ - ”"))
  }

  @Test func aWordThatOthersCapitaliseIsNotAName() throws {
    let names = (100..<300).map { "N\($0)" }
    let list = Self.list(" - ", names).replacing("fzf for", with: "A text for")
    let slips = (1...3).map {
      "- [Z\($0)](https://z\($0).example) - a text\n- [Y\($0)](https://y\($0).example) - exa text\n"
    }
    let sandbox = try Sandbox(["list.md": list + slips.joined()])
    #expect(try sandbox.run("init", "list.md").status == 0)
    let text = try sandbox.read(".awesome.yml")
    #expect(text.contains("\nwords:\n  - \"exa\"\n") && !text.contains("\"a\""))
  }

  @Test func anExistingConfigurationIsReplacedOnlyByForce() throws {
    let sandbox = try Sandbox(["a.md": Self.list(" - ", ["A"]), ".awesome.yml": "list: a.md\n"])
    let refused = try sandbox.run("init", "a.md")
    #expect(refused.status == 2)
    #expect(refused.errors.contains(".awesome.yml: the configuration exists; edit it"))
    #expect(try sandbox.read(".awesome.yml") == "list: a.md\n")
    #expect(try sandbox.run("init", "a.md", "--force").status == 0)
    #expect(try sandbox.read(".awesome.yml").contains("# Written by awesome init"))
  }

  @Test func oddNamesAreQuoted() throws {
    let name = "a \"b\" \\ # é.md"
    let sandbox = try Sandbox([name: Self.list(" - ", ["A"])])
    #expect(try sandbox.run("init", name).status == 0)
    #expect(try sandbox.run("lint", "--fail-on", "never").output.contains(#"a "b" \ # é.md:"#))
  }

  @Test func aListElsewhereGetsItsConfigurationBesideIt() throws {
    let sandbox = try Sandbox(["docs/a.md": Self.list(" - ", ["A"]), "other/x": ""])
    #expect(try sandbox.run(["init", "../docs/a.md"], in: "other").status == 0)
    #expect(try sandbox.read("docs/.awesome.yml").contains("list: \"a.md\""))
  }

  @Test(.enabled(if: !Corpus.files.isEmpty, Comment(rawValue: Corpus.absence)))
  func realListsStartWithFewFindings() throws {
    // The small ones: this program is not optimised.
    for file in Corpus.files where try Data(contentsOf: file).count < 60_000 {
      let sandbox = try Sandbox()
      try sandbox.write(Array(try Data(contentsOf: file)), to: "list.md")
      #expect(try sandbox.run("init", "list.md").status == 0)
      let outcome = try sandbox.run("lint", "--format", "json")
      #expect(outcome.status < 2, "\(file): \(outcome.errors)")
      func count(_ output: String) -> Int { output.matches(of: /"rule":/).count }
      let before = count(try sandbox.run("lint", "--no-config", "--format", "json", "list.md").output)
      let entries = try sandbox.run("export", "--format", "csv").output.split(separator: "\n").count
      let after = count(outcome.output)
      // Five findings of guidelines, a slip in four entries, and what belongs to the head of the list.
      #expect(after <= max(before, 5) && after <= 6 + entries / 4, "\(file.lastPathComponent): \(after) of \(before)")
    }
  }
}
