internal import JSON
internal import LinkChecking
internal import Source

extension LinkCache {
  /// Reads the file of a cache; one of another version, or of another kind, is empty.
  public init(_ bytes: [UInt8]) {
    var start = 0
    var number = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let range = start..<end
      (start, number) = (end + 1, number + 1)
      if range.isEmpty { continue }
      if number == 1 {
        guard Self.isHeader(bytes, range) else {
          problems = [LineProblem(line: 1, text: "not the first line of a cache of this version")]
          return
        }
      } else if let (url, entry) = Self.entry(bytes, range) {
        set(url, entry)
      } else {
        problems.append(LineProblem(line: number, text: "not a line of a cache"))
      }
    }
  }

  private static func isHeader(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let members = bytes.json(in: range) else { return false }
    return members["awesome"]?.string == "cache" && members["version"]?.integer == version
  }

  private static func entry(_ bytes: [UInt8], _ range: Range<Int>) -> (String, Entry)? {
    guard var reader = LineReader(bytes, range) else { return nil }
    var (url, tag, modified): (String?, String?, String?)
    var (since, lastOK): (Day?, Day?)
    while let (key, value) = reader.next() {
      if bytes.matches("url", in: key) {
        url = bytes.string(in: value)
      } else if bytes.matches("since", in: key) {
        since = bytes.day(in: value)
      } else if bytes.matches("ok", in: key) {
        lastOK = bytes.day(in: value)
      } else if bytes.matches("etag", in: key) {
        tag = bytes.string(in: value)
      } else if bytes.matches("modified", in: key) {
        modified = bytes.string(in: value)
      }
    }
    guard reader.isComplete, let url, !url.isEmpty, let since, let lastOK, since <= lastOK else { return nil }
    return (url, Entry(since: since, lastOK: lastOK, validator: Validator(tag: tag, modified: modified)))
  }

  /// The file: a header, then a line for each link, sorted by URL.
  public var bytes: [UInt8] {
    var writer = LineWriter()
    writer.begin()
    writer.write("awesome", "cache")
    writer.write("version", Self.version)
    writer.end()
    for (url, entry) in sorted {
      writer.begin()
      writer.write("url", url)
      writer.write("since", entry.since.description)
      writer.write("ok", entry.lastOK.description)
      if let tag = entry.validator?.tag { writer.write("etag", tag) }
      if let modified = entry.validator?.modified { writer.write("modified", modified) }
      writer.end()
    }
    return writer.bytes
  }
}
