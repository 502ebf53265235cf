import Source

extension String {
  /// The text as that of a Markdown link, with a backslash only where GitHub would read markup.
  package var escapedForLinkText: String {
    let scalars = Array(unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let previous = index > 0 ? scalars[index - 1] : nil
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      let needed: Bool
      switch scalar {
      case "[", "]", "`", "|": needed = true
      // Between spaces it marks nothing.
      case "*", "~": needed = !(isSpace(previous) && isSpace(next))
      // Within a word it is a letter.
      case "_": needed = !(isWord(previous) && isWord(next)) && !(isSpace(previous) && isSpace(next))
      case "\\": needed = next.map { $0.isASCII && UInt8($0.value).isASCIIPunctuation } ?? true
      case "<": needed = next.map { $0.properties.isAlphabetic || "/!?".unicodeScalars.contains($0) } ?? false
      case "&": needed = beginsEntity(scalars[(index + 1)...])
      default: needed = false
      }
      if needed { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}

private func isSpace(_ scalar: Unicode.Scalar?) -> Bool { scalar?.isWhitespace ?? true }

private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
  scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" } ?? false
}

/// Whether what follows an ampersand makes an entity of it.
private func beginsEntity(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
  let name = rest.prefix(40).prefix { $0.isASCII && (UInt8($0.value).isASCIIAlphanumeric || $0 == "#") }
  let end = rest.startIndex + name.count
  return !name.isEmpty && end < rest.endIndex && rest[end] == ";"
}
