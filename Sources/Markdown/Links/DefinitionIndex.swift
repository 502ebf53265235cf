import Source

/// Finds the definition that a reference link names.
struct DefinitionIndex {
  private let source: SourceText
  private let definitions: [LinkDefinition]
  /// The place of the first definition with each label.
  private let places: [String: Int]
  /// What labels as they are written were found to name: lists use a few labels hundreds of times.
  private var found: [String: SourceRange?] = [:]

  /// The definitions in the order of the text: of several with one label, the first counts.
  init(_ definitions: [LinkDefinition], in source: SourceText) {
    self.source = source
    self.definitions = definitions
    places = Dictionary(
      definitions.enumerated().map { (LinkDefinition.normalized($0.element.label), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Where the destination of a reference link is written; nil where the definition was not found.
  mutating func destinationRange(of link: Link) -> SourceRange? {
    guard link.form == .reference, let text = link.textRange, let range = link.range else { return nil }
    // Behind the text stand its bracket and, in the full form, a label in brackets.
    let label = SourceRange(text.upperBound + 2, range.upperBound - 1)
    let name = source[label.isEmpty ? text : label]
    if let known = found[name] { return known }
    let destination = places[LinkDefinition.normalized(name)].map { definitions[$0].destinationRange }
    found[name] = .some(destination)
    return destination
  }

  /// The definitions with their destinations resolved.
  func resolved() throws(MarkdownError) -> [LinkDefinition] {
    var result = definitions
    for index in result.indices {
      let bytes = source.bytes(in: result[index].destinationRange)
      let isPlain = !bytes.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") || $0 == 0 }
      result[index].destination =
        isPlain ? String(decoding: bytes, as: UTF8.self) : try Self.resolve(Array(bytes))
    }
    return result
  }

  /// Asks the parser, which knows HTML's two thousand entities, what a written destination means.
  private static func resolve(_ destination: [UInt8]) throws(MarkdownError) -> String {
    let text = Array("[x](<".utf8) + destination + Array(">)".utf8)
    let document = try CMarkDocument(parsing: [text[...]])
    return document.withRoot { root in
      root.firstChild?.firstChild?.destination ?? String(decoding: destination, as: UTF8.self)
    }
  }
}
