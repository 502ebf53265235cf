import AwesomeList
public import Diagnostics
import Markdown
public import Source

/// The severities that apply in the sections of one list.
struct SectionOverrides {
  private struct Span {
    let range: SourceRange
    let severities: [String: Severity?]
    /// The position of the span around it that is looked at next; nil where there is none.
    var outer: Int?
  }

  /// Inner sections after outer ones.
  private var spans: [Span] = []

  var isEmpty: Bool { spans.isEmpty }

  init(_ overrides: [SectionOverride], in list: List) {
    if overrides.isEmpty { return }
    let end = list.document.source.bytes.count + 1
    // From the last section to the first: each ends where the next one begins that is not below it.
    var following: [(level: Int, start: Int)] = []
    for section in list.allSections.reversed() {
      while let next = following.last, next.level > section.level { following.removeLast() }
      let start = section.heading.range.lowerBound
      let range = SourceRange(start, max(following.last?.start ?? end, start))
      following.append((section.level, start))
      for override in overrides.reversed() where override.title.matches(section.title) {
        spans.append(Span(range: range, severities: override.severities))
      }
    }
    spans.reverse()
    var open: [Int] = []
    for position in spans.indices {
      while let last = open.last, spans[last].range.upperBound <= spans[position].range.lowerBound { open.removeLast() }
      spans[position].outer = open.last
      open.append(position)
    }
  }

  /// What replaces a rule's severity at a place; nil where nothing does, and nil within where the rule is off.
  func severity(of rule: String, at offset: Int) -> Severity?? {
    // A long list has as many sections as findings: none but those around the place are looked at.
    let next = spans.partitioningIndex { $0.range.lowerBound > offset }
    var position = next > 0 ? next - 1 : nil
    while let current = position {
      let span = spans[current]
      if span.range.contains(offset), let severity = span.severities[rule] { return .some(severity) }
      position = span.outer
    }
    return nil
  }
}

/// Severities that apply in sections with some titles, and in the sections below them.
public struct SectionOverride: Sendable {
  public let title: Glob
  /// The severities by rule id; nil there switches a rule off.
  public let severities: [String: Severity?]

  public init(title: Glob, severities: [String: Severity?]) {
    self.title = title
    self.severities = severities
  }
}
