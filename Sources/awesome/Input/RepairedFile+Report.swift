import Source
import TextEncodings
import TextRepair

extension RepairedFile {
  /// The most places of one file that are reported one by one: the notes would outgrow the file.
  private static let reportLimit = 1000

  /// The damage that stays, without what comments suppress.
  private var left: [Mojibake] { damage.filter { !$0.isApplicable && $0.obstacle != .suppressed } }

  /// Prints the damage that was not repaired.
  func printLeft() {
    let left = self.left
    for repair in left.prefix(Self.reportLimit) {
      let place = text.source.location(of: repair.range.lowerBound)
      let hint =
        repair.candidates.isEmpty
        ? "" : "; candidates: " + repair.candidates.map { "“\($0)”" }.joined(separator: ", ")
      Console.note(
        "\(input.name):\(place.line):\(place.column): “\(repair.before)” not repaired: \(repair.reason)\(hint)")
    }
    if left.count > Self.reportLimit {
      Console.note("\(input.name): \(left.count - Self.reportLimit) more places not repaired")
    }
  }

  /// Prints the encoding in which a file was read that is written elsewhere.
  func printEncoding() {
    guard text.isTranscoded else { return }
    Console.note("\(input.name): read as \(text.encoding.name), written as UTF-8")
  }

  /// Prints what was repaired, or what would be.
  func printOutcome(isWritten: Bool) {
    let (repaired, left) = (damage.count(where: \.isApplicable), self.left.count)
    var parts: [String] = []
    if text.isTranscoded {
      parts.append("read as \(text.encoding.name), \(isWritten ? "" : "would be ")written as UTF-8")
    } else if repaired == 0, text.hasByteOrderMark {
      // Beside repairs it needs no mention; as the only change it does.
      parts.append("byte order mark \(isWritten ? "" : "would be ")removed")
    }
    switch (repaired, left) {
    case (0, 0): parts.append(parts.isEmpty ? "nothing to repair" : "nothing else to repair")
    case (0, _): parts.append("\(counted(left, "damaged place")) not repaired")
    default:
      parts.append("\(counted(repaired, "damaged place")) \(isWritten ? "" : "would be ")repaired")
      if left > 0 { parts.append("\(left) not repaired") }
    }
    Console.note("\(input.name): \(parts.joined(separator: "; "))")
  }
}

extension Mojibake {
  /// The reason why it stays.
  var reason: String { obstacle?.reason ?? "no candidate" }
}
