import Source

/// A part of a file that was repaired, once or in several passes.
struct RepairedPart {
  /// The bytes in the original file.
  var original: SourceRange
  /// The bytes that replace them.
  var text: [UInt8]
  var certainty: Mojibake.Certainty
  var encoding: LegacyEncoding
  var rounds: Int

  init(_ repair: Mojibake, original: SourceRange, text: [UInt8]) {
    self.original = original
    self.text = text
    certainty = repair.certainty
    encoding = repair.encoding
    rounds = repair.rounds
  }

  /// How many bytes longer the text is than the original; mostly negative.
  private var growth: Int { text.count - original.count }

  /// The part as one repair.
  func repair(in bytes: [UInt8]) -> Mojibake {
    Mojibake(
      range: original, before: String(decoding: bytes[original.range], as: UTF8.self),
      after: String(decoding: text, as: UTF8.self), candidates: [], certainty: certainty, encoding: encoding,
      rounds: rounds, obstacle: nil)
  }

  /// The parts after another pass, whose repairs have offsets in the text before it.
  static func merge(_ parts: [RepairedPart], with repairs: [Mojibake]) -> [RepairedPart] {
    var result: [RepairedPart] = []
    var index = 0
    var growth = 0
    for repair in repairs {
      while index < parts.count,
        parts[index].original.upperBound + growth + parts[index].growth <= repair.range.lowerBound
      {
        growth += parts[index].growth
        result.append(parts[index])
        index += 1
      }
      var merged = RepairedPart(
        repair, original: SourceRange(repair.range.lowerBound - growth, repair.range.lowerBound - growth),
        text: Array((repair.after ?? "").utf8))
      var covered = repair.range.lowerBound
      while index < parts.count, parts[index].original.lowerBound + growth < repair.range.upperBound {
        merged.absorb(parts[index], start: parts[index].original.lowerBound + growth, repair: repair.range)
        growth += parts[index].growth
        covered = parts[index].original.upperBound + growth
        index += 1
      }
      let end = max(covered, repair.range.upperBound) - growth
      merged.original = SourceRange(merged.original.lowerBound, end)
      result.append(merged)
    }
    return result + parts[index...]
  }

  /// Merges with a part of an earlier pass that starts at an offset and overlaps a repair.
  private mutating func absorb(_ part: RepairedPart, start: Int, repair: SourceRange) {
    if start < repair.lowerBound {
      original.lowerBound = part.original.lowerBound
      text = part.text[..<min(part.text.count, repair.lowerBound - start)] + text
    }
    let end = start + part.text.count
    if end > repair.upperBound { text += part.text[max(0, repair.upperBound - start)...] }
    rounds = max(rounds, part.rounds + 1)
    encoding = part.encoding
    if part.certainty == .unique { certainty = .unique }
  }

  /// Mojibake found in the repaired text, in offsets of the original file; without what is in a part.
  static func moveBack(_ found: [Mojibake], by parts: [RepairedPart]) -> [Mojibake] {
    var index = 0
    var growth = 0
    return found.compactMap { mojibake in
      while index < parts.count,
        parts[index].original.lowerBound + growth + parts[index].text.count <= mojibake.range.lowerBound
      {
        growth += parts[index].growth
        index += 1
      }
      if index < parts.count, parts[index].original.lowerBound + growth < mojibake.range.upperBound { return nil }
      return mojibake.moved(by: -growth)
    }
  }

  /// Regions of the original file, in offsets of the repaired text.
  static func move(_ regions: [ProtectedRegion], by parts: [RepairedPart]) -> [ProtectedRegion] {
    var growths: [Int] = [0]
    for part in parts { growths.append(growths[growths.count - 1] + part.growth) }
    func move(_ offset: Int) -> Int {
      let index = parts.partitioningIndex { $0.original.upperBound > offset }
      let moved = offset + growths[index]
      guard index < parts.count, parts[index].original.lowerBound < offset else { return moved }
      return min(moved, parts[index].original.lowerBound + growths[index] + parts[index].text.count)
    }
    return regions.map { ProtectedRegion(SourceRange(move($0.range.lowerBound), move($0.range.upperBound)), $0.kind) }
  }
}
