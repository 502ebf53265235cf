import Markdown
import Source

extension EntryText.Piece {
  /// Whether a description that begins with this part may begin with a name and go on as a sentence about it; false is certain, which
  /// where both are ASCII it nearly always is.
  func mayBegin(with name: String, in source: SourceText) -> Bool {
    guard kind != .image, kind != .html else { return false }
    return unsafe withBytes(in: source) { bytes in
      guard let first = unsafe bytes.first, first > 0x20, let initial = name.utf8.first else { return true }
      if first < 0x80, initial < 0x80, first.asciiLowercased != initial.asciiLowercased { return false }
      for (index, right) in zip(bytes.indices, name.utf8) {
        let left = unsafe bytes[index]
        if left >= 0x80 || right >= 0x80 { return true }
        if left.asciiLowercased != right.asciiLowercased { return false }
      }
      // What goes on with a letter is another word.
      return unsafe bytes.count <= name.utf8.count || bytes[name.utf8.count] >= 0x80
        || bytes[name.utf8.count].mayEndName
    }
  }
}

extension [EntryText.Piece] {
  /// Whether the last words end in a full stop of ASCII or the like, with nothing behind them but badges and blanks.
  func endPlainly(in source: SourceText) -> Bool {
    for piece in reversed() where !piece.isBadge {
      guard let last = unsafe piece.withBytes(in: source, { unsafe $0.last { !$0.isASCIIWhitespace } }) else {
        continue
      }
      return last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
    }
    return false
  }
}

extension UInt8 {
  /// Whether a name may end before this byte of ASCII.
  fileprivate var mayEndName: Bool { self <= 0x20 || ",:;(.".utf8.contains(self) }
}
