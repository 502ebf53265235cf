import Source

/// A hash of a text that is the same for texts that are equal as strings (FNV-1a): so that those which differ from all others, as most
/// do, are known without a string being made of each.
struct TextHash {
  private var hash: FNV1a

  /// The hash of nothing, to which bytes of ASCII are added.
  init(seed: UInt64 = 0) {
    hash = FNV1a(seed: seed)
  }

  mutating func add(_ byte: UInt8) {
    hash.combine(byte)
  }

  var value: UInt64 { hash.value ^ hash.value >> 32 }

  /// The hash of a text's bytes.
  static func of(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
    unsafe bytes.withUnsafeBufferPointer { unsafe of($0, seed, \.self) }
  }

  /// The hash of a text in lower case.
  static func ofLowercased(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { unsafe of($0, 0) { $0.asciiLowercased } }
  }

  private static func of(_ bytes: UnsafeBufferPointer<UInt8>, _ seed: UInt64, _ transform: (UInt8) -> UInt8) -> UInt64 {
    var hash = TextHash(seed: seed)
    for index in bytes.indices {
      let byte = unsafe bytes[index]
      if byte >= 0x80 { return unsafe ofScalars(String(decoding: bytes, as: UTF8.self), seed, transform) }
      hash.add(transform(byte))
    }
    return hash.value
  }

  /// Beyond ASCII one text can be written with different characters (Unicode, canonical equivalence): all of these are alike. Three
  /// characters are equal to one of ASCII.
  private static func ofScalars(_ text: String, _ seed: UInt64, _ transform: (UInt8) -> UInt8) -> UInt64 {
    var hash = TextHash(seed: seed)
    for scalar in text.unicodeScalars {
      let byte: UInt8
      switch scalar {
      case "\0"..."\u{7F}": byte = UInt8(truncatingIfNeeded: scalar.value)
      case "\u{212A}": byte = UInt8(ascii: "K")
      case "\u{37E}": byte = UInt8(ascii: ";")
      case "\u{1FEF}": byte = UInt8(ascii: "`")
      default: return beyondASCII
      }
      hash.add(transform(byte))
    }
    return hash.value
  }

  private static let beyondASCII: UInt64 = 0
}

/// Finds the hashes that occur more than once.
///
/// They are sorted, not put into a table: a hostile list can make its hashes collide.
struct HashGroups {
  /// The positions of hashes that occur more than once, in order.
  private(set) var repeated: [Int] = []

  init(_ hashes: [UInt64]) {
    if hashes.count < 2 { return }
    let sorted = hashes.sorted()
    var shared: [UInt64] = []
    for index in 1..<sorted.count where sorted[index] == sorted[index - 1] && sorted[index] != shared.last {
      shared.append(sorted[index])
    }
    if shared.isEmpty { return }
    repeated = hashes.indices.filter { index in
      let place = shared.partitioningIndex { $0 >= hashes[index] }
      return place < shared.count && shared[place] == hashes[index]
    }
  }
}
