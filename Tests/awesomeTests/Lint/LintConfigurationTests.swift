import Foundation
import Testing

@Suite struct LintConfigurationTests {
  private static let list = """
    # Awesome A [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

    Text.

    ## New

    - [A](https://a.example) - text for Github.

    ### Newer

    - [C](https://c.example) - fzf text for Github.

    ## Old

    - [B](https://b.example) – text for Github.

    """

  /// The lines that have a finding of one of three rules, with the rules.
  private func findings(_ yaml: String, _ path: String = "a.md", more: [String: String] = [:]) throws -> [String] {
    let preset = yaml.contains("extends") ? "" : "preset: strict\n"
    let files = ["a.md": Self.list, "docs/a.md": Self.list, ".awesome.yml": preset + yaml]
    let sandbox = try Sandbox(files.merging(more) { $1 })
    try sandbox.write("", to: ".git/HEAD")
    let outcome = try sandbox.run("lint", path, "--fail-on", "never", "--format", "text")
    #expect(outcome.errors.isEmpty)
    let rules = ["[brand-case]", "[description-case]", "[entry-separator]"]
    let lines = outcome.output.split(separator: "\n").filter { line in rules.contains { line.hasSuffix($0) } }
    return lines.map { line in
      let fields = line.split(separator: ":")
      let rule = line.split(separator: " ").last.map { $0.filter { $0.isLetter || $0 == "-" } } ?? ""
      return "\(fields[1]) \(fields[3].dropFirst()) \(rule)"
    }
  }

  @Test(arguments: [
    "rules:\n  order: warning\n", "rules:\n  order: {level: warning, language: en}\nrender:\n  language: sv\n",
  ])
  func withoutASwedishAlphabetRingsDoNotCount(_ yaml: String) throws {
    #expect(try outOfOrder(yaml) == ["Ångström"])
  }

  @Test(arguments: [
    "rules:\n  order: {level: warning, language: sv}\n", "rules:\n  order: warning\nrender:\n  language: sv\n",
  ])
  func orderUsesTheAlphabetOfRender(_ yaml: String) throws {
    #expect(try outOfOrder(yaml) == [])
  }

  /// The entries that do not stand where the alphabet has them.
  private func outOfOrder(_ yaml: String) throws -> [String] {
    let list = "# Awesome A\n\n## B\n\n- [Zebra](https://z.example) - Text.\n- [Ångström](https://a.example) - Text.\n"
    let sandbox = try Sandbox(["a.md": list, ".awesome.yml": yaml])
    try sandbox.write("", to: ".git/HEAD")
    let outcome = try sandbox.run("lint", "a.md", "--select", "order", "--fail-on", "never")
    #expect(outcome.errors.isEmpty)
    return outcome.output.contains("[order]") ? ["Ångström"] : []
  }

  /// What the rule accepts, `render` keeps, and what it reports, `render` sorts.
  @Test(arguments: [
    ("order: alphabetical", ["Kite 10", "Kite 2", "Le Reel"], ["Kite 10", "Kite 2", "Le Reel"]),
    ("order: alphabetical, sort-numbers: by-value", ["Kite 10", "Kite 2"], ["Kite 2", "Kite 10"]),
    (
      "order: alphabetical, leading-words: [le, la]", ["Tail", "The Reel", "Le Cord"], ["Le Cord", "Tail", "The Reel"]
    ),
    ("order: alphabetical", ["Tail", "The Reel", "A Cord"], ["A Cord", "The Reel", "Tail"]),
    ("order: alphabetical, leading-words: []", ["A Tail", "The Reel", "An Cord"], ["A Tail", "An Cord", "The Reel"]),
  ])
  func renderAndTheRuleOrderSortAlike(_ render: String, _ names: [String], _ sorted: [String]) throws {
    for yaml in ["render: {\(render)}\nrules: {order: warning}\n", Self.rule(of: render)] {
      let list = "# Awesome A\n\n## B\n\n" + names.map { "- [\($0)](https://a.example) - Text.\n" }.joined()
      let sandbox = try Sandbox(["a.md": list, ".awesome.yml": yaml])
      let found = try sandbox.run("lint", "--select", "order", "--fail-on", "warning", "a.md")
      #expect(found.status == (names == sorted ? 0 : 1), "\(found.output)\(found.errors)")
      let rendered = try sandbox.run("render", "a.md", "--output", "-")
      _ = try sandbox.run("lint", "--select", "order", "--fix", "a.md")
      for text in [rendered.output, try sandbox.read("a.md")] {
        #expect(text.matches(of: /- \[(.+?)\]/).map { String($0.1) } == sorted)
      }
    }
  }

  /// A configuration that sets the options of the rule and not those of `render`.
  private static func rule(of render: String) -> String {
    let options = render.split(separator: ", ", maxSplits: 1).dropFirst().map { ", \($0)" }.joined()
    return "render: {order: alphabetical}\nrules: {order: {level: warning\(options)}}\n"
  }

