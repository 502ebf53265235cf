public import AwesomeList
public import JSON
import Markdown
import Source

/// A list in formats of other programs.
public struct ListExport: Sendable {
  let list: List

  public init(_ list: List) {
    self.list = list
  }

  /// The list as JSON text.
  public var json: String { value.text }

  /// The list as one JSON object; `ListSchema` describes it.
  public var value: JSONValue {
    .object([
      JSONMember("title", .optional(list.title?.text)),
      JSONMember("blurb", .optional(list.blurb?.text)),
      JSONMember("entries", .array(list.looseEntries.map(json))),
      JSONMember("sections", .array(list.sections.compactMap(json))),
    ])
  }

  private func json(_ section: Section) -> JSONValue? {
    // The contents list only repeats the sections.
    if section.isContents { return nil }
    return [
      "title": .string(section.title),
      "emoji": .optional(section.emoji),
      "level": .integer(section.level),
      "anchor": .string(section.anchor),
      "line": line(of: section.heading.range),
      "entries": .array(section.entries.map(json)),
      "sections": .array(section.sections.compactMap(json)),
    ]
  }

  private func json(_ entry: Entry) -> JSONValue {
    [
      "title": .string(entry.title),
      "url": .optional(entry.url),
      "description": .optional(entry.description?.text),
      "shape": .string(entry.shape.rawValue),
      "line": line(of: entry.range),
      "links": .array(entry.furtherLinks.map { ["text": .string($0.text), "url": .string($0.url)] }),
      "tags": .array(entry.tags.map { .string($0) }),
      "children": .array(entry.children.map(json)),
    ]
  }

  private func line(of range: SourceRange) -> JSONValue {
    .integer(list.document.source.location(of: range.lowerBound).line)
  }
}
