import AwesomeList
import Diagnostics
import Markdown
import Source

/// Where a list's own comments switch rules off.
struct Suppressions: Sendable {
  /// A stretch of the text in which one rule, or every rule, is off.
  struct Span: Sendable {
    /// The rules that are off; nil for all.
    let rules: [String]?
    var range: SourceRange
    /// The comment that begins it, by its index.
    let comment: Int
  }

  let comments: [SuppressionComment]
  private(set) var spans: [Span] = []
  /// The comments that end nothing.
  private(set) var idleComments: Set<Int> = []

  init(_ index: ListIndex) {
    let source = index.list.document.source
    comments = index.comments.compactMap { SuppressionComment($0, in: source) }
    for (position, comment) in comments.enumerated() { add(comment, position, index) }
  }

  /// Whether a rule is off at a place.
  func covers(_ offset: Int, rule: String) -> Bool {
    spans.contains { $0.range.contains(offset) && $0.rules?.contains(rule) != false }
  }

  /// The findings that no comment covers, and the comments that cover one.
  func filter(_ diagnostics: [Diagnostic]) -> (kept: [Diagnostic], used: Set<Int>) {
    if spans.isEmpty { return (diagnostics, []) }
    var used: Set<Int> = []
    let kept = diagnostics.filter { diagnostic in
      let covering = spans.filter {
        $0.range.contains(diagnostic.range.lowerBound) && $0.rules?.contains(diagnostic.rule) != false
      }
      used.formUnion(covering.map(\.comment))
      return covering.isEmpty
    }
    return (kept, used)
  }

  /// The comments of ours that covered nothing although all the rules that they name were asked; those for awesome-lint are its business.
  func unused(but used: Set<Int>, among asked: Set<String>) -> Set<Int> {
    let everyRule = Set(Rule.all.filter { $0.defaultSeverity != nil }.map(\.id))
    return Set(
      comments.indices.filter { position in
        let comment = comments[position]
        guard !comment.isForeign, comment.action != .enable, !used.contains(position) else { return false }
        return comment.names.isEmpty
          ? asked.isSuperset(of: everyRule) : comment.names.allSatisfy { asked.contains($0.text) }
      })
  }

  private mutating func add(_ comment: SuppressionComment, _ position: Int, _ index: ListIndex) {
    let source = index.list.document.source
    let end = source.bytes.count + 1
    let range = comment.comment.range
    let rules =
      comment.names.isEmpty ? nil : comment.names.flatMap { AwesomeLintIDs.rules(for: $0.text) ?? [$0.text] }
    let covered: SourceRange
    switch comment.action {
    case .enable:
      if !close(rules, at: range.lowerBound) { idleComments.insert(position) }
      return
    case .disable: covered = SourceRange(range.upperBound, end)
    case .file: covered = SourceRange(0, end)
    case .line: covered = source.wholeLine(source.lineIndex(at: range.lowerBound))
    case .nextLine: covered = source.wholeLine(source.lineIndex(at: max(range.upperBound - 1, 0)) + 1)
    case .ignore: covered = index.node(behind: range) ?? SourceRange(end, end)
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

extension ListIndex {
  /// The inline behind a comment in its paragraph, else the outermost block behind it.
  fileprivate func node(behind comment: SourceRange) -> SourceRange? {
    let start = comment.upperBound
    let paragraph = blocks.last { $0.kind != .html && $0.range.contains(comment) && !$0.inlines.isEmpty }
    if let paragraph, paragraph.range.upperBound > start {
      return inlines(in: SourceRange(start, paragraph.range.upperBound)).first?.range
    }
    return blocks.first { $0.range.lowerBound >= start }?.range
  }
}
