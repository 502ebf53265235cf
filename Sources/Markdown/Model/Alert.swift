public import Source

/// One of GitHub's alerts: a block quote whose first line is a marker such as `[!NOTE]`.
///
/// Source: GitHub's documentation of its Markdown, "Alerts".
public struct Alert: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case note, tip, important, warning, caution
  }

  public let kind: Kind
  /// The marker with its brackets.
  public let markRange: SourceRange
}

extension Block {
  /// The alert that this quote is; nil for other blocks, and for a quote with only the marker.
  public var alert: Alert? {
    guard kind == .quote, let first = children.first, first.kind == .paragraph else { return nil }
    let line = sourceText.line(sourceText.lineIndex(at: first.range.lowerBound))
    let mark = SourceRange(first.range.lowerBound, min(line.upperBound, first.range.upperBound))
    let name = sourceText[mark].lowercased().split { $0 == " " || $0 == "\t" }
    guard name.count == 1, let word = name.first, word.hasPrefix("[!"), word.hasSuffix("]"),
      let kind = Alert.Kind(rawValue: String(word.dropFirst(2).dropLast())),
      first.range.upperBound > mark.upperBound || children.count > 1
    else { return nil }
    return Alert(kind: kind, markRange: SourceRange(mark.lowerBound, mark.lowerBound + word.utf8.count))
  }
}
