import AwesomeList
import Markdown
import Source

/// Finds the numbers of section headings: `1.`, `2)`, `1.2` or `1.2.`, from 0 or 1.
///
/// A number that does not count the sections of its level, as in "3. Party" or "2020. A year", is part of the name.
enum SectionNumbers {
  /// The edits that remove the numbers, also in the texts of links to the headings.
  static func edits(in list: List) -> [Edit] {
    let numbers = numbers(of: list.sections)
    let headings = numbers.compactMap { heading, number in
      edit(of: heading.block.inlines.first?.range, number, in: list)
    }
    return headings + links(to: numbers, in: list).compactMap { edit(of: $0.link.textRange, $0.number, in: list) }
  }

  private static func edit(of range: SourceRange?, _ number: String, in list: List) -> Edit? {
    guard let range, list.document.source.bytes(in: range).starts(with: number.utf8) else { return nil }
    return Edit(SourceRange(range.lowerBound, range.lowerBound + number.utf8.count), "")
  }

  /// The links to numbered headings whose texts begin with the number.
  private static func links(
    to numbers: [(heading: Heading, number: String)], in list: List
  ) -> [(link: Link, number: String)] {
    let byAnchor = Dictionary(numbers.map { ($0.heading.anchor, $0.number) }) { first, _ in first }
    return list.document.links.compactMap { link in
      let target = link.destination.ownFragment.flatMap(list.anchors.target)
      guard let number = target.flatMap({ byAnchor[$0] }), link.text.utf8.starts(with: number.utf8) else { return nil }
      return (link, number)
    }
  }

  /// The texts of blocks without the numbers, by the blocks' offsets.
  static func texts(in list: List) -> [Int: String] {
    let numbers = numbers(of: list.sections)
    var texts = Dictionary(
      numbers.map { heading, number in (heading.range.lowerBound, heading.text.without(number)) }
    ) { first, _ in first }
    let blocks = list.document.blocks
    for (link, number) in links(to: numbers, in: list) {
      guard let place = link.range?.lowerBound else { continue }
      let next = blocks.partitioningIndex { $0.range.lowerBound > place }
      guard next > 0 else { continue }
      let block = blocks[next - 1]
      let text = texts[block.range.lowerBound] ?? block.visibleText
      texts[block.range.lowerBound] = text.replacing(link.text, with: link.text.without(number), maxReplacements: 1)
    }
    return texts
  }

  private static func numbers(of sections: [Section]) -> [(heading: Heading, number: String)] {
    let found = sections.compactMap { section in
      number(of: section.heading).map { (heading: section.heading, text: $0.text, value: $0.value) }
    }
    let first = found.first?.value ?? 0
    let isCount = first <= 1 && found.enumerated().allSatisfy { $0.element.value == first + $0.offset }
    return (isCount && found.count > 1 ? found.map { ($0.heading, $0.text) } : [])
      + sections.flatMap { numbers(of: $0.sections) }
  }

  /// The number with the spaces after it, and its last part.
  private static func number(of heading: Heading) -> (text: String, value: Int)? {
    guard let inline = heading.block.inlines.first, inline.kind == .text,
      let match = inline.text.prefixMatch(of: /((?:[0-9]{1,3}\.)*)([0-9]{1,3})([.)]?)[ \t]+/),
      !match.1.isEmpty || !match.3.isEmpty, let value = Int(match.2)
    else { return nil }
    return (String(match.0), value)
  }
}

extension String {
  /// The text without a number at its start.
  fileprivate func without(_ number: String) -> String { String(Substring(utf8.dropFirst(number.utf8.count))) }
}
