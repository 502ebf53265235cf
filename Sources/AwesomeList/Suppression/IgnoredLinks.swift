import Markdown
import Source

/// The ranges in which comments exclude links from checks.
///
/// The comments are ours, those of markdown-link-check 3.13, and the ones that lists write for lychee, which 0.24 does not read:
///
/// - `awesome-ignore-link`, `lychee-ignore`: the comment's line, or where it is alone on a line the next one;
/// - `markdown-link-check-disable-line`, `markdown-link-check-disable-next-line`;
/// - from `markdown-link-check-disable`, `lychee-ignore-start` to `markdown-link-check-enable`, `lychee-ignore-end`.
public struct IgnoredLinks: Sendable {
  private enum Extent {
    /// The comment's line, or the next one.
    case near
    case line
    case nextLine
    case start
    case end
  }

  private static let extents: [String: (tool: String, extent: Extent)] = [
    "awesome-ignore-link": ("awesome", .near),
    "markdown-link-check-disable": ("markdown-link-check", .start),
    "markdown-link-check-enable": ("markdown-link-check", .end),
    "markdown-link-check-disable-line": ("markdown-link-check", .line),
    "markdown-link-check-disable-next-line": ("markdown-link-check", .nextLine),
    "lychee-ignore": ("lychee", .near),
    "lychee-ignore-start": ("lychee", .start),
    "lychee-ignore-end": ("lychee", .end),
  ]

  /// The ranges in the order of the text, without overlaps.
  private let ranges: [SourceRange]
  /// The comments that exclude links, in the order of the text.
  public let comments: [HTMLComment]

  /// Reads the comments of a list; those in code are none.
  public init(in list: List) {
    let source = list.document.source
    var ranges: [SourceRange] = []
    var comments: [HTMLComment] = []
    // By tool, where the range begins that nothing has ended yet.
    var open: [String: Int] = [:]
    for comment in list.comments where comment.isClosed {
      guard let (tool, extent) = Self.extents[Self.word(of: comment, in: source)] else { continue }
      if extent != .end { comments.append(comment) }
      let line = source.lineIndex(at: comment.range.lowerBound)
      switch extent {
      case .near: ranges.append(source.wholeLine(Self.isAlone(comment, in: source) ? line + 1 : line))
      case .line: ranges.append(source.wholeLine(line))
      case .nextLine: ranges.append(source.wholeLine(source.lineIndex(at: comment.range.upperBound) + 1))
      case .start: open[tool] = open[tool] ?? comment.range.upperBound
      case .end:
        guard let start = open.removeValue(forKey: tool) else { continue }
        ranges.append(SourceRange(start, comment.range.lowerBound))
      }
    }
    ranges += open.values.map { SourceRange($0, source.bytes.count + 1) }
    self.ranges = ranges.union
    self.comments = comments
  }

  /// Whether a link that begins at an offset is excluded.
  public func contains(_ offset: Int) -> Bool {
    let next = ranges.partitioningIndex { $0.lowerBound > offset }
    return next > 0 && ranges[next - 1].contains(offset)
  }

  /// Whether a comment is one of these.
  static func isKnown(_ comment: HTMLComment, in source: SourceText) -> Bool {
    extents[word(of: comment, in: source)] != nil
  }

  /// The comment's words.
  private static func word(of comment: HTMLComment, in source: SourceText) -> String {
    // No such comment is longer.
    guard comment.content.count < 100 else { return "" }
    return source[comment.content].trimmed.lowercased()
  }

  private static func isAlone(_ comment: HTMLComment, in source: SourceText) -> Bool {
    let first = source.line(source.lineIndex(at: comment.range.lowerBound))
    let last = source.line(source.lineIndex(at: max(comment.range.upperBound - 1, 0)))
    let before = source.bytes(in: SourceRange(first.lowerBound, comment.range.lowerBound))
    let after = source.bytes(in: SourceRange(comment.range.upperBound, max(last.upperBound, comment.range.upperBound)))
    return before.last { !$0.isSpaceOrTab } == nil && after.first { !$0.isSpaceOrTab && $0 != 0x0D } == nil
  }
}
