public import AwesomeList
public import JSON
import Markdown
import Source

/// A list in formats of other programs.
public struct ListExport: Sendable {
  /// The version of the JSON format: it changes when a program that reads the old one would fail.
  public static let version = 1

  let list: List
  let origin: ListOrigin

  public init(_ list: List, origin: ListOrigin = ListOrigin()) {
    self.list = list
    self.origin = origin
  }

  /// The list as JSON text.
  public var json: String { value.text }

  /// The list as one JSON object; `ListSchema` describes it.
  public var value: JSONValue {
    let content = ListContent(list)
    return .object([
      JSONMember("version", .integer(Self.version)),
      JSONMember("title", .optional(list.title?.text)),
      JSONMember("blurb", .optional(list.blurb?.text)),
      JSONMember("blocks", json(content.preamble)),
      JSONMember("entries", .array(list.looseEntries.map { json($0, content) })),
      JSONMember("sections", .array(list.sections.compactMap { json($0, content) })),
    ])
  }

  private func json(_ section: Section, _ content: ListContent) -> JSONValue? {
    let blocks = content.contents(of: section)
    // The contents list only repeats the sections.
    if section.isContents, blocks.isEmpty { return nil }
    return [
      "title": .string(section.title),
      "emoji": .optional(section.emoji),
      "level": .integer(section.level),
      "anchor": .string(section.anchor),
      "line": line(at: section.heading.range.lowerBound),
      "blocks": json(blocks),
      "entries": .array(section.entries.map { json($0, content) }),
      "sections": .array(section.sections.compactMap { json($0, content) }),
    ]
  }

  private func json(_ entry: Entry, _ content: ListContent) -> JSONValue {
    [
      "title": .string(entry.title),
      "url": .optional(entry.url),
      "description": .optional(entry.description?.text),
      "shape": .string(entry.shape.rawValue),
      "line": line(at: entry.range.lowerBound),
      "links": json(content.links(of: entry).map { (text: $0.text, url: $0.url) }),
      "tags": .array(entry.visibleTags.map { .string($0) }),
      "blocks": json(content.contents(of: entry)),
      "children": .array(entry.children.map { json($0, content) }),
    ]
  }

  private func json(_ blocks: [Content]) -> JSONValue {
    .array(
      blocks.map { block in
        [
          "kind": .string(block.kind.rawValue),
          "text": .string(block.text),
          "links": json(block.allRuns.compactMap { run in run.link.map { (text: run.text, url: $0.url) } }),
          "line": line(at: block.offset),
        ]
      })
  }

  private func json(_ links: [(text: String, url: String)]) -> JSONValue {
    .array(links.map { ["text": .string($0.text), "url": .string($0.url)] })
  }

  private func line(at offset: Int) -> JSONValue {
    .integer(list.document.source.location(of: offset).line)
  }
}
