import AwesomeList
import Source

/// The sections of a list by the anchors that lead to them.
struct AnchoredSections {
  private let byAnchor: [String: Section]
  /// The names of the sections beside each one and its own, by the start of its heading.
  private let namesBeside: Lazy<[Int: Set<String>]>
  private let context: RuleContext

  init(_ context: RuleContext) {
    let sections = context.index.sections
    byAnchor = Dictionary(sections.map { ($0.anchor, $0) }, uniquingKeysWith: { first, _ in first })
    let groups = [context.list.sections] + sections.map(\.sections)
    namesBeside = Lazy {
      groups.reduce(into: [:]) { result, siblings in
        let names = Set(siblings.map(\.title.lettersAndDigits))
        for section in siblings { result[section.heading.range.lowerBound] = names }
      }
    }
    self.context = context
  }

  /// The section to which a link leads by its fragment: that of its heading, or of a tag such as `<a name="x"></a>` in the heading or
  /// before it, unless it has the name of a section beside that one, before which the tag may have been once.
  func section(at fragment: String, named text: String) -> Section? {
    if let section = byAnchor[Anchors.target(of: fragment)] { return section }
    guard let place = context.list.anchors.tagOffset(for: fragment) else { return nil }
    let sections = context.index.sections
    let next = sections.partitioningIndex { $0.heading.range.upperBound > place }
    guard next < sections.count else { return nil }
    let (section, name) = (sections[next], text.lettersAndDigits)
    let start = section.heading.range.lowerBound
    guard start <= place || hasTagsAlone(SourceRange(place, start)) else { return nil }
    let isAnothers = section.title.lettersAndDigits != name && namesBeside.value[start]?.contains(name) == true
    return isAnothers ? nil : section
  }

  /// Whether there is nothing but tags and blanks in a range.
  private func hasTagsAlone(_ range: SourceRange) -> Bool {
    var isInTag = false
    for byte in context.source.bytes(in: range) {
      if byte == UInt8(ascii: "<") { isInTag = true }
      guard isInTag || byte <= 0x20 else { return false }
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    return !isInTag
  }
}
