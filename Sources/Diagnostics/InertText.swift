extension Unicode.Scalar {
  /// Whether a terminal or an editor obeys this character, or hides it, instead of showing it.
  ///
  /// These are the control characters, line separators, bidirectional controls (Unicode 16, section 23.2) and the invisible characters
  /// that no emoji needs; joiners and variation selectors stay, because emoji and scripts are written with them.
  var isObeyed: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      true
    default: false
    }
  }

  /// The character, or its escape where it would be obeyed.
  var inert: String {
    switch self {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case _ where isObeyed: "\\u{" + String(value, radix: 16, uppercase: true) + "}"
    default: String(Character(self))
    }
  }
}

extension String {
  /// The text on one line without characters that a terminal obeys: fit for names and messages with text of strangers.
  public var inert: String {
    // Most text is ASCII.
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    guard unicodeScalars.contains(where: \.isObeyed) else { return self }
    var result = ""
    for scalar in unicodeScalars { result += scalar.inert }
    return result
  }
}

extension Unicode.Scalar {
  /// How many columns a terminal gives to this character: 0 for marks, 2 for East Asian wide characters and emoji, else 1.
  ///
  /// The ranges are the blocks that are wide or full-width throughout (Unicode Standard Annex 11).
  var columns: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if properties.isEmojiPresentation { return 2 }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
