import Source

/// The emoji and signs that are recognised with bytes missing, as UTF-8 in byte order, so that common prefixes are adjacent.
struct Repertoire {
  static let shared = Repertoire(ranges: signs)
  /// The same with every character from the dashes to the last arrows, common or not: all that may fit instead of an emoji.
  static let broad = Repertoire(ranges: [0x2010...0x2BFF])

  /// Signs besides emoji: all of the blocks in common use, so that a sign counts as the only one that fits only if no other does. From
  /// General Punctuation to Mathematical Operators, the keyboard signs of Miscellaneous Technical, from Box Drawing to Dingbats. Two bullets that nobody uses (U+204C, U+204D) are left out:
  /// one would hide ❌, which is everywhere.
  private static let signs: [ClosedRange<UInt32>] = [
    0xA1...0xBF, 0xD7...0xD7, 0xF7...0xF7, 0x2010...0x204B, 0x204E...0x206F, 0x20A0...0x20CF, 0x2100...0x22FF,
    0x2303...0x2303, 0x2318...0x2318,
    0x2324...0x2328, 0x232B...0x232B, 0x237D...0x237D, 0x2380...0x2380, 0x2387...0x2388, 0x238B...0x238B,
    0x2396...0x2398,
    0x23CE...0x23CF, 0x23E9...0x23FE, 0x2500...0x27BF, 0x27F0...0x27FF, 0x2B05...0x2B07, 0x2B1B...0x2B1C,
    0x2B50...0x2B50,
    0x2B55...0x2B55,
  ]

  /// Those that a damaged sequence is taken for if no other fits. The others are so rare that a sign with more losses is likelier.
  private static let likelySigns = Set(
    """
    ‘’‚“”„†‡•…‰′″‹›–—€™©®°·×÷¡¿«»§¶±¼½¾←↑→↓↔↕↖↗↘↙↩↪⇐⇑⇒⇓⇔−∂∆∏∑√∝∞∩∪∫≈≠≡≤≥∈∉⊂⊃∀∃∅∇✓✔✗✘★☆☐☑☒♠♣♥♦♪♫
    """.unicodeScalars.map(\.value)
  ).union(0x2500...0x257F).union(0x25A0...0x25FF)

  /// All entries, one after the other.
  private let bytes: [UInt8]
  /// The start of each entry in `bytes`, and the end of the last one.
  private let starts: [Int]
  /// Whether each entry is an emoji rather than a sign.
  private let emoji: [Bool]

  private init(ranges: [ClosedRange<UInt32>]) {
    var entries: [(bytes: [UInt8], emoji: Bool)] = Self.emojiSequences().map { (Self.utf8($0), true) }
    let signs = ranges.joined().filter(Self.isVisible)
    entries += signs.map { (Self.utf8([$0]), false) }
    // Of equal entries the emoji comes first and is kept.
    entries.sort { left, right in
      left.bytes == right.bytes ? left.emoji && !right.emoji : left.bytes.lexicographicallyPrecedes(right.bytes)
    }
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var emoji: [Bool] = []
    var last: [UInt8] = []
    for entry in entries where entry.bytes != last {
      starts.append(bytes.count)
      bytes += entry.bytes
      emoji.append(entry.emoji)
      last = entry.bytes
    }
    starts.append(bytes.count)
    self.bytes = bytes
    self.starts = starts
    self.emoji = emoji
  }

  /// The numbers of the entries.
  var indices: Range<Int> { 0..<emoji.count }

  func isEmoji(_ index: Int) -> Bool { emoji[index] }

  /// The UTF-8 of an entry.
  subscript(index: Int) -> ArraySlice<UInt8> { bytes[starts[index]..<starts[index + 1]] }

  /// Whether an entry may be the original where it is the only one that fits.
  func isLikely(_ index: Int) -> Bool {
    emoji[index] || scalars(of: index).allSatisfy { Self.likelySigns.contains($0) }
  }

  func isClosingQuote(_ index: Int) -> Bool { self[index].elementsEqual([0xE2, 0x80, 0x9D]) }

  /// The characters of an entry.
  func scalars(of index: Int) -> [UInt32] {
    String(decoding: self[index], as: UTF8.self).unicodeScalars.map(\.value)
  }

  /// The number of bytes of an entry.
  func count(of index: Int) -> Int { starts[index + 1] - starts[index] }

  /// Narrows adjacent entries that are equal up to a depth to those with a byte there.
  func narrow(_ range: Range<Int>, depth: Int, to byte: UInt8) -> Range<Int> {
    let low = partition(range, depth: depth) { $0 >= Int(byte) }
    let high = partition(low..<range.upperBound, depth: depth) { $0 > Int(byte) }
    return low..<high
  }

  /// The first entry whose byte at a depth passes a test that all later ones pass; the end of an entry counts as -1.
  private func partition(_ range: Range<Int>, depth: Int, where passes: (Int) -> Bool) -> Int {
    range.partitioningIndex { entry in
      let position = starts[entry] + depth
      return passes(position < starts[entry + 1] ? Int(bytes[position]) : -1)
    }
  }

  /// Whether a character is assigned and visible.
  private static func isVisible(_ value: UInt32) -> Bool {
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case nil, .unassigned, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: false
    default: true
    }
  }

  private static func utf8(_ scalars: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in scalars { appendUTF8(scalar, to: &bytes) }
    return bytes
  }

  private static func scalars(of text: String) -> [UInt32] {
    text.unicodeScalars.map(\.value)
  }
}

extension Repertoire {
  private static let variationSelector: UInt32 = 0xFE0F
  private static let tones: ClosedRange<UInt32> = 0x1F3FB...0x1F3FF

  /// All of emoji-test in every status, and single emoji with a redundant variation selector, which is common (⭐️).
  static func emojiSequences() -> [[UInt32]] {
    var result: [[UInt32]] = []
    for template in emojiTemplates() {
      for sequence in toned(template) {
        result += unqualified(sequence)
        if sequence.count == 1 { result.append(sequence + [variationSelector]) }
      }
    }
    return result
  }

  /// The templates of the fully-qualified sequences.
  static func emojiTemplates() -> [[UInt32]] {
    scalars(of: EmojiSequences.templates).split { $0 == 0x20 || $0 == 0x0A }.map { Array($0) }
  }

  /// The sequences a template stands for, as `generate-tables.py` defines it.
  private static func toned(_ template: [UInt32]) -> [[UInt32]] {
    let places = template.indices.filter { tones.contains(template[$0]) }
    guard let first = places.first, let last = places.last, template.count > 1 else { return [template] }
    var result: [[UInt32]] = []
    for tone in tones {
      for other in tones where first == last ? other == tone : template[first] == template[last] || other != tone {
        var sequence = template
        sequence[first] = tone
        sequence[last] = other
        result.append(sequence)
      }
    }
    return result
  }

  /// A sequence with every choice of its variation selectors left out.
  private static func unqualified(_ sequence: [UInt32]) -> [[UInt32]] {
    var results: [[UInt32]] = [[]]
    for scalar in sequence {
      let kept = results.map { $0 + [scalar] }
      results = scalar == variationSelector ? kept + results : kept
    }
    return results
  }
}
