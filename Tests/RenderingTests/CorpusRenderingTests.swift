import AwesomeList
import Diagnostics
import Foundation
import Linting
import Markdown
import Source
import TestSupport
import Testing

@testable import Rendering

/// What must hold for every real list; each is rendered with the defaults and with options that a seed draws.
@Suite(.enabled(if: !Corpus.files.isEmpty, Comment(rawValue: Corpus.absence)))
struct CorpusRenderingTests {
  /// How many options are drawn for a list; the larger ones take minutes without optimization.
  private static func combinations(_ size: Int) -> Int { size < 60_000 ? 3 : 1 }

  private func source(_ file: URL) throws -> SourceText {
    SourceText(utf8: Array(try Data(contentsOf: file)))
  }

  /// The options for a file: the same on every run, as its name seeds them.
  private func options(for file: URL, size: Int) -> [RenderOptions] {
    var random = Draw(seed: file.lastPathComponent.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    return (0..<Self.combinations(size)).map { _ in
      var options = RenderOptions()
      options.contents = ContentsOption.allCases[random.next(3)]
      options.contentsDepth = [nil, 1, 2, 6][random.next(4)]
      options.alphabet = [nil, .root, Alphabet(language: "sv")][random.next(3)]
      options.keepsAnchors = random.next(2) == 0
      options.emoji = EmojiOption.allCases[random.next(3)]
      options.completesEmoji = random.next(2) == 0
      options.keepsNumbers = random.next(2) == 0
      options.shape = ShapeOption.allCases[random.next(4)]
      if random.next(2) == 0 { (options.header, options.footer) = ("<p>Before</p>\n", "Behind\n") }
      return options
    }
  }

  @Test(arguments: Corpus.files)
  func renderingWithAnyOptionsIsProvenAndStable(_ file: URL) throws {
    let source = try source(file)
    for options in options(for: file, size: source.bytes.count) {
      let once = try Renderer(options).render(source)
      let twice = try Renderer(options).render(SourceText(utf8: once.bytes))
      #expect(once.bytes == twice.bytes, "\(options)")
      #expect(once.entryCount == twice.entryCount)
    }
  }

  @Test(arguments: Corpus.files)
  func theHTMLOfAListStaysWhatItWas(_ file: URL) throws {
    let source = try source(file)
    let rendered = try Renderer().render(source)
    #expect(try Renderer().render(SourceText(utf8: rendered.bytes)).bytes == rendered.bytes)
    let prepared = try PreparedList(List(try Document(source)), RenderOptions())
    let before = HTMLText.lines(of: prepared.list.document.source.bytes)
    let after = HTMLText.lines(of: rendered.bytes)
    let isWritten = prepared.list.contents?.isGenerated ?? false
    let (old, new) = (comparable(before, isWritten), comparable(after, isWritten))
    let index = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    #expect(old == new, "\(old[min(index, max(old.count - 1, 0))]) ≠ \(new[min(index, max(new.count - 1, 0))])")
  }

  /// The lines in which nothing may change: links into the list follow their headings, and a contents list is written anew.
  private func comparable(_ lines: [String], _ isContentsWritten: Bool) -> [String] {
    let text = lines.joined(separator: " ").replacing(/href=(["'])#[^"']*["']/, with: "href='#'")
    let pieces = text.replacing(">", with: ">\n").replacing("<", with: "\n<").split(separator: "\n")
      .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    guard isContentsWritten else { return pieces }
    // Of a contents list only its items count, and those are another test's.
    let joined = pieces.joined(separator: "\n")
    return joined.replacing(/<li>\n(?:<p>\n)?<a href='#'>\n[^<]*\n<\/a>(?:\n<\/p>)?/, with: "<li>")
      .replacing(/<\/?ul>|<\/?li>/, with: "").split(separator: "\n").map(String.init)
  }

  @Test(arguments: Corpus.files)
  func aContentsListThatIsWrittenAnewLosesNoSection(_ file: URL) throws {
    let source = try source(file)
    let before = List(try Document(source))
    guard let contents = before.contents, contents.isGenerated else { return }
    let after = List(try Document(SourceText(utf8: try Renderer().render(source).bytes)))
    let linked = Set(try #require(after.contents).list.links.map(\.text))
    for link in contents.list.links {
      let fragment = Anchors.target(of: String(link.destination.dropFirst()))
      let section = before.allSections.first { $0.anchor == fragment }
      guard let section, !section.isFooter, section.heading.range != contents.heading?.range else { continue }
      let heading = after.allSections.first { $0.heading.text == section.heading.text }
      #expect(heading.map { linked.contains($0.heading.text) } ?? !linked.isEmpty, "\(section.title)")
    }
  }

  @Test(arguments: Corpus.files)
  func everyHeadingHasGitHubsAnchor(_ file: URL) throws {
    let list = List(try Document(try source(file)))
    // GitHub's rule as html-pipeline writes it, told by another implementation of Unicode's properties.
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

  @Test(arguments: Corpus.files)
  func whatIsWrittenHasNoFindingOfARuleThatRenderingDecides(_ file: URL) throws {
    // These are about words, which rendering does not change, and about the file's name.
    let undecided: Set<String> = [
      "no-emphasis-as-heading", "no-heading-punctuation", "no-repeat-punctuation", "no-shell-dollars",
      "no-undefined-references", "no-unused-definitions",
    ]
    let style = try #require(RuleFamily.named("md-style")).usualRules.filter { !undecided.contains($0.id) }
    #expect(style.count > 20)
    let rendered = List(try Document(SourceText(utf8: try Renderer().render(try source(file)).bytes)))
    for finding in Linter(rules: style).lint(rendered) {
      let line = rendered.document.source.location(of: finding.range.lowerBound).line
      Issue.record(
        "\(finding.rule), line \(line): \(rendered.document.source[rendered.document.source.line(line - 1)])")
    }
  }
}

/// Numbers that are the same on every run (a linear congruential generator).
private struct Draw {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A number below another.
  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