  @Test func withoutAConfigurationEverythingIsFound() throws {
    #expect(
      try findings("") == [
        "7 error description-case", "7 warning brand-case", "11 warning brand-case", "15 error entry-separator",
        "15 error description-case", "15 warning brand-case",
      ])
  }

  @Test func rulesHaveSeparateOptions() throws {
    #expect(
      try findings(
        """
        rules:
          brand-case: {level: off}
          description-case: {level: warning, words: [text]}
          entry-separator: {separator: "–"}
        """) == ["7 error entry-separator", "11 error entry-separator"])
  }

  @Test func aFamilyIsSwitchedAsOne() throws {
    let text = "* [A](https://a.example) - Text.\n- [B](https://b.example) - Text.\n\n| a|\n|---|\n"
    let sandbox = try Sandbox(["a.md": text])
    func levels(_ yaml: String, _ arguments: String...) throws -> [String] {
      try sandbox.write("preset: strict\n" + yaml, to: ".awesome.yml")
      let output = try sandbox.run(["lint", "a.md"] + arguments).output
      return output.split(separator: "\n").filter { $0.hasSuffix("-style]") || $0.hasSuffix("[table-pipes]") }
        .map { String($0.split(separator: " ")[1]) }
    }
    #expect(try levels("") == ["error:"])
    #expect(try levels("rules: {md-style: off}") == [])
    #expect(try levels("rules: {md-style: warning}") == ["warning:"])
    #expect(try levels("rules: {unordered-list-marker-style: error, md-style: off}") == ["error:"])
    #expect(try levels("sections: {'*': {rules: {md-style: off}}}") == ["error:"])
    #expect(try levels("", "--ignore", "md-style") == [])
    #expect(try levels("", "--select", "md-style,title") == ["error:"])
    #expect(try sandbox.run("rules", "md-style").output.contains("\nfinal-newline "))
  }

  @Test func sectionsHaveSeparateLevels() throws {
    #expect(
      try findings(
        """
        rules: {brand-case: off}
        sections:
          New: {rules: {description-case: off, brand-case: error}}
          "*er": {rules: {brand-case: warning}}
        """) == [
          "7 error brand-case", "11 warning brand-case", "15 error entry-separator", "15 error description-case",
        ])
  }

  @Test func filesHaveSeparateRules() throws {
    let yaml = """
      rules: {description-case: off}
      files:
        "docs/**": {preset: minimal, rules: {brand-case: error}}
        "**/a.md": {words: [x], separator: "–"}
      """
    #expect(
      try findings(yaml) == [
        "7 error entry-separator", "7 warning brand-case", "11 error entry-separator", "11 warning brand-case",
        "15 warning brand-case",
      ])
    #expect(try findings(yaml, "docs/a.md") == ["7 error brand-case", "11 error brand-case", "15 error brand-case"])
  }

  @Test func aConfigurationExtendsAnother() throws {
    let base = "preset: minimal\nrules: {brand-case: error, entry-separator: error}\nlist: no.md\n"
    #expect(
      try findings("extends: shared/base.yml\nrules: {brand-case: off}\n", more: ["shared/base.yml": base])
        == ["15 error entry-separator"])
    #expect(
      try findings(
        "extends: shared/base.yml\n",
        more: ["shared/base.yml": "extends: ../own.yml\n", "own.yml": base + "separator: \"–\"\n"]
      ).count == 5)
  }

  @Test(arguments: [
    ("extends: no.yml", "2:10: `extends` names a missing file: `no.yml`"),
    ("extends: /etc/passwd", "2:10: `extends` must be a path relative to this file"),
    ("extends: ../out.yml", "2:10: `extends` must name a file in "),
    ("extends: .awesome.yml", "2:10: `.awesome.yml` extends this file too"),
    ("extends: a.yml", "b.yml:1:10: `a.yml` extends this file too"),
    ("extends: .git/config", "2:10: `extends` must name a file in "),
    ("extends: bad.yml", "bad.yml:2:1: unknown key `lst`; did you mean `list`?"),
    ("rules: {url-http: {levl: off}}", "2:20: unknown key `levl` in `rules.url-http`; did you mean `level`?"),
    ("rules: {url-http: {words: [a]}}", "2:20: unknown key `words` in `rules.url-http`"),
    ("sections: {A: {rules: {url-htp: off}}}", "2:24: unknown rule `url-htp` in `sections.A.rules`"),
    ("files: {A: {list: x}}", "2:13: unknown key `list` in `files.A`"),
    ("rules: {zzzzzzzz: off}", "2:9: unknown rule `zzzzzzzz` in `rules`; `awesome rules` lists them\n"),
    ("sections: [a]", "2:11: `sections` must have keys and values: `key: value`"),
  ])
  func faultsAreReportedWithTheirPlace(yaml: String, sentence: String) throws {
    let sandbox = try Sandbox([
      "in/a.md": Self.list, "in/.awesome.yml": "# c\n" + yaml, "out.yml": "", "in/.git/config": "",
      "in/a.yml": "extends: b.yml",
      "in/b.yml": "extends: a.yml", "in/bad.yml": "\nlst: x",
    ])
    let outcome = try sandbox.run(["lint", "a.md"], in: "in")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
  }
}
