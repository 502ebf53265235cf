import Source

/// Finds letters with separate accents that have a composed form (Unicode NFC).
enum CanonicalComposition {
  /// A place that is not in NFC.
  struct Decomposed {
    let range: SourceRange
    let before: [UInt32]
    let after: [UInt32]
  }

  private static let pairs: [UInt64: UInt32] = {
    var result: [UInt64: UInt32] = [:]
    let triples = CanonicalPairs.triples
    for index in stride(from: 0, to: triples.count - 2, by: 3) {
      result[key(UInt32(triples[index]), UInt32(triples[index + 1]))] = UInt32(triples[index + 2])
    }
    return result
  }()

  private static let parts: [UInt32: [UInt32]] = {
    var result: [UInt32: [UInt32]] = [:]
    let triples = CanonicalPairs.triples
    for index in stride(from: 0, to: triples.count - 2, by: 3) where triples[index + 1] != 0 {
      result[UInt32(triples[index + 2])] = [UInt32(triples[index]), UInt32(triples[index + 1])]
    }
    return result
  }()

  /// The longest cluster that is composed: sorting the accents of a longer, hostile one takes too long.
  private static let longest = 64

  /// The places of a text, in order, that are not in NFC.
  static func decomposedRanges(in bytes: [UInt8]) -> [Decomposed] {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var result: [Decomposed] = []
      var cluster: [UInt32] = []
      var start = 0
      func close(at end: Int) {
        guard cluster.count <= longest, cluster.count > 1 || cluster.first.map(isReplaced) ?? false else { return }
        let composed = composed(cluster)
        if composed != cluster {
          result.append(Decomposed(range: SourceRange(start, end), before: cluster, after: composed))
        }
      }
      var offset = 0
      while offset < buffer.count {
        if unsafe buffer[offset] < 0x80 {
          // Only the last character of an ASCII run can have an accent.
          close(at: offset)
          offset = unsafe firstNonASCII(in: buffer, from: offset + 1)
          start = offset - 1
          cluster.removeAll(keepingCapacity: true)
          unsafe cluster.append(UInt32(buffer[start]))
          continue
        }
        let (value, decoded) = unsafe scalar(in: buffer, at: offset)
        if decoded == 0 || value < 0x300 || !extends(value) {
          close(at: offset)
          cluster.removeAll(keepingCapacity: true)
          start = offset
        }
        if decoded > 0 { cluster.append(value) }
        offset += max(decoded, 1)
      }
      close(at: buffer.count)
      return result
    }
  }

  /// Whether NFC replaces a single character; one with a decomposition into two is composed again.
  private static func isReplaced(_ value: UInt32) -> Bool { replaced.contains { $0 == value } }

  private static let replaced: [UInt32] = {
    let triples = CanonicalPairs.triples
    return stride(from: 0, to: triples.count - 2, by: 3).filter { triples[$0 + 1] == 0 }.map { UInt32(triples[$0]) }
  }()

  /// Whether a character may combine with the previous one: it has a combining class or is second in a pair.
  private static func extends(_ value: UInt32) -> Bool {
    // Seconds without a class are Indic vowel signs and Korean letters.
    combiningClass(of: value) != 0
      || (0x0900..<0x1C00).contains(value)
        && ((0x1161...0x11C2).contains(value) || seconds.contains(value))
  }

  private static let seconds: Set<UInt32> = {
    let triples = CanonicalPairs.triples
    return Set(stride(from: 1, to: triples.count, by: 3).map { UInt32(triples[$0]) })
  }()

  /// A letter with its accents in NFC: accents in canonical order, then composed pairwise (Unicode 15, section 3.11).
  private static func composed(_ cluster: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var starter: Int?
    var lastClass: UInt8 = 0
    for value in ordered(cluster.flatMap { decomposed(pairs[key($0, 0)] ?? $0) }) {
      let mark = combiningClass(of: value)
      if let index = starter, index == result.count - 1 || lastClass < mark, let whole = compose(result[index], value) {
        result[index] = whole
        continue
      }
      if mark == 0 { starter = result.count }
      lastClass = mark
      result.append(value)
    }
    return result
  }

  private static func decomposed(_ value: UInt32) -> [UInt32] {
    guard let pair = parts[value] else { return [value] }
    return decomposed(pair[0]) + [pair[1]]
  }

  private static func ordered(_ values: [UInt32]) -> [UInt32] {
    var result = values
    for end in result.indices.dropFirst() {
      var index = end
      while index > 0, combiningClass(of: result[index]) != 0,
        combiningClass(of: result[index - 1]) > combiningClass(of: result[index])
      {
        result.swapAt(index, index - 1)
        index -= 1
      }
    }
    return result
  }

  private static func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if (0x1100...0x1112).contains(first), (0x1161...0x1175).contains(second) {
      return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
    }
    if (0xAC00...0xD7A3).contains(first), (first - 0xAC00) % 28 == 0, (0x11A8...0x11C2).contains(second) {
      return first + second - 0x11A7
    }
    return second == 0 ? nil : pairs[key(first, second)]
  }

  private static func combiningClass(of value: UInt32) -> UInt8 {
    value < 0x300 ? 0 : Unicode.Scalar(value)?.properties.canonicalCombiningClass.rawValue ?? 0
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }
}
