extension CharacterDecoder {
  /// The letters that begin and end a syllable, in the order of Unicode, by their places in KS X 1001 (ㄱ is 0).
  private static let initials = [0, 1, 3, 6, 7, 8, 16, 17, 18, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29]
  private static let finals = [51, 0, 1, 2, 3, 4, 5, 6] + Array(8...17) + [19, 20, 21, 22, 23] + Array(25...29)

  /// A character of two bytes; or a syllable of four such characters, a filler and its letters (KS X 1001, annex 3).
  func eucKR(_ bytes: ArraySlice<UInt8>, _ state: State) -> Step {
    let letters = bytes.dropFirst(2).prefix(6)
    let isSpelt =
      bytes.starts(with: [0xA4, 0xD4]) && letters.enumerated().allSatisfy { $0 % 2 == 1 || $1 == 0xA4 }
    guard isSpelt else { return doubleByte(bytes, .eucKR) }
    guard letters.count == 6 else { return state.isLast ? doubleByte(bytes, .eucKR) : .incomplete }
    let places = letters.enumerated().filter { $0.offset % 2 == 1 }.map { Int($0.element) - 0xA1 }
    guard let initial = Self.initials.firstIndex(of: places[0]), (30...50).contains(places[1]),
      let final = Self.finals.firstIndex(of: places[2])
    else { return doubleByte(bytes, .eucKR) }
    return .character(UInt32(0xAC00 + (initial * 21 + places[1] - 30) * 28 + final), length: 8)
  }
}
