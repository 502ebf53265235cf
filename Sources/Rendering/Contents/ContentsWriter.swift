import AwesomeList
import Markdown
import Source

/// Writes a contents list.
struct ContentsWriter {
  let list: List
  let place: ContentsPlace
  let anchors: AnchorMap
  let options: RenderOptions
  let headingShift: Int

  /// The heading of a new contents list.
  var heading: String {
    let level = (list.sections.first?.level ?? 2) + headingShift
    return String(repeating: "#", count: min(level, 6)) + " " + options.contentsTitle
  }

  /// One item per section, to the configured or present depth; sections about the project are left out.
  func lines(bullet: Character) -> [String] {
    let depth = options.contentsDepth ?? place.depth
    return list.sections.flatMap { lines(of: $0, indentation: 0, depth: depth, bullet) }
  }

  private func lines(of section: Section, indentation: Int, depth: Int, _ bullet: Character) -> [String] {
    guard depth > 0, !section.isFooter else { return [] }
    if section.heading.range == place.heading?.range {
      // A contents heading of a high level may have the list's sections below it.
      return section.sections.flatMap { lines(of: $0, indentation: indentation, depth: depth, bullet) }
    }
    let text = Self.escaped(section.heading.text)
    let marker = String(repeating: "  ", count: indentation) + (indentation == 0 ? String(bullet) : "-")
    let item = "\(marker) [\(text)](#\(anchors.anchor(section.heading.anchor)))"
    return [item] + section.sections.flatMap { lines(of: $0, indentation: indentation + 1, depth: depth - 1, bullet) }
  }

  /// The text of a heading as a link's text, with markup characters escaped.
  private static func escaped(_ text: String) -> String {
    let markup = "\\`*_[]<>&~".utf8
    guard text.utf8.contains(where: markup.contains) else { return text }
    // All are ASCII, so none is part of another character.
    return String(decoding: text.utf8.flatMap { markup.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }, as: UTF8.self)
  }
}
