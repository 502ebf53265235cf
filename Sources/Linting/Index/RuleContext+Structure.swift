import AwesomeList
import Markdown
import Source

extension RuleContext {
  /// The text before the first section, with the title.
  var header: SourceRange {
    SourceRange(0, list.sections.first?.heading.range.lowerBound ?? source.bytes.count)
  }

  /// Whether the list begins with a title in HTML: a heading, or a centred picture.
  var hasHTMLHeader: Bool {
    list.document.blocks.contains { block in
      guard block.kind == .html, header.contains(block.range) else { return false }
      let html = source[block.range].lowercased()
      return html.hasHeadingTag || (html.holds("<img") && html.holds("center"))
    }
  }

  /// The sections that are about the list's subject.
  var subjectSections: [Section] {
    list.sections.filter { !$0.isFooter && !$0.heading.isContents && !$0.isAboutTheList }
  }

  /// The heading in which a place is, the title's included; nil for a place in none.
  func heading(holding place: SourceRange) -> Heading? {
    let sections = index.sections
    let next = sections.partitioningIndex { $0.heading.range.lowerBound > place.lowerBound }
    let heading = next > 0 ? sections[next - 1].heading : nil
    return [list.title, heading].compactMap(\.self).first { $0.range.contains(place) }
  }

  /// The edits that turn the links to a heading to the anchor that it has with other words; nil where one is not written in one place.
  func edits(ofLinksTo heading: Heading, renamed words: String) -> [Edit]? {
    var edits: [Edit] = []
    for link in list.links where link.url == "#" + heading.anchor {
      guard let range = link.destinationRange else { return nil }
      edits.append(Edit(range, "#" + Slugger.slug(words)))
    }
    return edits
  }

  /// The newline that the file uses.
  var lineEnd: String {
    guard source.lineCount > 1 else { return "\n" }
    let start = source.lineStarts[1]
    return start >= 2 && source.bytes[start - 2] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }
}

extension Section {
  /// Whether the guidelines want the section left out of the contents list.
  var isAboutTheList: Bool {
    [
      "contributing", "footnotes", "related lists", "related", "see also", "license", "licence", "contributors",
      "legend",
    ]
    .contains(title.lowercased())
  }

  /// Whether the section or one below it recommends something.
  var hasEntries: Bool { !entries.isEmpty || sections.contains(where: \.hasEntries) }

  /// Whether the section is about the licence.
  var isLicense: Bool {
    ["license", "licence", "licensing", "licenses"].contains(title.lowercased())
  }
}

extension String {
  /// Whether the text has the tag of a heading in it, in lower case.
  fileprivate var hasHeadingTag: Bool {
    let bytes = Array(utf8)
    return bytes.indices.dropLast(3).contains { start in
      guard bytes.holds("<h", at: start), (0x31...0x36).contains(bytes[start + 2]) else { return false }
      let next = bytes[start + 3]
      return next == UInt8(ascii: ">") || next.isASCIIWhitespace
        || next >= 0x80
          && String(decoding: bytes[(start + 3)...], as: UTF8.self).unicodeScalars.first?.isWhitespace
            == true
    }
  }
}
