/// Which emoji show as plain signs unless U+FE0F follows.
enum VariationSelectors {
  /// Signs that have an emoji form but mostly mean the sign: ™ ↔ ♂ and their like.
  private static let signs: Set<UInt32> = [
    0xA9, 0xAE, 0x203C, 0x2049, 0x2122, 0x2194, 0x2195, 0x2196, 0x2197, 0x2198, 0x2199, 0x21A9, 0x21AA, 0x24C2, 0x25AA,
    0x25AB, 0x25B6, 0x25C0, 0x25FB, 0x25FC, 0x2640, 0x2642, 0x265F, 0x2660, 0x2663, 0x2665, 0x2666, 0x267E, 0x2714,
    0x2716, 0x27A1, 0x2934, 0x2935, 0x2B05, 0x2B06, 0x2B07, 0x3030, 0x303D, 0x3297, 0x3299,
  ]

  /// The emoji whose fully-qualified form is the character and U+FE0F, without the signs.
  private static let plain: Set<UInt32> = {
    var result: Set<UInt32> = []
    for sequence in Repertoire.emojiTemplates() where sequence.count == 2 && sequence[1] == 0xFE0F {
      if !signs.contains(sequence[0]) { result.insert(sequence[0]) }
    }
    return result
  }()

  /// Whether a character needs U+FE0F to show as an emoji, and neither that nor another modifier follows.
  static func isMissing(after value: UInt32, before next: UInt32) -> Bool {
    guard value >= 0x2000, plain.contains(value) else { return false }
    return next != 0xFE0F && next != 0xFE0E && next != 0x200D && !(0x1F3FB...0x1F3FF).contains(next)
  }
}
