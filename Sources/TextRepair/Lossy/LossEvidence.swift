/// What a file shows of how many bytes were lost.
enum LossEvidence: Hashable {
  case none
  /// No others than those that Windows-1252 leaves undefined: its other characters are there.
  case narrow
  /// More than those.
  case broad
  /// Some of the file lost no others, and some of it more.
  case mixed

  /// How many characters must be left of a sequence for the rest of the file to decide what it is.
  ///
  /// A list has many authors. Where less is left, a sign that somebody brought along damaged in another way is likelier than an emoji
  /// that few people write.
  private static let enoughSurvivors = 4

  /// Whether more bytes may be lost of some characters than Windows-1252 leaves undefined, judged by what fits then and where it stands.
  func leavesOpen(_ values: ArraySlice<UInt32>, rivals: [[UInt32]], in surroundings: Surroundings) -> Bool {
    let survivors = values.count { $0 >= 0x80 && $0 != 0xFFFD }
    let isProven = self == .narrow || self == .mixed
    if isProven, survivors >= Self.enoughSurvivors { return false }
    if self == .broad || self == .mixed && survivors <= 1 || surroundings.isGlued { return true }
    let signs = rivals.lazy.filter { $0.count == 1 }.compactMap(\.first)
    if isProven, survivors > 1 { return signs.contains(where: surroundings.stronglyAdmits) }
    return signs.contains(where: surroundings.admits)
  }
}
