public import AwesomeList
public import JSON
import Markdown
import Source

/// A list in a form for other programs.
public struct ListExport: Sendable {
  let list: List

  public init(_ list: List) {
    self.list = list
  }

  /// The list as JSON text: `value`, written.
  public var json: String { value.text }

  /// The list as one JSON object, as `ListSchema` describes it; lines count from 1, what is not there is null, and `entries` are those outside of any section.
  public var value: JSONValue {
    .object([
      JSONMember("title", .optional(list.title?.text)),
      JSONMember("blurb", .optional(list.blurb?.text)),
      JSONMember("entries", .array(list.looseEntries.map(json))),
      JSONMember("sections", .array(list.sections.compactMap(json))),
    ])
  }

  private func json(_ section: Section) -> JSONValue? {
    // The contents list repeats the sections: it is none itself.
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
