/// A form of entries with its share of the bytes of real lists.
///
/// Counted by line in 31 curated lists on GitHub (3.06 MB, November 2026), in per mille of the bytes: ` - ` 329, entries with badges 184,
/// notes below an entry 130, tables 86, no separator 59, dashes 47, colons 34, paragraphs 30, nested entries 28, raw HTML 26, no
/// description 20, quotes 4, code and reference links 1 each; the rest is headings and contents lists. 56 ‰ of the bytes are Chinese,
/// Japanese or Korean. A section has 2 kB.
struct ListShape: Sendable {
  /// Per mille of the bytes.
  let share: Int
  /// The lines before the first entry, such as the header of a table.
  var opening = ""
  var separator = "\n"
  let entry: @Sendable (inout ListWriter) -> String

  /// The entries of a section: 1 to 4 kB, less of rare shapes.
  func section(_ writer: inout ListWriter) -> String {
    let size = min(1000 * writer.number(4), 20 * share)
    var text = opening
    repeat { text += entry(&writer) + separator } while text.utf8.count < size
    return text
  }
}

extension ListShape {
  static let markdown = [
    ListShape(share: 329) { "\($0.bullet)\($0.link()) - \($0.description())" },
    ListShape(share: 129) { "\($0.bullet)\($0.link()) - \($0.description())\($0.icons())" },
    ListShape(share: 55) { "\($0.bullet)\($0.link()) - \($0.description())\($0.buildBadge())" },
    ListShape(share: 130) { "\($0.bullet)\($0.link()): \($0.description())\($0.notes())" },
    ListShape(share: 86, opening: "| Name | Description | Level |\n|---|---|---|\n") {
      "| \($0.emoji()) \($0.link()) | \($0.description()) | A\($0.number(2)) |"
    },
    ListShape(share: 59) { "\($0.bullet)\($0.link()) [\($0.number(2000))⭐] \($0.description())" },
    ListShape(share: 47) { "\($0.bullet)\($0.link()) – \($0.description())" },
    ListShape(share: 34) { "\($0.bullet)\($0.link()): \($0.description())" },
    ListShape(share: 30, separator: "\n\n") { $0.paragraph() },
    ListShape(share: 28) { "\($0.bullet)\($0.link()) - \($0.description())\($0.children())" },
    ListShape(share: 20) { "\($0.bullet)\($0.link())" },
    ListShape(share: 14, separator: "\n\n") { $0.details() },
    ListShape(share: 12, separator: "\n\n") { $0.pictures() },
    ListShape(share: 4) { "\($0.bullet)\($0.link())\n> \($0.description())" },
    ListShape(share: 1) { "\($0.bullet)\($0.reference()) - \($0.description())" },
    ListShape(share: 1, separator: "\n\n") { "```sh\nbrew install \($0.slug())\n```" },
  ]

  /// The one list in raw HTML has a `details` element with a quote for each entry, 420 bytes in the mean; tables and paragraphs are added.
  static let html = [
    ListShape(share: 900, separator: "\n\n") { $0.details() },
    ListShape(share: 50, separator: "\n\n") { $0.table() },
    ListShape(share: 50, separator: "\n\n") { "<p>\($0.anchor()) - \($0.description())</p>" },
  ]
}
