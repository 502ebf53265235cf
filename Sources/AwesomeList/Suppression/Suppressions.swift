import Markdown
public import Source

/// Where a list's own comments switch rules off.
public struct Suppressions: Sendable {
  /// A stretch of the text in which one rule, or every rule, is off.
  public struct Span: Sendable {
    /// The rule that is off; nil for all but those that are switched on again by name, which `range(of:in:)` knows.
    public let rule: String?
    public fileprivate(set) var range: SourceRange
    /// What begins it.
    public let mention: Mention
    /// Whether comments that switch rules on end it.
    fileprivate let isOpenEnded: Bool
  }

  /// A comment, or one of the names in it.
  public struct Mention: Hashable, Sendable {
    /// The comment, by its index.
    public let comment: Int
    /// The name, by its index in the comment; nil where the comment has none, or all of it is meant.
    public let name: Int?

    public init(comment: Int, name: Int? = nil) {
      self.comment = comment
      self.name = name
    }
  }

  public let comments: [SuppressionComment]
  /// What stands in other comments in the place of an action and is none.
  public let unknownActions: [SuppressionComment.UnknownAction]
  public private(set) var spans: [Span] = []
  /// The comments that end nothing.
  public private(set) var idleComments: Set<Int> = []
  /// Where rules are switched on by name, in the order of the text.
  ///
  /// One table for all spans: in a hostile list each of thousands would need thousands of exceptions of its own.
  private var enabled: [String: [Int]] = [:]

  /// Reads a list's comments; `aliases` gives the rules of ours that a name of another linter stands for, nil for a name that it does
  /// not know.
  public init(_ list: List, aliases: (String) -> [String]? = { _ in nil }) {
    let source = list.document.source
    let all = list.comments.map { ($0, SuppressionComment($0, in: source)) }
    comments = all.compactMap(\.1)
    unknownActions = all.compactMap { $1 == nil ? SuppressionComment.unknownAction(of: $0, in: source) : nil }
    let nodes = comments.contains { $0.action == .ignore } ? SuppressedNodes(list.document) : nil
    var open = OpenSpans()
    for (position, comment) in comments.enumerated() {
      let names = comment.names.map { aliases($0.text) ?? [$0.text] }
      if comment.action == .enable {
        let hasClosed = enable(names, at: comment.comment.range.lowerBound, &open)
        // What a comment for another linter switches on may be known to that one alone.
        if !hasClosed, !comment.isForeign { idleComments.insert(position) }
      } else {
        add(comment, position, names: names, covering: Self.range(of: comment, in: source, nodes), &open)
      }
    }
  }

  /// Where a rule is off, in the order of the text; no stretch shares a byte with another.
  public func ranges(of rule: String) -> [SourceRange] {
    spans.compactMap { range(of: rule, in: $0) }.union
  }

  /// The part of a span in which a rule is off; nil where it is not.
  public func range(of rule: String, in span: Span) -> SourceRange? {
    if let own = span.rule { return own == rule ? span.range : nil }
    guard span.isOpenEnded, let ends = enabled[rule] else { return span.range }
    let next = ends.partitioningIndex { $0 >= span.range.lowerBound }
    return next < ends.count ? SourceRange(span.range.lowerBound, min(span.range.upperBound, ends[next])) : span.range
  }

  /// The spans that no comment has ended yet, by their indices, so that a comment looks at none but those that it ends.
  private struct OpenSpans {
    var ofRules: [String: [Int]] = [:]
    var ofAll: [Int] = []
  }

  /// What a comment that switches rules off covers.
  private static func range(
    of comment: SuppressionComment, in source: SourceText, _ nodes: SuppressedNodes?
  ) -> SourceRange {
    let end = source.bytes.count + 1
    let range = comment.comment.range
    switch comment.action {
    case .disable, .enable: return SourceRange(range.upperBound, end)
    case .file: return SourceRange(0, end)
    case .line: return source.wholeLine(source.lineIndex(at: range.lowerBound))
    case .nextLine: return source.wholeLine(source.lineIndex(at: max(range.upperBound - 1, 0)) + 1)
    case .ignore: return nodes?.node(behind: range) ?? SourceRange(end, end)
    }
  }

  /// Adds what a comment covers; the rules that each of its names stands for, none for all.
  private mutating func add(
    _ comment: SuppressionComment, _ position: Int, names: [[String]], covering range: SourceRange,
    _ open: inout OpenSpans
  ) {
    let isOpenEnded = comment.action == .disable
    if names.isEmpty {
      if isOpenEnded { open.ofAll.append(spans.count) }
      let mention = Mention(comment: position)
      spans.append(Span(rule: nil, range: range, mention: mention, isOpenEnded: isOpenEnded))
    }
    // Each rule has a span of its own, so that each can be switched on again alone.
    for (name, rules) in names.enumerated() {
      for rule in rules {
        if isOpenEnded { open.ofRules[rule, default: []].append(spans.count) }
        let mention = Mention(comment: position, name: name)
        spans.append(Span(rule: rule, range: range, mention: mention, isOpenEnded: isOpenEnded))
      }
    }
  }

  /// Ends the open spans of the rules that names stand for, or all of them; false where there is none.
  private mutating func enable(_ names: [[String]], at offset: Int, _ open: inout OpenSpans) -> Bool {
    if names.isEmpty {
      let ended = open.ofAll + open.ofRules.values.joined()
      for index in ended { spans[index].range.upperBound = offset }
      open = OpenSpans()
      return !ended.isEmpty
    }
    let lastStart = open.ofAll.last.map { spans[$0].range.lowerBound }
    var hasClosed = false
    for rule in Set(names.flatMap(\.self)) {
      if let ended = open.ofRules.removeValue(forKey: rule) {
        for index in ended { spans[index].range.upperBound = offset }
        hasClosed = true
      }
      // Where all rules are off, the others stay so.
      if let lastStart, enabled[rule]?.last.map({ $0 < lastStart }) ?? true { hasClosed = true }
      enabled[rule, default: []].append(offset)
    }
    return hasClosed
  }
}

extension [SourceRange] {
  /// The ranges in the order of the text, those that share a byte as one.
  public var union: [SourceRange] {
    var result: [SourceRange] = []
    for range in sorted() {
      if let last = result.last, range.lowerBound < last.upperBound {
        result[result.count - 1] = last.union(range)
      } else {
        result.append(range)
      }
    }
    return result
  }
}

extension SourceText {
  /// A line with its line end, so that an empty line covers the offset at which it begins.
  fileprivate func wholeLine(_ index: Int) -> SourceRange {
    guard lineStarts.indices.contains(index) else { return SourceRange(bytes.count, bytes.count) }
    return SourceRange(lineStarts[index], index + 1 < lineCount ? lineStarts[index + 1] : bytes.count + 1)
  }
}
