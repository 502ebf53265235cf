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
  let old = ListHTML(before.list.document.source.bytes, without: before.contents.ranges, options).pieces
  let new = ListHTML(
    once.bytes, without: hasHeading ? after.ranges : [after.block?.range].compactMap(\.self), options
  ).pieces
  let place = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
  let isSame = old == new
  #expect(
    isSame, "\(old.dropFirst(place).first ?? "nothing") ≠ \(new.dropFirst(place).first ?? "nothing"): \(options)")
}
