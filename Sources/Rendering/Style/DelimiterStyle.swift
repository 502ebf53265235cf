import Source

/// Changes the delimiters of emphasis and strong emphasis: `_` to `*`, and back.
///
/// They are kept where the new ones could mean something else beside their neighbours.
struct DelimiterStyle {
  let source: SourceText

  /// The edits that give an inline of `length` delimiters on each side others; none where it has them, or must keep its own.
  func edits(of range: SourceRange, length: Int, to new: UInt8) -> [Edit] {
    let star = UInt8(ascii: "*")
    let underscore = UInt8(ascii: "_")
    guard range.count > 2 * length, source.bytes[range.lowerBound] != new, new == star || new == underscore else {
      return []
    }
    let inside = SourceRange(range.lowerBound + length, range.upperBound - length)
    let around = [range.lowerBound - 1, range.upperBound].filter(source.bytes.indices.contains).map { source.bytes[$0] }
    guard !around.contains(star), !around.contains(underscore), !source.bytes(in: inside).contains(new) else {
      return []
    }
    // Underscores within a word are text.
    if new == underscore, around.contains(where: { $0 >= 0x80 || $0.isASCIIAlphanumeric }) { return [] }
    let delimiter = String(repeating: Character(UnicodeScalar(new)), count: length)
    return [
      Edit(SourceRange(range.lowerBound, inside.lowerBound), delimiter),
      Edit(SourceRange(inside.upperBound, range.upperBound), delimiter),
    ]
  }
}
