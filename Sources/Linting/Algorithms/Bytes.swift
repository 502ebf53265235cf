import Source

extension BidirectionalCollection where Element == UInt8 {
  /// Whether a short text is somewhere in these bytes.
  func contains(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { needle in
      guard let first = unsafe needle.first else { return true }
      var index = startIndex
      while let found = self[index...].firstIndex(of: first) {
        if unsafe self[found...].starts(with: needle) { return true }
        index = self.index(after: found)
      }
      return false
    }
  }
}

extension SourceText {
  /// Whether a range begins with a short text.
  func begins(with text: StaticString, at range: SourceRange) -> Bool {
    range.lowerBound + text.utf8CodeUnitCount <= range.upperBound && bytes.holds(text, at: range.lowerBound)
  }

  /// Whether the bytes of a range are those of a text.
  func holds(_ text: String, at range: SourceRange) -> Bool {
    var text = text
    return text.withUTF8 { wanted in
      guard range.count == wanted.count, range.upperBound <= bytes.count else { return false }
      return unsafe bytes.withUnsafeBufferPointer { bytes in
        for position in wanted.indices where unsafe bytes[range.lowerBound &+ position] != wanted[position] {
          return false
        }
        return true
      }
    }
  }
}

extension [UInt8] {
  /// Whether a short text is at an offset.
  func holds(_ text: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + text.utf8CodeUnitCount <= count else { return false }
    return text.withUTF8Buffer { wanted in
      for position in wanted.indices where unsafe self[start &+ position] != wanted[position] { return false }
      return true
    }
  }

  /// Turns the letters of ASCII in a range into small ones.
  mutating func lowercaseASCII(from start: Int, to end: Int? = nil) {
    let range = start..<Swift.max(start, end ?? count)
    unsafe withUnsafeMutableBufferPointer { bytes in
      for index in range { unsafe bytes[index] = unsafe bytes[index].asciiLowercased }
    }
  }
}

extension Character {
  /// The scalar of a character that has only one; far faster to compare than the character.
  var onlyScalar: Unicode.Scalar {
    let scalars = unicodeScalars
    return scalars.index(after: scalars.startIndex) == scalars.endIndex ? scalars[scalars.startIndex] : "\0"
  }
}

extension String.UTF8View {
  /// Whether these bytes begin with a scheme and something that may be a host.
  func beginsWithHost(behind scheme: StaticString) -> Bool {
    guard scheme.withUTF8Buffer({ unsafe starts(with: $0) }) else { return false }
    return dropFirst(scheme.utf8CodeUnitCount).first.map { !"/?#".utf8.contains($0) } ?? false
  }
}
