import Markdown
public import Source

/// Where a list's own comments switch rules off.
public struct Suppressions: Sendable {
  /// A stretch of the text in which one rule, or every rule, is off.
  public struct Span: Sendable {
    /// The rules that are off; nil for all.
    public let rules: [String]?
    /// The rules that were switched on again where all are off.
    public fileprivate(set) var exceptions: Set<String> = []
    public fileprivate(set) var range: SourceRange
    /// What begins it.
    public let mention: Mention

    public func covers(_ offset: Int, rule: String) -> Bool {
      range.contains(offset) && holds(rule)
    }

    /// Whether a rule is off in it.
    func holds(_ rule: String) -> Bool {
      rules?.contains(rule) ?? !exceptions.contains(rule)
    }
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

  /// Reads a list's comments; `aliases` gives the rules of ours that a name of another linter stands for, nil for a name that it does
  /// not know.
  public init(_ list: List, aliases: (String) -> [String]? = { _ in nil }) {
    let source = list.document.source
    let all = list.comments.map { ($0, SuppressionComment($0, in: source)) }
    comments = all.compactMap(\.1)
    unknownActions = all.compactMap { $1 == nil ? SuppressionComment.unknownAction(of: $0, in: source) : nil }
    let nodes = comments.contains { $0.action == .ignore } ? SuppressedNodes(list.document) : nil
    for (position, comment) in comments.enumerated() {
      let names = comment.names.map { aliases($0.text) ?? [$0.text] }
      add(comment, position, names: names, source: source, nodes: nodes)
    }
  }

  /// Where a rule is off, in the order of the comments; the stretches may overlap.
  public func ranges(of rule: String) -> [SourceRange] {
    spans.filter { $0.holds(rule) }.map(\.range)
  }

  /// Whether a rule is off at a place.
  public func covers(_ offset: Int, rule: String) -> Bool {
    spans.contains { $0.covers(offset, rule: rule) }
  }

  /// Adds what a comment covers; the rules that each of its names stands for, none for all.
  private mutating func add(
    _ comment: SuppressionComment, _ position: Int, names: [[String]], source: SourceText, nodes: SuppressedNodes?
  ) {
    let end = source.bytes.count + 1
    let range = comment.comment.range
    let covered: SourceRange
    switch comment.action {
    case .enable:
      let rules = Set(names.flatMap(\.self))
      let hasClosed = close(names.isEmpty ? nil : rules, at: range.lowerBound)
      // What a comment for another linter switches on may be known to that one alone.
      if !hasClosed, !comment.isForeign { idleComments.insert(position) }
      return
    case .disable: covered = SourceRange(range.upperBound, end)
    case .file: covered = SourceRange(0, end)
    case .line: covered = source.wholeLine(source.lineIndex(at: range.lowerBound))
    case .nextLine: covered = source.wholeLine(source.lineIndex(at: max(range.upperBound - 1, 0)) + 1)
    case .ignore: covered = nodes?.node(behind: range) ?? SourceRange(end, end)
    }
    if names.isEmpty { spans.append(Span(rules: nil, range: covered, mention: Mention(comment: position))) }
    // Each rule has a span of its own, so that each can be switched on again alone.
    for (name, rules) in names.enumerated() {
      for rule in rules {
        spans.append(Span(rules: [rule], range: covered, mention: Mention(comment: position, name: name)))
      }
    }
  }

  /// Ends the open spans of some rules, or all of them; false where there is none.
  private mutating func close(_ rules: Set<String>?, at offset: Int) -> Bool {
    var hasClosed = false
    for index in spans.indices where spans[index].range.upperBound > offset {
      guard comments[spans[index].mention.comment].action == .disable else { continue }
      if let rules, let own = spans[index].rules, !own.allSatisfy(rules.contains) { continue }
      if let rules, spans[index].rules == nil {
        if rules.isSubset(of: spans[index].exceptions) { continue }
        // All others stay off.
        var rest = spans[index]
        rest.exceptions.formUnion(rules)
        rest.range = SourceRange(offset, rest.range.upperBound)
        spans.append(rest)
      }
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
