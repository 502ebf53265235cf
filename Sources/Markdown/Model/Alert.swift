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
    let word = sourceText[mark].lowercased().trimmingScalars { $0 == " " || $0 == "\t" }
    guard let name = word.removing(prefix: "[!")?.removing(suffix: "]"), let kind = Alert.Kind(rawValue: String(name)),
      first.range.upperBound > mark.upperBound || children.count > 1
    else { return nil }
    return Alert(kind: kind, markRange: SourceRange(mark.lowerBound, mark.lowerBound + word.utf8.count))
  }
}
