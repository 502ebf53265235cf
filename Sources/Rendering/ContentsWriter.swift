import AwesomeList
import Markdown
import Source

/// Writes the contents list of a list.
struct ContentsWriter {
  let list: List
  let anchors: AnchorMap
  let options: RenderOptions
  let headingShift: Int

  /// The heading of a contents list that has none yet.
  var heading: String {
    let level = (list.sections.first?.level ?? 2) + headingShift
    return String(repeating: "#", count: min(level, 6)) + " " + options.contentsTitle
  }

  /// One item a section, down to the depth of the contents list that is there, else one level; sections that belong to the project,
  /// not to the list, are left out.
  var lines: [String] {
    let depth = options.contentsDepth ?? list.contents.map { Self.depth(of: $0.list) } ?? 1
    return list.sections.flatMap { lines(of: $0, indentation: 0, depth: depth) }
  }

  private func lines(of section: Section, indentation: Int, depth: Int) -> [String] {
    guard depth > 0, !section.isFooter else { return [] }
    if section.heading.range == list.contents?.heading?.range {
      // A contents heading of a high level has the list's sections below it.
      return section.sections.flatMap { lines(of: $0, indentation: indentation, depth: depth) }
    }
    let text = Self.escaped(section.heading.text)
    let item = String(repeating: "  ", count: indentation) + "- [\(text)](#\(anchors.anchor(section.heading.anchor)))"
    return [item] + section.sections.flatMap { lines(of: $0, indentation: indentation + 1, depth: depth - 1) }
  }

  private static func depth(of list: Block) -> Int {
    1
      + (list.children.flatMap(\.children).compactMap { child in
        if case .list = child.kind { depth(of: child) } else { nil }
      }.max() ?? 0)
  }

  /// The text of a heading as a link's text: characters that would be mark-up there are escaped.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>&~".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
