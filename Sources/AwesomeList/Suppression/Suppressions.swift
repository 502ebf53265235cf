import Markdown
public import Source

/// Where a list's own comments switch rules off.
public struct Suppressions: Sendable {
  /// A stretch of the text in which one rule, or every rule, is off.
  public struct Span: Sendable {
    /// The rules that are off; nil for all.
    public let rules: [String]?
    public fileprivate(set) var range: SourceRange
    /// The comment that begins it, by its index.
    public let comment: Int
  }

  public let comments: [SuppressionComment]
  public private(set) var spans: [Span] = []
  /// The comments that end nothing.
  public private(set) var idleComments: Set<Int> = []

  /// Reads a list's comments; `aliases` gives the rules of ours that a name of another linter stands for, nil for a name that it does
  /// not know.
  public init(_ list: List, aliases: (String) -> [String]? = { _ in nil }) {
    let source = list.document.source
    comments = list.comments.compactMap { SuppressionComment($0, in: source) }
    let nodes = comments.contains { $0.action == .ignore } ? SuppressedNodes(list.document) : nil
    for (position, comment) in comments.enumerated() {
      let names = comment.names.flatMap { aliases($0.text) ?? [$0.text] }
      add(comment, position, rules: comment.names.isEmpty ? nil : names, source: source, nodes: nodes)
    }
  }

  /// Where a rule is off, in the order of the comments; the stretches may overlap.
  public func ranges(of rule: String) -> [SourceRange] {
    spans.filter { $0.rules?.contains(rule) != false }.map(\.range)
  }

  /// Whether a rule is off at a place.
  public func covers(_ offset: Int, rule: String) -> Bool {
    spans.contains { $0.range.contains(offset) && $0.rules?.contains(rule) != false }
  }

  private mutating func add(
    _ comment: SuppressionComment, _ position: Int, rules: [String]?, source: SourceText, nodes: SuppressedNodes?
  ) {
    let end = source.bytes.count + 1
    let range = comment.comment.range
    let covered: SourceRange
    switch comment.action {
    case .enable:
      if !close(rules, at: range.lowerBound) { idleComments.insert(position) }
      return
    case .disable: covered = SourceRange(range.upperBound, end)
    case .file: covered = SourceRange(0, end)
    case .line: covered = source.wholeLine(source.lineIndex(at: range.lowerBound))
    case .nextLine: covered = source.wholeLine(source.lineIndex(at: max(range.upperBound - 1, 0)) + 1)
    case .ignore: covered = nodes?.node(behind: range) ?? SourceRange(end, end)
    }
    // Each rule has a span of its own, so that each can be switched on again alone.
    for rule in rules?.map({ [$0] as [String]? }) ?? [nil] {
      spans.append(Span(rules: rule, range: covered, comment: position))
    }
  }

  /// Ends the open spans of some rules, or all of them; false where there is none.
  private mutating func close(_ rules: [String]?, at offset: Int) -> Bool {
    var hasClosed = false
    for index in spans.indices where spans[index].range.upperBound > offset {
      guard comments[spans[index].comment].action == .disable else { continue }
      if let rules, let own = spans[index].rules, !own.allSatisfy(rules.contains) { continue }
      if rules != nil, spans[index].rules == nil { continue }
      spans[index].range.upperBound = offset
      hasClosed = true
    }
    return hasClosed
  }
}

extension SourceText {
  /// A line with its line end, so that an empty line covers the offset at which it begins.
  fileprivate func wholeLine(_ index: Int) -> SourceRange {
    guard lineStarts.indices.contains(index) else { return SourceRange(bytes.count, bytes.count) }
    return SourceRange(lineStarts[index], index + 1 < lineCount ? lineStarts[index + 1] : bytes.count + 1)
  }
}
