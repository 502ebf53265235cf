import TestSupport

extension SeededRandom {
  /// Random lines from an alphabet of lines; half of the texts have no final line feed.
  mutating func text(lines: Int, alphabet: Int) -> String {
    var text = ""
    for _ in 0..<lines { text += "line \(Int.random(in: 0..<alphabet, using: &self))\n" }
    if Bool.random(using: &self), !text.isEmpty { text.removeLast() }
    return text
  }

  /// The text with some lines removed, doubled and replaced.
  mutating func edited(_ text: String) -> String {
    var result: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      switch Int.random(in: 0..<20, using: &self) {
      case 0: break
      case 1: result += [String(line), String(line)]
      case 2: result.append("changed \(Int.random(in: 0..<9, using: &self))")
      default: result.append(String(line))
      }
    }
    return result.joined(separator: "\n")
  }
}
