/// Hides the user names and passwords of URLs in text that is shown.
enum CredentialMask {
  /// The bytes with a `*` in the place of each byte between `://` and the last `@` before the host; their number stays the same.
  static func apply(_ bytes: [UInt8]) -> [UInt8] {
    let mark = Array("://".utf8)
    let ends = Array("/?#\\ \t<>()[]{}\"'`|".utf8)
    var bytes = bytes
    var index = 0
    while index + mark.count < bytes.count {
      guard bytes[index] == mark[0], bytes[index...].starts(with: mark) else {
        index += 1
        continue
      }
      let start = index + mark.count
      let end = bytes[start...].firstIndex { ends.contains($0) } ?? bytes.count
      if let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")) {
        for place in start..<at { bytes[place] = UInt8(ascii: "*") }
      }
      // The next address may begin where this one ends: the end is then the first slash behind its colon.
      index = max(start, end - 1)
    }
    return bytes
  }
}
