internal import LinkChecking
internal import Source

/// Reads outcome lines in pieces of any size, from any number of files, into nights.
public struct OutcomeReader: Sendable {
  /// More damage than this is counted only.
  private static let problemLimit = 20
  /// No line of this program is longer.
  private static let lineLimit = 1 << 20

  /// The lines of a file that cannot be used.
  public struct Damage: Hashable, Sendable {
    /// The first ones.
    public fileprivate(set) var problems: [LineProblem] = []
    /// How many there are.
    public fileprivate(set) var count = 0
    /// Whether the last line is torn, as where the writer was killed.
    public fileprivate(set) var isTorn = false
  }

  private var nightsByDate: [Day: Night] = [:]
  private var damage = Damage()
  private var rest: [UInt8] = []
  private var line = 0
  /// The date and the shard of the last line: those of most lines are the same.
  private var last: (date: Day, shard: [UInt8])?

  public init() {}

  /// The nights, the oldest first.
  public var nights: [Night] { nightsByDate.values.sorted { $0.date < $1.date } }

  /// Takes the next piece of a file.
  public mutating func read(_ piece: [UInt8]) {
    var start = 0
    let bytes = rest.isEmpty ? piece : rest + piece
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      readLine(bytes, start..<end)
      start = end + 1
    }
    rest = Array(bytes[start...])
    if rest.count > Self.lineLimit {
      rest = []
      report("the line is too long")
    }
  }

  /// Ends a file; a last line without a newline counts if it is whole.
  public mutating func endFile() -> Damage {
    damage.isTorn = !rest.isEmpty && !add(rest, 0..<rest.count)
    defer { (rest, line, damage) = ([], 0, Damage()) }
    return damage
  }

  private mutating func readLine(_ bytes: [UInt8], _ range: Range<Int>) {
    line += 1
    if bytes[range].allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { return }
    if !add(bytes, range) { report("not an outcome") }
  }

  private mutating func report(_ text: String) {
    damage.count += 1
    if damage.problems.count < Self.problemLimit { damage.problems.append(LineProblem(line: line, text: text)) }
  }

  private mutating func add(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let line = OutcomeLine(bytes, range) else { return false }
    if line.verdict == .ok, let keys = line.keys {
      nightsByDate[line.date, default: Night(date: line.date)].addFine(url: keys.url, host: keys.host)
      if !line.hasNetwork { nightsByDate[line.date]?.loseNetwork() }
      addShard(of: line)
      return true
    }
    guard let outcome = line.outcome else { return false }
    nightsByDate[line.date, default: Night(date: line.date)].add(outcome)
    return true
  }

  private mutating func addShard(of line: OutcomeLine) {
    let shard = line.shardText
    if shard.isEmpty { return }
    if let last, last.date == line.date, last.shard.elementsEqual(shard) { return }
    last = (line.date, Array(shard))
    nightsByDate[line.date]?.addShard(shard)
  }
}
