/// JSON written piece by piece, two spaces to a level, keys in the order in which they are given.
///
/// RFC 8259. Control characters (C0, DEL, C1) and the separators U+2028 and U+2029 are escaped, `/` is not.
struct JSONText {
  private(set) var text = ""
  private var depth = 0
  private var needsComma = false

  mutating func object(_ key: String? = nil, _ content: (inout JSONText) -> Void) {
    container(key, open: "{", close: "}", content)
  }

  mutating func array(_ key: String? = nil, _ content: (inout JSONText) -> Void) {
    container(key, open: "[", close: "]", content)
  }

  mutating func value(_ key: String? = nil, _ string: String?) {
    start(key)
    if let string { quote(string) } else { text += "null" }
  }

  mutating func value(_ key: String? = nil, _ number: Int?) {
    start(key)
    text += number.map(String.init) ?? "null"
  }

  private mutating func container(_ key: String?, open: String, close: String, _ content: (inout JSONText) -> Void) {
    start(key)
    text += open
    depth += 1
    needsComma = false
    content(&self)
    depth -= 1
    if needsComma { newLine() }
    text += close
    needsComma = true
  }

  private mutating func start(_ key: String?) {
    if needsComma { text += "," }
    if depth > 0 { newLine() }
    needsComma = true
    guard let key else { return }
    quote(key)
    text += ": "
  }

  private mutating func newLine() {
    text += "\n"
    text += String(repeating: "  ", count: depth)
  }

  private mutating func quote(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
