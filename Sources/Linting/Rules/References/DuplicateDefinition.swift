import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let duplicateDefinition = Rule(
    id: "duplicate-definition",
    summary: "Define every label of links once.",
    details: """
      Labels that differ only in letter case are the same. A second definition with the same address is a warning. \
      Definitions that are comments, such as `[//]: # (text)`, are not checked.
      """,
    rationale: "GitHub ignores all definitions of a label but the first. Links that mean a later one lead elsewhere.",
    presets: [.awesome: .error, .strict: .error, .minimal: .error],
    example: .pair(
      "See [jq] and [JQ].\n\n[jq]: https://jqlang.org\n↓[JQ]: https://jqlang.org/manual\n",
      "See [jq] and [manual].\n\n[jq]: https://jqlang.org\n[manual]: https://jqlang.org/manual\n"),
    vectors: [
      .good("[//]: # (One)\n[//]: # (Two)\n\n[comment]: <> (a)\n[comment]: <> (b)\n"),
      .good("[a] [b]\n\n[a]: https://example.org\n[b]: https://example.org\n"),
      .bad("[a b]\n\n[a b]: https://example.org\n↓[A  B]: https://example.org\n"),
      .bad("[ß]\n\n[ß]: https://example.org\n\nText.\n\n↓[ß]: https://example.org/b\n"),
    ]
  ) { context in
    context.index.hidden.ignoredDefinitions.map { found in
      let line = context.lineNumber(of: found.first.range)
      return found.definition.destination == found.first.destination
        ? context.diagnostic(
          "same definition as on line \(line); remove it", at: found.definition.range, severity: .warning)
        : context.diagnostic(
          "ignored, because line \(line) defines “\(found.first.label)”; choose another label",
          at: found.definition.range)
    }
  }
}

/// A definition that GitHub ignores, because another one has its label.
struct IgnoredDefinition: Sendable {
  let definition: LinkDefinition
  let first: LinkDefinition

  static func all(in document: Document) -> [IgnoredDefinition] {
    let definitions = document.definitions
    if definitions.count < 2 { return [] }
    let code = document.codeRanges
    var first: [String: LinkDefinition] = [:]
    return definitions.compactMap { definition in
      let label = definition.label[...].foldedLabel
      let next = code.partitioningIndex { $0.upperBound > definition.range.lowerBound }
      let isCode = next < code.count && code[next].contains(definition.range)
      guard !definition.isComment, !label.hasPrefix("^"), !isCode else { return nil }
      guard let other = first[label] else {
        first[label] = definition
        return nil
      }
      return IgnoredDefinition(definition: definition, first: other)
    }
  }
}

extension LinkDefinition {
  /// Whether nothing can be meant by it but a remark.
  fileprivate var isComment: Bool { destination.isEmpty || destination == "#" || label.hasPrefix("//") }
}
