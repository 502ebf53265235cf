/// A pattern for URLs, paths or titles: `*` stands for anything but `/`, `**` for anything, `?` for one character; all else for itself.
///
/// It is matched against the whole text, case counts, in time linear in the text's length whatever the pattern.
public struct Glob: Hashable, Sendable {
  private enum Token: Hashable {
    case byte(UInt8)
    /// One character.
    case any
    /// Any number of characters, or of those but `/`.
    case run(crossesSlashes: Bool)
    /// Nothing; the next two tokens may be left out.
    case optionalFolders
  }

  /// The pattern as it was written.
  public let text: String
  private let tokens: [Token]

  /// Reads a pattern; in one for paths `**/` stands for any number of folders, also none, and in one for titles `*` stands for anything.
  public init(_ text: String, isPath: Bool = false, isTitle: Bool = false) {
    self.text = text
    var tokens: [Token] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "*") else {
        tokens.append(bytes[index] == UInt8(ascii: "?") ? .any : .byte(bytes[index]))
        continue
      }
      var stars = 1
      while index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "*") {
        stars += 1
        index += 1
      }
      let isFolders = isPath && stars > 1 && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
      if isFolders { tokens.append(.optionalFolders) }
      tokens.append(.run(crossesSlashes: stars > 1 || isTitle))
    }
    self.tokens = tokens
  }

  /// Whether the whole text matches.
  public func matches(_ text: String) -> Bool {
    // The set of all tokens before which the match may stand, moved on byte by byte: no path is tried twice.
    var states = [Bool](repeating: false, count: tokens.count + 1)
    states[0] = true
    skipRuns(&states)
    for byte in text.utf8 {
      var next = [Bool](repeating: false, count: tokens.count + 1)
      for (index, token) in tokens.enumerated() where states[index] {
        switch token {
        case .byte(let expected): if byte == expected { next[index + 1] = true }
        // The bytes after a character's first belong to it.
        case .any: next[byte & 0xC0 == 0x80 ? index : index + 1] = true
        case .optionalFolders: continue
        case .run(let crossesSlashes): if crossesSlashes || byte != UInt8(ascii: "/") { next[index] = true }
        }
      }
      // A character that `?` took goes on with its further bytes.
      if byte & 0xC0 == 0x80 {
        for (index, token) in tokens.enumerated() where token == .any && states[index + 1] { next[index + 1] = true }
      }
      states = next
      skipRuns(&states)
    }
    return states[tokens.count]
  }

  /// A run may stand for nothing.
  private func skipRuns(_ states: inout [Bool]) {
    for (index, token) in tokens.enumerated() where states[index] {
      switch token {
      case .run: states[index + 1] = true
      case .optionalFolders:
        states[index + 1] = true
        states[index + 3] = true
      default: continue
      }
    }
  }
}
