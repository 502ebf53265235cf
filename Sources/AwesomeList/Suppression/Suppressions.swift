import Markdown
public import Source

/// The ranges in which a list's comments disable rules.
public struct Suppressions: Sendable {
  /// A range of the text in which one rule or all rules are disabled.
  public struct DisabledRange: Sendable {
    /// The disabled rule; nil for all rules, except those enabled again by name (see `range(of:in:)`).
    public let rule: String?
    public fileprivate(set) var range: SourceRange
    /// The comment or name that disables.
    public let mention: Mention
    /// Whether it lasts until a comment enables rules.
    fileprivate let isOpenEnded: Bool
  }

  /// A comment, or one of the names in it.
  public struct Mention: Hashable, Sendable {
    /// The comment, by its index.
    public let comment: Int
    /// The name, by its index in the comment; nil for the whole comment.
    public let name: Int?

    public init(comment: Int, name: Int? = nil) {
      self.comment = comment
      self.name = name
    }
  }

  public let comments: [SuppressionComment]
  /// The wrong words in other comments in the position of an action.
  public let unknownActions: [SuppressionComment.UnknownAction]
  public private(set) var disabledRanges: [DisabledRange] = []
  /// The comments that enable rules which are not disabled.
  public private(set) var idleComments: Set<Int> = []
  /// The offsets where rules are enabled by name, in the order of the text.
  ///
  /// One table for all ranges: in a hostile list, each of thousands would need thousands of exceptions.
  private var enabled: [String: [Int]] = [:]

  /// Reads a list's comments; `aliases` maps another linter's rule name to ours, nil for an unknown name.
  public init(_ list: List, aliases: (String) -> [String]? = { _ in nil }) {
    let source = list.document.source
    let all = list.comments.map { ($0, SuppressionComment($0, in: source)) }
    comments = all.compactMap(\.1)
    unknownActions = all.compactMap { $1 == nil ? SuppressionComment.unknownAction(of: $0, in: source) : nil }
    let nodes = comments.contains { $0.action == .ignore } ? SuppressedNodes(list.document) : nil
    var open = OpenRanges()
    for (position, comment) in comments.enumerated() {
      let names = comment.names.map { aliases($0.text) ?? [$0.text] }
      if comment.action == .enable {
        let hasClosed = enable(names, at: comment.comment.range.lowerBound, &open)
        // A comment for another linter may enable a rule that only that linter has.
        if !hasClosed, !comment.isForeign { idleComments.insert(position) }
      } else {
        add(comment, position, names: names, covering: Self.range(of: comment, in: source, nodes), &open)
      }
    }
  }

  /// The ranges in which a rule is disabled, in the order of the text, without overlaps.
  public func ranges(of rule: String) -> [SourceRange] {
    disabledRanges.compactMap { range(of: rule, in: $0) }.union
  }

  /// The part of a disabled range that applies to a rule; nil if it does not apply.
  public func range(of rule: String, in disabled: DisabledRange) -> SourceRange? {
    let range = disabled.range
    if let own = disabled.rule { return own == rule ? range : nil }
    guard disabled.isOpenEnded, let ends = enabled[rule] else { return range }
    let next = ends.partitioningIndex { $0 >= range.lowerBound }
    return next < ends.count ? SourceRange(range.lowerBound, min(range.upperBound, ends[next])) : range
  }

  /// The indices of the open ranges, so that a comment visits only those that it ends.
  private struct OpenRanges {
    var ofRules: [String: [Int]] = [:]
    var ofAll: [Int] = []
  }

  /// The range of a comment that disables rules.
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
    case .ignore: return nodes?.node(after: range) ?? SourceRange(end, end)
    }
  }

  /// Adds the ranges of a comment for the rules of each name; without names, for all rules.
  private mutating func add(
    _ comment: SuppressionComment, _ position: Int, names: [[String]], covering range: SourceRange,
    _ open: inout OpenRanges
  ) {
    let isOpenEnded = comment.action == .disable
    if names.isEmpty {
      if isOpenEnded { open.ofAll.append(disabledRanges.count) }
      let mention = Mention(comment: position)
      disabledRanges.append(DisabledRange(rule: nil, range: range, mention: mention, isOpenEnded: isOpenEnded))
    }
    // Each rule has a separate range, so that it can be enabled separately.
    for (name, rules) in names.enumerated() {
      for rule in rules {
        if isOpenEnded { open.ofRules[rule, default: []].append(disabledRanges.count) }
        let mention = Mention(comment: position, name: name)
        disabledRanges.append(DisabledRange(rule: rule, range: range, mention: mention, isOpenEnded: isOpenEnded))
      }
    }
  }

  /// Ends the open ranges of the named rules, or all; false if there are none.
  private mutating func enable(_ names: [[String]], at offset: Int, _ open: inout OpenRanges) -> Bool {
    if names.isEmpty {
      let ended = open.ofAll + open.ofRules.values.joined()
      for index in ended { disabledRanges[index].range.upperBound = offset }
      open = OpenRanges()
      return !ended.isEmpty
    }
    let lastStart = open.ofAll.last.map { disabledRanges[$0].range.lowerBound }
    var hasClosed = false
    for rule in Set(names.flatMap(\.self)) {
      if let ended = open.ofRules.removeValue(forKey: rule) {
        for index in ended { disabledRanges[index].range.upperBound = offset }
        hasClosed = true
      }
      // If all rules are disabled, the others stay disabled.
      if let lastStart, enabled[rule]?.last.map({ $0 < lastStart }) ?? true { hasClosed = true }
      enabled[rule, default: []].append(offset)
    }
    return hasClosed
  }
}

extension [SourceRange] {
  /// The ranges in the order of the text, with overlapping ones merged.
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
  /// A line with its newline, so that an empty line covers its offset.
  func wholeLine(_ index: Int) -> SourceRange {
    guard lineStarts.indices.contains(index) else { return SourceRange(bytes.count, bytes.count) }
    return SourceRange(lineStarts[index], index + 1 < lineCount ? lineStarts[index + 1] : bytes.count + 1)
  }
}
