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
      options.alphabet = [nil, .root, Alphabet(language: "sv")][Int.random(in: 0..<3, using: &random)]
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

  @Test(arguments: Corpus.files)
  func aReplacedContentsListLosesNoSection(_ file: URL) throws {
    let source = try source(file)
    let before = try NormalizedList(List(source), RenderOptions())
    guard let contents = before.contents.block else { return }
    let after = try List(SourceText(utf8: try Renderer().render(source).bytes))
    let linked = Set(try #require(after.contents).list.links.map(\.destination))
    let left = Set(before.list.sections.filter(\.isFooter).flatMap { [$0] + $0.sections }.map(\.anchor))
    let headings = after.headings
    for link in before.list.links where contents.range.contains(link.range) {
      // By its anchor, or by the name of a section with an explicit anchor.
      let fragment = Anchors.target(of: String(before.anchors.address(link.url).dropFirst()))
      let index = before.list.headings.firstIndex { $0.anchor == fragment || $0.text == link.text }
      guard let index, index > 0 else { continue }
      let heading = before.list.headings[index]
      if left.contains(heading.anchor) || heading.range == before.contents.heading?.range { continue }
      let found = headings.first { $0.anchor == heading.anchor } ?? headings[min(index, headings.count - 1)]
      #expect(linked.contains("#\(found.anchor)"), "\(heading.text)")
    }
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
    let contents = try NormalizedList(List(source), RenderOptions()).contents
    var all = options(for: file, size: source.bytes.count)
    all[0].emoji = .unicode
    all[0].completesEmoji = true
    for options in all {
      let rendered = try Renderer(options).render(source)
      // A block that was kept as it is keeps its findings.
      guard rendered.keptLines.isEmpty else { continue }
      var rules = options.style == .canonical ? Self.style.map(\.id) : []
      if options.emoji == .unicode, options.completesEmoji { rules.append("emoji-style") }
      // A contents list with other content is kept as it is.
      let isGenerated = contents.block != nil || contents.isAbsent && options.contents == .always
      if options.contents != .never, isGenerated { rules.append("toc-sync") }
      if options.contents == .always { rules.append("toc-form") }
      if options.alphabet != nil { rules.append("order") }
      var ruleOptions = RuleOptions()
      if options.alphabet == Alphabet(language: "sv") { ruleOptions[.language] = .text("sv") }
      // The rule does not know the depth that an option sets, and this list names single sections of the third level.
      if options.contentsDepth != nil, file.lastPathComponent.hasSuffix("awesome-flutter__source.md") {
        rules.removeAll { $0 == "toc-sync" }
      }
      expectNoFinding(of: rules.compactMap(Rule.named), ruleOptions, in: rendered.bytes) { finding, list in
        switch finding.rule {
        // The heading is the author's, and so is the depth unless the options set it.
        case "toc-form":
          finding.message.contains("no contents list")
            || finding.message.contains("third level") && isGenerated && options.contentsDepth.map { $0 < 3 } ?? false
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
