import AwesomeList
public import Markup

extension ListExport {
  /// An outline of sections and entries. Source: OPML 2.0; an entry is an outline of type `link`.
  public func opml() throws(XMLError) -> String {
    let writer = try XMLWriter()
    try writer.element("opml", [("version", "2.0")]) { () throws(XMLError) in
      try writer.element("head") { () throws(XMLError) in
        try writer.element("title", text: list.title?.text ?? "")
      }
      try writer.element("body") { () throws(XMLError) in
        for entry in list.looseEntries { try Self.write(entry, to: writer) }
        for section in list.sections { try Self.write(section, to: writer) }
      }
    }
    return try writer.finish()
  }

  private static func write(_ section: Section, to writer: XMLWriter) throws(XMLError) {
    if section.isContents { return }
    try writer.element("outline", [("text", section.heading.text)]) { () throws(XMLError) in
      for entry in section.entries { try write(entry, to: writer) }
      for section in section.sections { try write(section, to: writer) }
    }
  }

  private static func write(_ entry: Entry, to writer: XMLWriter) throws(XMLError) {
    let url = entry.url.flatMap(SafeAddress.of)
    let attributes = [
      ("text", entry.title.isEmpty ? url ?? "" : entry.title), ("type", url == nil ? nil : "link"), ("url", url),
      ("description", entry.description?.text),
    ]
    try writer.element("outline", attributes) { () throws(XMLError) in
      for child in entry.children { try write(child, to: writer) }
    }
  }
}
