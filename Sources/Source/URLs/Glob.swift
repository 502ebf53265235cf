/// A pattern for URLs, paths or titles: `*` matches anything but `/`, `**` anything, `?` one character.
///
/// It matches the whole text, is case-sensitive, and takes time linear in the text's length.
public struct Glob: Hashable, Sendable {
  private enum Token: Hashable {
    case byte(UInt8)
    /// One character.
    case any
    /// Any number of characters, or of those but `/`.
    case run(crossesSlashes: Bool)
    /// The next two tokens are optional.
    case optionalFolders
  }

  /// The pattern as written.
  public let text: String
  private let tokens: [Token]

  /// Reads a pattern. In one for paths `**/` matches any number of folders, or none; in one for titles `*` matches anything.
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
    // A nondeterministic automaton: the set of possible next tokens, advanced byte by byte.
    var states = [Bool](repeating: false, count: tokens.count + 1)
    states[0] = true
    skipRuns(&states)
    for byte in text.utf8 {
      var next = [Bool](repeating: false, count: tokens.count + 1)
      for (index, token) in tokens.enumerated() where states[index] {
        switch token {
        case .byte(let expected): if byte == expected { next[index + 1] = true }
        // Continuation bytes are part of the character.
        case .any: next[byte & 0xC0 == 0x80 ? index : index + 1] = true
        case .optionalFolders: continue
        case .run(let crossesSlashes): if crossesSlashes || byte != UInt8(ascii: "/") { next[index] = true }
        }
      }
      // `?` also matches the continuation bytes of its character.
      if byte & 0xC0 == 0x80 {
        for (index, token) in tokens.enumerated() where token == .any && states[index + 1] { next[index + 1] = true }
      }
      states = next
      skipRuns(&states)
    }
    return states[tokens.count]
  }

  /// A run can be empty.
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
