import Source

/// The part of a document that a contents list covers: all of it, or a chapter.
struct ContentsScope {
  let chapter: Section?
  private let outermost: [Section]

  /// The innermost chapter around the list to whose sections most of its links lead; without one, the document.
  ///
  /// `targets` are the offsets of the headings of the sections that its links lead to.
  init(of targets: [Int], at place: SourceRange, below heading: Heading?, in sections: [Section]) {
    let path = Self.path(to: place.lowerBound, in: sections)
    var outermost = sections
    var chapter: Section?
    for (index, section) in path.enumerated().reversed() {
      let inner = section.subsectionStarts
      guard targets.count(where: inner.contains) * 2 > targets.count else { continue }
      let siblings = index > 0 ? path[index - 1].sections : sections
      if section.start == heading?.range.lowerBound {
        // A contents heading of a high level has the sections below it.
        outermost = siblings
        chapter = index > 0 ? path[index - 1] : nil
      } else {
        outermost = section.sections
        // A document whose only section has all others in it has its title there.
        let isWhole = index == 0 && siblings.allSatisfy { $0.start == section.start || $0.isOptionalInContents }
        chapter = isWhole ? nil : section
      }
      break
    }
    self.chapter = chapter
    // The contents heading is no section, but those below it may be.
    let sections = outermost.flatMap { $0.start == heading?.range.lowerBound ? $0.sections : [$0] }
    // A heading above the level of all that are named begins another part of the document.
    let named = Set(targets)
    let levels = sections.filter { named.contains($0.start) || !$0.subsectionStarts.isDisjoint(with: named) }.map(
      \.level)
    self.outermost = sections.filter { $0.level >= levels.min() ?? 0 }
  }

  /// The outermost sections after the contents list.
  func covered(after contents: SourceRange) -> [Section] {
    outermost.filter { $0.start >= contents.upperBound }
  }

  /// The sections around a place, the outermost first.
  static func path(to offset: Int, in sections: [Section]) -> [Section] {
    var path: [Section] = []
    var siblings = sections
    while let section = siblings.last(where: { $0.start <= offset }) {
      path.append(section)
      siblings = section.sections
    }
    return path
  }
}

extension Section {
  /// The offsets of the headings of all sections inside.
  fileprivate var subsectionStarts: Set<Int> {
    var all: [Section] = []
    append(to: &all)
    return Set(all.dropFirst().map(\.start))
  }
}
