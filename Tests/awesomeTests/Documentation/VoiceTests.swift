import Foundation
import Testing

/// Help, rule pages, the configuration that init writes, README and guides are in plain English.
@Suite struct VoiceTests {
  /// The texts between quotes on one line of a source that have a space in them: messages, and little else.
  @Test(arguments: [
    "AwesomeList", "Diagnostics", "Exporting", "HTTP", "LinkChecking", "LinkHistory", "Linting", "Markdown",
    "Rendering", "Repository",
    "TextRepair", "awesome",
  ])
  func messagesArePlain(target: String) throws {
    let folder = DocumentationTests.root.appendingPathComponent("Sources/" + target)
    var messages = ""
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(".swift") {
      let source = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      for line in source.split(separator: "\n") where !line.drop(while: \.isWhitespace).hasPrefix("//") {
        let texts = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        for (index, text) in texts where index % 2 == 1 && text.contains(" ") { messages += text + "\n" }
      }
    }
    try expectPlain(messages, target)
  }

  private func expectPlain(_ text: String, _ name: String) throws {
    for phrase in Phrase.refused {
      for place in try phrase.places(in: text) {
        Issue.record("\(name): “\(place)”: write \(phrase.remedy)")
      }
    }
  }

  @Test(arguments: UsageTests.commands) func helpIsPlain(command: String) throws {
    let help = try Sandbox().run((command == "awesome" ? [] : [command]) + ["--help"])
    #expect(help.status == 0)
    try expectPlain(help.output, command)
  }

  @Test func anOptionsHelpIsShort() throws {
    for command in UsageTests.commands.dropFirst() {
      let help = try Sandbox().run(command, "--help").output
      let usage = try #require(help.split(separator: "\nUSAGE: ").last)
      let options = try #require(usage.split(separator: "\nSUBCOMMANDS:").first)
      // A paragraph per option; each begins two columns from the left.
      for option in options.split(separator: /\n(?=  [-<]|\n)/) {
        #expect(option.split(separator: "\n").count <= 3, "\(command): \(option)")
      }
    }
  }

  @Test func everyRulePageIsPlain() throws {
    let sandbox = try Sandbox()
    for rule in try sandbox.run("rules").output.split(separator: "\n") where rule.hasPrefix("  ") {
      let id = String(rule.dropFirst(2).prefix { $0 != " " })
      let page = try sandbox.run("rules", id)
      #expect(page.status == 0)
      // Examples are other people's lists.
      let prose = page.output.split(separator: "\n").filter { !$0.hasPrefix("    ") }.joined(separator: "\n")
      try expectPlain(prose, "awesome rules \(id)")
    }
  }

  @Test func theConfigurationOfInitIsPlain() throws {
    let entries = (100..<130).map { "- [N\($0)](https://n\($0).example) – fzf for it :tada:\n" }.joined()
    let sandbox = try Sandbox(["awesome.md": "# A\n\n## B\n\n" + entries])
    #expect(try sandbox.run("init").status == 0)
    try expectPlain(try sandbox.read(".awesome.yml"), ".awesome.yml")
  }

  @Test(arguments: [
    "Hosts behind a corporate proxy are left alone.", "A stand-alone page has line endings.", "Ask for help.",
    "What is checked?", "Leave it alone, for good measure.", "Sign in; a plus sign.",
  ])
  func correctEnglishIsAccepted(text: String) throws {
    try expectPlain(text, "")
  }

  @Test func everyPhraseIsFound() throws {
    let texts = [
      "Every host is asked.", "the marker behind a name", "It stands there.", "in this file alone", "A comment holds.",
      "moved for good", "failed in passing", "The list says it.", "There is none, it has none.", "on a line of its own",
      "It belongs into it.", "Done. What is left is kept.", "at the line end", "a plain sign", "judged",
      "the time was up", "how often to retry", "how many at a time",
    ]
    for (phrase, text) in zip(Phrase.refused, texts) {
      #expect(try !phrase.places(in: text).isEmpty, "\(phrase.pattern)")
    }
    #expect(texts.count == Phrase.refused.count)
  }

  static let prose =
    DocumentationTests.pages + [
      DocumentationTests.rules, DocumentationTests.contributing, ".github/CHANGELOG.md",
    ]

  @Test(arguments: prose)
  func guidesArePlain(page: String) throws {
    let text = try DocumentationTests.read(page)
    let prose = text.firstRange(of: "\n<!-- awesome:list -->").map { text[..<$0.lowerBound] } ?? text[...]
    try expectPlain(String(prose).replacing(/```(?s:.*?)```|`[^`\n]*`/, with: "…"), page)
  }
}
