import AwesomeList
import Markdown
import Source
import Testing

@testable import Rendering

extension RenderOptions {
  /// The options of most tests: the canonical form shows what happens to the text.
  static let canonical: RenderOptions = {
    var options = RenderOptions()
    options.style = .canonical
    return options
  }()
}

/// A text's rendering, which rendering again must not change.
func render(_ text: String, _ options: RenderOptions = .canonical) throws -> String {
  let once = try Renderer(options).render(SourceText(text))
  let twice = try Renderer(options).render(SourceText(utf8: once.bytes))
  #expect(twice.bytes == once.bytes, "rendering its own output changes nothing")
  return String(decoding: once.bytes, as: UTF8.self)
}

func render(_ text: String, _ contents: RenderOptions.Contents) throws -> String {
  try render(text) { $0.contents = contents }
}

func render(_ text: String, _ change: (inout RenderOptions) -> Void) throws -> String {
  var options = RenderOptions.canonical
  change(&options)
  return try render(text, options)
}

/// Expects that rendering a text changes only what the options name, and that rendering again changes nothing.
func expectSameContent(_ source: SourceText, _ options: RenderOptions) throws {
  let once = try Renderer(options).render(source)
  let twice = try Renderer(options).render(SourceText(utf8: once.bytes))
  #expect(once.bytes == twice.bytes, "\(options)")
  #expect(once.entryCount == twice.entryCount)
  let before = try NormalizedList(List(source), RenderOptions())
  let after = try ContentsPlace(List(SourceText(utf8: once.bytes)), .unchanged)
  // Without a contents list, a section named “Content” may look like its heading.
  let hasHeading = options.contents == .always || before.contents.heading != nil
  // An author's own line of links stays beside a contents list that is added, and is none any more.
  if options.contents == .always, before.contents.isAbsent, !before.list.contentsLists.isEmpty { return }
  let old = ListHTML(
    before.list.document.source.bytes, without: (before.contents.ranges + before.list.contentsRanges).merged, options
  ).pieces
  let rendered = try List(SourceText(utf8: once.bytes))
  let ranges = hasHeading ? after.ranges : [after.block?.range].compactMap(\.self)
  let new = ListHTML(once.bytes, without: (ranges + rendered.contentsRanges).merged, options).pieces
  let place = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
  let isSame = old == new
  #expect(
    isSame, "\(old.dropFirst(place).first ?? "nothing") ≠ \(new.dropFirst(place).first ?? "nothing"): \(options)")
}

extension List {
  /// The contents lists, those of chapters too.
  fileprivate var contentsRanges: [SourceRange] {
    contentsLists.flatMap { contents in contents.blocks.map(\.range) }
  }
}

extension [SourceRange] {
  /// Without those that lie within others.
  fileprivate var merged: [SourceRange] {
    sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }.reduce(into: []) { merged, range in
      if merged.last?.contains(range) != true { merged.append(range) }
    }
  }
}
