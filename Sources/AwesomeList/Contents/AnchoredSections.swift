import Source

/// The sections of a list by the anchors that lead to them.
struct AnchoredSections {
  /// Every section, in the order of the text, parents before children.
  let all: [Section]
  private let anchors: Anchors
  private let source: SourceText
  private let byAnchor: [String: Section]
  /// The names of the sections beside each one and its own, by the start of its heading.
  private let namesBeside: [Int: Set<String>]

  init(_ sections: [Section], _ anchors: Anchors, in source: SourceText) {
    var all: [Section] = []
    for section in sections { section.append(to: &all) }
    self.all = all
    self.anchors = anchors
    self.source = source
    byAnchor = Dictionary(all.map { ($0.anchor, $0) }) { first, _ in first }
    var names: [Int: Set<String>] = [:]
    // Only a link to a tag needs them.
    if anchors.hasTags {
      for siblings in [sections] + all.map(\.sections) {
        let beside = Set(siblings.map(\.title.comparableName))
        for section in siblings { names[section.start] = beside }
      }
    }
    namesBeside = names
  }

  /// The section to which a link leads by its fragment: that of its heading, or of a tag such as `<a name="x"></a>` in the heading or
  /// before it, unless it has the name of a section beside that one, before which the tag may have been once.
  func section(at fragment: String, named text: String) -> Section? {
    guard let anchor = anchors.target(for: fragment) else { return nil }
    if let section = byAnchor[anchor] { return section }
    guard let place = anchors.tagOffset(for: fragment) else { return nil }
    let next = all.partitioningIndex { $0.heading.range.upperBound > place }
    guard next < all.count else { return nil }
    let section = all[next]
    guard section.start <= place || hasTagsAlone(SourceRange(place, section.start)) else { return nil }
    let name = text.comparableName
    let isAnothers = section.title.comparableName != name && namesBeside[section.start]?.contains(name) == true
    return isAnothers ? nil : section
  }

  /// The anchor that a new link to a section gets: one of the heading's own, which no other heading can move, or else GitHub's.
  func anchor(of section: Section) -> String {
    let own = anchors.tagNames(in: section.heading.range).first { name in
      !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && !"()<>\\&\"'%".utf8.contains($0) }
    }
    return own ?? section.anchor
  }

  /// Whether there is nothing but tags and blanks in a range.
  private func hasTagsAlone(_ range: SourceRange) -> Bool {
    var isInTag = false
    for byte in source.bytes(in: range) {
      if byte == UInt8(ascii: "<") { isInTag = true }
      guard isInTag || byte <= 0x20 else { return false }
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    return !isInTag
  }
}

extension Section {
  /// The offset of the heading, which identifies the section.
  var start: Int { heading.range.lowerBound }
}

extension String {
  /// The letters and digits of a name in lower case, and the signs by which names such as C, C++ and C# differ.
  package var comparableName: String {
    var plain: [UInt8] = []
    plain.reserveCapacity(utf8.count)
    for byte in utf8 {
      guard byte < 0x80 else {
        let scalars = lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "+" || $0 == "#" || $0 == "*"
        }
        return String(String.UnicodeScalarView(scalars))
      }
      if byte.isASCIIAlphanumeric || "+#*".utf8.contains(byte) { plain.append(byte.asciiLowercased) }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
