import AwesomeList
import Markdown
import Source

/// Finds the numbers of section headings: `1.`, `2)`, `1.2` or `1.2.`, from 0 or 1.
///
/// A number that does not count the sections of its level, as in "3. Party" or "2020. A year", is part of the name.
enum SectionNumbers {
  /// The edits that remove the numbers.
  static func edits(in list: List) -> [Edit] {
    numbers(of: list.sections).compactMap { heading, number in
      guard let range = heading.block.inlines.first?.range else { return nil }
      let bytes = list.document.source.bytes(in: range)
      guard bytes.starts(with: number.utf8) else { return nil }
      return Edit(SourceRange(range.lowerBound, range.lowerBound + number.utf8.count), "")
    }
  }

  /// The texts of the headings without their numbers, by the headings' offsets.
  static func headings(in list: List) -> [Int: String] {
    Dictionary(
      numbers(of: list.sections).map { heading, number in
        (heading.range.lowerBound, String(heading.text.removing(prefix: number) ?? heading.text[...]))
      }
    ) { first, _ in first }
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
