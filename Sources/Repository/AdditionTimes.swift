/// Reads from the log of a file when addresses were added to it.
struct AdditionTimes {
  /// The time of the oldest commit that added each address, in seconds since 1970.
  private(set) var times: [String: Int] = [:]

  /// The most ends of an address that are tried, where brackets and quotes may be a part of it or not.
  private static let endLimit = 8

  private let wanted: Set<ArraySlice<UInt8>>

  /// Reads what `git log -p -U0 --format=%x00%ct` prints, the newest commit first.
  init(log: [UInt8], addresses: Set<String>) {
    wanted = Set(addresses.map { Array($0.utf8)[...] })
    var time: Int?
    var isInHunk = false
    for line in log.split(separator: UInt8(ascii: "\n")) {
      guard let first = line.first else { continue }
      if first == 0 {
        time = Int(String(decoding: line.dropFirst(), as: UTF8.self))
        isInHunk = false
      } else if line.starts(with: "diff --git ".utf8) {
        // A line of the file would begin with a sign.
        isInHunk = false
      } else if line.starts(with: "@@ ".utf8) {
        isInHunk = true
      } else if isInHunk, first == UInt8(ascii: "+"), let time {
        read(line.dropFirst(), at: time)
      }
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>, at time: Int) {
    var index = line.startIndex
    while let start = line[index...].firstIndex(where: { Self.delimiters.contains($0) }).map({ $0 + 1 }) {
      index = start
      note(line[start...], at: time)
    }
    note(line, at: time)
  }

  /// Looks for an address at the beginning of a text.
  private mutating func note(_ text: ArraySlice<UInt8>, at time: Int) {
    var end = text.startIndex
    for _ in 0..<Self.endLimit {
      end = text[end...].firstIndex { Self.delimiters.contains($0) } ?? text.endIndex
      let candidate = text[text.startIndex..<end]
      // The log is read from the newest commit to the oldest, whose time is the one that stays.
      if wanted.contains(candidate) { times[String(decoding: candidate, as: UTF8.self)] = time }
      if end == text.endIndex || text[end] == UInt8(ascii: " ") { return }
      end += 1
    }
  }

  /// What can stand beside an address in Markdown and HTML.
  private static let delimiters = Set(" \t\r()<>[]\"'|".utf8)
}
