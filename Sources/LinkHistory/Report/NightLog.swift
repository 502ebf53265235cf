internal import LinkChecking
internal import Source

/// One line a night: its date, whether it was trusted, how long it took, and its links by verdict.
public struct NightLog: Hashable, Sendable {
  private var lines: [(date: Day?, bytes: [UInt8], isTrusted: Bool)] = []

  /// Reads a log; lines that are damaged stay as they are.
  public init(_ bytes: [UInt8] = []) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if end > start { lines.append(Self.line(bytes, start..<end)) }
      start = end + 1
    }
  }

  private static func line(_ bytes: [UInt8], _ range: Range<Int>) -> (Day?, [UInt8], Bool) {
    var date: Day?
    var isTrusted = false
    if var reader = LineReader(bytes, range) {
      while let (key, value) = reader.next() {
        if bytes.matches("date", in: key) { date = bytes.day(in: value) }
        if bytes.matches("trusted", in: key) { isTrusted = bytes.matches("true", in: value) }
      }
    }
    return (date, Array(bytes[range]), isTrusted)
  }

  /// Adds a night in place of an earlier run of the same date, unless only that one was trusted.
  ///
  /// - Parameter seconds: how long the run took; nil where that is not known.
  public mutating func add(_ night: Night, distrust: Distrust?, seconds: Int?) {
    let counts = night.counts
    var writer = LineWriter()
    writer.begin()
    writer.write("date", night.date.description)
    writer.write("trusted", raw: distrust == nil ? "true" : "false")
    writer.write("reason", distrust?.description)
    writer.write("seconds", seconds)
    writer.write("links", counts.values.reduce(0, +))
    if night.freshCount > 0 { writer.write("fresh", night.freshCount) }
    for verdict in Verdict.allCases where verdict != .unchecked && verdict != .excluded {
      writer.write(verdict.rawValue, counts[verdict] ?? 0)
    }
    writer.end()
    let line = (date: Optional(night.date), bytes: Array(writer.bytes.dropLast()), isTrusted: distrust == nil)
    if let index = lines.firstIndex(where: { $0.date == night.date }) {
      if distrust == nil || !lines[index].isTrusted { lines[index] = line }
    } else {
      let place = lines.firstIndex { $0.date.map { $0 > night.date } ?? false } ?? lines.endIndex
      lines.insert(line, at: place)
    }
  }

  /// The file.
  public var bytes: [UInt8] { lines.flatMap { $0.bytes + [UInt8(ascii: "\n")] } }

  public static func == (left: NightLog, right: NightLog) -> Bool { left.bytes == right.bytes }

  public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
