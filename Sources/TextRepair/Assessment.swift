/// What was made of a passage: the best reading over all code pages and rounds, and how well it is supported.
struct Assessment {
  /// The reading of the outermost round.
  let reading: Reading
  /// The word after all rounds, and the part of it that differs from the passage.
  let replacement: [UInt32]
  let rounds: Int
  let isLossy: Bool
  /// Whether another reading is as good, or a part of the word could not be read.
  let isAmbiguous: Bool
  let candidates: [[UInt32]]
  /// By how much the repaired text is more natural than the damaged one, in tenths of a point.
  let gain: Int
}
