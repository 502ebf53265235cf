/// Matches the controls that open and close a text direction, line by line (Unicode Standard Annex 9).
struct DirectionBalance {
  private(set) var unbalanced: [CharacterProblemSearch.Place] = []
  private var open: [CharacterProblemSearch.Place] = []
  private var line = -1

  /// Whether a character opens or closes a direction; LRM, RLM and ALM do neither.
  static func isControl(_ value: UInt32) -> Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }

  /// Adds the next control of the text; after the last one, `finish` completes `unbalanced`.
  mutating func add(_ place: CharacterProblemSearch.Place, line: Int) {
    if line != self.line {
      finish()
      self.line = line
    }
    switch place.value {
    case 0x202C:
      if let last = open.last, last.value < 0x2066 { open.removeLast() } else { unbalanced.append(place) }
    case 0x2069:
      guard let opener = open.lastIndex(where: { $0.value >= 0x2066 }) else { return unbalanced.append(place) }
      unbalanced += open[(opener + 1)...]
      open.removeSubrange(opener...)
    default:
      open.append(place)
    }
  }

  /// Ends the last line.
  mutating func finish() {
    unbalanced += open
    open = []
  }
}
