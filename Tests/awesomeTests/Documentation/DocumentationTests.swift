import Foundation
import TestSupport
import Testing

@testable import awesome

/// README and guides show what the program prints, link to what exists and name every key; `make docs` refreshes them.
@Suite struct DocumentationTests {
  static let guides = "Sources/awesome/Documentation.docc/"
  static let pages =
    ["README.md"]
    + [
      "Documentation", "Linting", "CheckingLinks", "Nightly", "Rendering", "RepairingText", "Exporting",
      "Configuration",
      "Automation", "Benchmarks",
    ].map { guides + $0 + ".md" }
  static let rules = guides + "Rules.md"
  static let contributing = ".github/CONTRIBUTING.md"

  @Test(arguments: pages) func commandsPrintWhatIsShown(_ page: String) throws {
    let transcript = try Transcript(sample: Self.sample())
    try Self.check(try transcript.refreshing(Self.read(page)), page)
  }

  @Test func theRulesAreFresh() throws {
    let page = try Self.read(Self.rules)
    let marker = try #require(page.firstRange(of: "<!-- make docs writes the rest -->\n\n"))
    try Self.check(page[..<marker.upperBound] + Sandbox().run("rules", "--markdown").output, Self.rules)
  }

  @Test func theSchemaOfTheConfigurationIsFresh() throws {
    try Self.check(try Sandbox().run("schema").output, Self.guides + "awesome.schema.json")
  }

  @Test func linksLeadSomewhere() throws {
    let pages = Self.pages + [Self.rules, Self.contributing, ".github/CHANGELOG.md"]
    let arguments = ["check-links", "--no-config", "--offline", "--color", "never"] + pages
    let result = Sandbox.Outcome(try Program(built: "awesome").run(arguments, in: Self.root.path))
    #expect(result.status == 0, "\(result.output)")
  }

  /// In code, a path from the top of the repository, or the name of a source, a script or a folder of them.
  @Test(arguments: pages + [contributing]) func namedFilesExist(_ page: String) throws {
    let walk = FileManager.default
    let known = try ["Sources", "Tests"].flatMap { try walk.subpathsOfDirectory(atPath: Self.root.path + "/\($0)") }
    for span in try Self.read(page).matches(of: /`([\w.+\/-]+)`/).map(\.1) {
      let isPath = ["Sources/", "Tests/", ".ci/", ".github/"].contains { span.hasPrefix($0) }
      guard isPath || [".swift", ".sh", ".py"].contains(where: { span.hasSuffix($0) }) else { continue }
      let exists =
        walk.fileExists(atPath: Self.root.path + "/\(span)") || known.contains { ("/" + $0).hasSuffix("/" + span) }
      #expect(exists, "there is no \(span)")
    }
  }

  @Test func thePictureHasTheImportsOfThePackage() throws {
    var imports: [String: Set<String>] = [:]
    for target in try Self.read("Package.swift").split(separator: /arget\(/) {
      let words = target.prefix(upTo: target.firstRange(of: "swiftSettings")?.lowerBound ?? target.endIndex)
        .matches(of: /"(\w+)"/).map { String($0.1) }
      if let name = words.first { imports[name] = Set(words.dropFirst()) }
    }
    let rows = try Self.read(Self.contributing).matches(of: /\n\| `(\w+)` \| [^|]* \| (all but )?([^|]*) \|(?=\n)/)
    let names = Set(rows.map { String($0.1) })
    let targets = imports.keys.filter { FileManager.default.fileExists(atPath: Self.root.path + "/Sources/\($0)") }
    #expect(names == Set(targets))
    for row in rows {
      let shown = Set(row.3.matches(of: /\w+/).map { String($0.0) }).intersection(names)
      let isAllBut = row.2 != nil
      let expected = try #require(imports[String(row.1)]).intersection(names)
      #expect((isAllBut ? names.subtracting(shown).subtracting([String(row.1)]) : shown) == expected, "\(row.1)")
    }
  }

  @Test func theListIsNotFarBelow() throws {
    let lines = try Self.read("README.md").split(separator: "\n", omittingEmptySubsequences: false)
    let list = try #require(lines.firstIndex(of: "<!-- awesome:list -->"))
    #expect(list <= 120)
  }

  /// Where an unknown key shows which keys there are, and what their rows in the table begin with.
  static let mappings = [
    ("zzz: 1", ""), ("lists: [{zzz: 1}]", "lists."), ("sections: {x: {zzz: 1}}", "sections.TITLE."),
    ("render: {zzz: 1}", "render."), ("check-links: {zzz: 1}", "check-links."),
    ("check-links: {history: {zzz: 1}}", "check-links.history."),
    ("check-links: {hosts: {x.org: {zzz: 1}}}", "check-links.hosts.HOST."),
    ("rules: {brand-case: {zzz: 1}}", "rules.ID."), ("rules: {duplicate-name: {zzz: 1}}", "rules.ID."),
    ("rules: {entry-separator: {zzz: 1}}", "rules.ID."), ("rules: {order: {zzz: 1}}", "rules.ID."),
  ]

  @Test(arguments: mappings) func everyKeyHasARow(_ yaml: String, _ prefix: String) throws {
    let message = try Sandbox([".awesome.yml": yaml, "a.md": "# A\n"]).run("lint", "a.md").errors
    let keys = try #require(message.split(separator: "; ").last).matches(of: /`([^`]+)`/).map { String($0.1) }
    let page = try Self.read(Self.guides + "Configuration.md")
    #expect(!keys.isEmpty)
    for key in keys where !page.contains("\n| `\(prefix)\(key)` |") { Issue.record("no row for \(prefix)\(key)") }
  }

  @Test func theConfigurationShownIsAccepted() throws {
    let page = try Self.read(Self.guides + "Configuration.md")
    for block in page.matches(of: /```yaml\n((?s:.*?))```/) {
      let result = try Sandbox([".awesome.yml": String(block.1), "awesome.md": try Self.sample()]).run("lint")
      #expect(result.status < 2, "\(result.errors)")
    }
  }

  static let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardized

  static func read(_ page: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(page), encoding: .utf8)
  }

  /// The list that all examples are about: the first that the guide to linting shows.
  private static func sample() throws -> String {
    let block = try read(guides + "Linting.md").firstMatch(of: /```markdown\n((?s:.*?))```/)
    return String(try #require(block).1)
  }

  private static func check(_ text: String, _ page: String) throws {
    try Golden.check(text, at: root.appendingPathComponent(page), remedy: "run make docs")
  }
}
