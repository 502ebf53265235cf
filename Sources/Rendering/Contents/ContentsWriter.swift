import AwesomeList
import Markdown
import Source

/// Writes a new contents list.
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

  /// One item per section, to the configured depth or 1; sections about the project are left out.
  func lines(bullet: Character) -> [String] {
    list.sections.flatMap { lines(of: $0, indentation: 0, depth: options.contentsDepth ?? 1, bullet) }
  }

  private func lines(of section: Section, indentation: Int, depth: Int, _ bullet: Character) -> [String] {
    if section.heading.range == place.heading?.range {
      // A contents heading of a high level may have the list's sections below it.
      return section.sections.flatMap { lines(of: $0, indentation: indentation, depth: depth, bullet) }
    }
    guard depth > 0, section.belongsInContents else { return [] }
    let marker = String(repeating: "  ", count: indentation) + (indentation == 0 ? String(bullet) : "-")
    let text = section.heading.text.escapedForLinkText
    let item = "\(marker) [\(text)](#\(anchors.anchor(section.heading.anchor)))"
    return [item] + section.sections.flatMap { lines(of: $0, indentation: indentation + 1, depth: depth - 1, bullet) }
  }
}
