import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let noUnusedDefinitions = Rule(
    id: "no-unused-definitions",
    summary: "Every link definition is used.",
    rationale: """
      A definition that nothing refers to is left over, or the reference to it is misspelt.
      """,
    defaultSeverity: .warning,
    examples: [
      .good("[A] and [b][B].\n\n[a]: https://example.org\n[b]: https://example.org/b\n"),
      .bad("Text.\n\n↓[a]: https://example.org\n"),
    ]
  ) { context in
    if context.document.definitions.isEmpty { return [] }
    // A use shows as a link whose brackets hold the label.
    let source = context.source
    let used = Set(
      context.document.links.lazy.filter { $0.form == .reference }.compactMap(\.range).flatMap { range in
        source.bytes(in: range).split { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }
      })
    let labels = Set(used.map { String(decoding: $0, as: UTF8.self)[...].foldedLabel })
    let code = context.document.codeRanges
    let isCode = { (range: SourceRange) in
      let next = code.partitioningIndex { $0.upperBound > range.lowerBound }
      return next < code.count && code[next].contains(range)
    }
    return context.document.definitions.compactMap { definition in
      let label = definition.label[...].foldedLabel
      guard !labels.contains(label), !label.hasPrefix("//"), !isCode(definition.range)
      else { return nil }
      return context.diagnostic("nothing refers to “\(definition.label)”", at: definition.range)
    }
  }
}
