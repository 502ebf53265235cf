import AwesomeList
import TestSupport
import Diagnostics
import Foundation
import Linting
import Markdown
import Source
import Testing

@testable import Rendering

/// Properties of every real list, rendered with the defaults and with random options.
@Suite(.enabled(if: !Corpus.files.isEmpty, Comment(rawValue: Corpus.absence)))
struct CorpusRenderingTests {
  /// The number of random options for a list; large lists take minutes without optimization.
  private static func combinations(_ size: Int) -> Int { size < 60_000 ? 3 : 1 }

  private func source(_ file: URL) throws -> SourceText {
    SourceText(utf8: Array(try Data(contentsOf: file)))
  }

  /// The options for a file, the same on every run: its name is the seed.
  private func options(for file: URL, size: Int) -> [RenderOptions] {
    var random = SeededRandom(seed: FNV1a.hash(file.lastPathComponent))
    return (0..<Self.combinations(size)).map { _ in
      var options = RenderOptions()
      options.style = RenderOptions.Style.allCases[Int.random(in: 0..<2, using: &random)]
      options.contents = RenderOptions.Contents.allCases[Int.random(in: 0..<3, using: &random)]
      options.contentsDepth = [nil, 1, 2, 6][Int.random(in: 0..<4, using: &random)]
      let alphabet = [nil, .root, Alphabet(language: "sv")][Int.random(in: 0..<3, using: &random)]
      options.order = alphabet.map { NameOrder(alphabet: $0) }
      options.keepsAnchors = Int.random(in: 0..<2, using: &random) == 0
      options.emoji = RenderOptions.Emoji.allCases[Int.random(in: 0..<3, using: &random)]
      options.completesEmoji = Int.random(in: 0..<2, using: &random) == 0
      options.keepsNumbers = Int.random(in: 0..<2, using: &random) == 0
      options.shape = RenderOptions.Shape.allCases[Int.random(in: 0..<4, using: &random)]
      if Int.random(in: 0..<2, using: &random) == 0 {
        (options.header, options.footer) = ("<p>Before</p>\n", "After\n")
      }
      return options
    }
  }

  @Test(arguments: Corpus.files)
  func renderingChangesOnlyWhatTheOptionsNameAndIsStable(_ file: URL) throws {
    let source = try source(file)
    for options in [RenderOptions(), .canonical] + options(for: file, size: source.bytes.count) {
      try expectSameContent(source, options)
    }
  }

  /// Every link of a contents list that led to a heading leads to it still, in the same order; what was added or mended is in the notes.
  @Test(arguments: Corpus.files)
  func contentsListsKeepTheirItems(_ file: URL) throws {
    let source = try source(file)
    let rendered = try Renderer().render(source)
    let (before, after) = try (List(source), List(SourceText(utf8: rendered.bytes)))
    let (old, new) = (before.contentsLists, after.contentsLists)
    #expect(old.count == new.count)
    for (old, new) in zip(old, new) {
      var items = new.outline(in: after).map { [$0.text, $0.target] }[...]
      for item in old.outline(in: before) {
        let isNamed = rendered.contentsChanges.contains { $0.text == item.text && $0.kind != .added }
        guard !isNamed, before.anchors.target(for: item.target) != nil else { continue }
        items = items.drop { $0 != [item.text, item.target] }
        #expect(items.popFirst() != nil, "\(item.text)")
      }
    }
    let again = try Renderer().render(SourceText(utf8: rendered.bytes))
    #expect(again.contentsChanges.isEmpty)
  }

  @Test(arguments: Corpus.files)
  func everyHeadingHasGitHubsAnchor(_ file: URL) throws {
    let list = try List(try source(file))
    // GitHub's rule as in html-pipeline, with another implementation of Unicode's properties.
    let dropped = try NSRegularExpression(pattern: "[^\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\- ]")
    for heading in list.headings {
      let text = heading.block.kind == .html ? heading.text : heading.block.text
      let lower = text.lowercased()
      let range = NSRange(lower.startIndex..., in: lower)
      let slug = dropped.stringByReplacingMatches(in: lower, range: range, withTemplate: "")
        .unicodeScalars.map { $0 == " " ? "-" : String($0) }.joined()
      #expect(Slugger.slug(text) == slug)
    }
  }

  /// The rules that rendering satisfies with any options: not those about words, which it does not change.
  private static let style = (RuleFamily.named("md-style")?.usualRules ?? []).filter { rule in
    ![
      "no-emphasis-as-heading", "no-heading-punctuation", "no-repeat-punctuation", "no-shell-dollars",
      "no-undefined-references", "no-unused-definitions",
    ].contains(rule.id)
  }

  @Test(arguments: Corpus.files)
  func renderedListsHaveNoFindingsOfStyle(_ file: URL) throws {
    #expect(Self.style.count > 20)
    expectNoFinding(of: Self.style, in: try Renderer(.canonical).render(try source(file)).bytes)
  }

  @Test(arguments: Corpus.files)
  func renderedListsHaveNoFindingsOfWhatTheOptionsSet(_ file: URL) throws {
    let source = try source(file)
    var all = options(for: file, size: source.bytes.count)
    all[0].emoji = .unicode
    all[0].completesEmoji = true
    for options in all {
      let rendered = try Renderer(options).render(source)
      // A block that was kept as it is keeps its findings.
      guard rendered.keptLines.isEmpty else { continue }
      var rules = options.style == .canonical ? Self.style.map(\.id) : []
      if options.emoji == .unicode, options.completesEmoji { rules.append("emoji-style") }
      if options.contents != .never { rules.append("toc-sync") }
      if options.contents == .always { rules.append("toc-form") }
      if options.order != nil { rules.append("order") }
      var ruleOptions = RuleOptions()
      if options.order?.alphabet == Alphabet(language: "sv") { ruleOptions[.language] = .text("sv") }
      expectNoFinding(of: rules.compactMap(Rule.named), ruleOptions, in: rendered.bytes) { finding, list in
        switch finding.rule {
        // Order, names and repetitions are the author's; what another tool writes is left to it.
        case "toc-sync":
          finding.message.hasPrefix("section missing") && !list.contentsLists.contains(where: \.isManaged)
        // The heading and the nesting are the author's.
        case "toc-form": finding.message.contains("no contents list")
        // Table rows and raw HTML are kept as they are.
        case "order":
          list.document.blocks.contains { block in
            if case .list = block.kind { block.range.contains(finding.range) } else { false }
          }
        default: true
        }
      }
    }
  }

  private func expectNoFinding(
    of rules: [Rule], _ ruleOptions: RuleOptions = RuleOptions(), in rendered: [UInt8],
    where isMeant: (Diagnostic, List) -> Bool = { _, _ in true }
  ) {
    let severities = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, Severity?.some(.error)) })
    let source = SourceText(utf8: rendered)
    guard let list = try? List(source) else { return }
    let found = Linter(rules: rules, severities: severities, options: ruleOptions).lint(list)
    for finding in found where isMeant(finding, list) {
      let line = source.lineIndex(at: finding.range.lowerBound)
      Issue.record("\(finding.rule), line \(line + 1): \(finding.message): \(source[source.line(line)])")
    }
  }
}
