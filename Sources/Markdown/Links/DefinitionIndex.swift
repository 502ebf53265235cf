import Source

/// Finds the definition that a reference link names.
struct DefinitionIndex {
  private let source: SourceText
  private let definitions: [LinkDefinition]
  /// The index of the first definition with each label.
  private let places: [String: Int]
  /// A cache by label as written: lists use a few labels hundreds of times.
  private var found: [String: SourceRange?] = [:]

  /// Takes the definitions in the order of the text: the first with each label counts.
  init(_ definitions: [LinkDefinition], in source: SourceText) {
    self.source = source
    self.definitions = definitions
    places = Dictionary(
      definitions.enumerated().map { (LinkDefinition.normalized($0.element.label), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The range of the destination in a reference link's definition; nil if there is no definition.
  mutating func destinationRange(of link: Link) -> SourceRange? {
    guard link.form == .reference, let text = link.textRange, let range = link.range else { return nil }
    // After the text come its bracket and, in the full form, a label in brackets.
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

  /// Resolves a destination with the parser, which knows HTML's two thousand entities.
  private static func resolve(_ destination: [UInt8]) throws(MarkdownError) -> String {
    let text = Array("[x](<".utf8) + destination + Array(">)".utf8)
    let document = try CMarkDocument(parsing: [text[...]])
    return document.withRoot { root in
      root.firstChild?.firstChild?.destination ?? String(decoding: destination, as: UTF8.self)
    }
  }
}
