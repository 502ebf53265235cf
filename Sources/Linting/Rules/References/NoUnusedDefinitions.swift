import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let noUnusedDefinitions = Rule(
    id: "no-unused-definitions",
    summary: "Remove link definitions that nothing uses.",
    rationale: "An unused definition is left over, or a reference to it is misspelt.",
    presets: [.awesome: .warning, .strict: .warning, .awesomeLint: .error],
    family: .markdownStyle,
    example: .pair(
      "See the manual.\n\n↓[manual]: https://jqlang.org/manual\n",
      "See the [manual].\n\n[manual]: https://jqlang.org/manual\n"),
    vectors: [
      .good("[A] and [b][B].\n\n[a]: https://example.org\n[b]: https://example.org/b\n"),
      .bad("Text.\n\n↓[a]: https://example.org\n"),
    ]
  ) { context in
    if context.document.definitions.isEmpty { return [] }
    let labels = usedLabels(context)
    let code = context.document.codeRanges
    let isCode = { (range: SourceRange) in
      let next = code.partitioningIndex { $0.upperBound > range.lowerBound }
      return next < code.count && code[next].contains(range)
    }
    return context.document.definitions.compactMap { definition in
      let label = definition.label[...].foldedLabel
      guard !labels.contains(label), !label.hasPrefix("//"), !isCode(definition.range)
      else { return nil }
      return context.diagnostic("unused definition; remove it", at: definition.range)
    }
  }

  /// The labels that links name, as far as they may be those of definitions: a use shows as a link whose brackets contain the label.
  private static func usedLabels(_ context: RuleContext) -> Set<String> {
    let filter = WordFilter(context.document.definitions.map { $0.label[...].foldedLabel })
    let links = context.document.links
    var labels: Set<String> = []
    // Badges name the same definition again and again.
    var last: [ArraySlice<UInt8>] = []
    func read(_ text: ArraySlice<UInt8>) {
      guard mayBeLabel(text, filter), !last.contains(text) else { return }
      last = last.suffix(3) + [text]
      labels.insert(String(decoding: text, as: UTF8.self)[...].foldedLabel)
    }
    for index in links.indices where links[index].form == .reference {
      guard let range = links[index].range else { continue }
      let bytes = context.source.bytes(in: range)
      var start = bytes.startIndex
      for end in bytes.indices where bytes[end] == UInt8(ascii: "[") || bytes[end] == UInt8(ascii: "]") {
        read(bytes[start..<end])
        start = end + 1
      }
      read(bytes[start...])
    }
    return labels
  }

  /// Whether a text may be one of some labels when it is folded.
  private static func mayBeLabel(_ text: ArraySlice<UInt8>, _ labels: WordFilter) -> Bool {
    guard let start = text.firstIndex(where: { !$0.isASCIIWhitespace }),
      let end = text.lastIndex(where: { !$0.isASCIIWhitespace })
    else {
      return false
    }
    var length = 0
    var previous: UInt8 = 0
    for byte in text[start...end] {
      // What is not ASCII may change its length.
      if byte >= 0x80 { return true }
      if !byte.isASCIIWhitespace || !previous.isASCIIWhitespace { length += 1 }
      previous = byte
    }
    return labels.mayHold(length: length, first: text[start].asciiLowercased, last: text[end].asciiLowercased)
  }
}
