internal import HTTP
internal import Source

/// The readable form of URLs: letters, parentheses and other characters instead of their percent-encoding, as people write them in lists.
enum ReadableURL {
  /// A new URL in which the parts that an old one has are written as the old one has them.
  ///
  /// - Parameters:
  ///   - url: with everything percent-encoded that needs it.
  ///   - old: as a document has it.
  static func written(_ url: String, like old: String) -> String {
    guard old.utf8.contains(where: isReadable), let parts = Parts(url), let model = Parts(old) else { return url }
    var forms: [String: Substring] = [:]
    for part in model.others where part.utf8.contains(where: isReadable) && isNested(part) {
      forms[encoded(part)] = part
    }
    var text = parts.scheme
    if isSameHost(url, old) {
      let name = parts.host.upTo(":")
      text += model.host.upTo(":") + parts.host[name.endIndex...]
    } else {
      text += parts.host
    }
    for part in parts.others { text += forms[encoded(part)] ?? part }
    return text
  }

  /// Whether a byte may be kept as a list has it, but is encoded where it is new. The characters among them have a meaning neither in URLs
  /// nor, with parentheses nested, at any place where Markdown or HTML has an address.
  private static func isReadable(_ byte: UInt8) -> Bool { byte >= 0x80 || "()*".utf8.contains(byte) }

  /// Whether each parenthesis of a text has its other one, and no more are open than Markdown allows.
  static func isNested(_ text: some StringProtocol) -> Bool {
    var depth = 0
    for byte in text.utf8 where byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") {
      depth += byte == UInt8(ascii: "(") ? 1 : -1
      if depth < 0 || depth > 16 { return false }
    }
    return depth == 0
  }

  private static func isSameHost(_ url: String, _ old: String) -> Bool {
    guard let url = try? WebAddress(url), let old = try? WebAddress(old) else { return false }
    return url.host == old.host && !url.host.utf8.contains(UInt8(ascii: ":"))
  }

  /// A part with all readable bytes percent-encoded, in capitals, so that its two forms are equal.
  private static func encoded(_ part: Substring) -> String {
    var text = ""
    var digits = 0
    for byte in part.utf8 {
      if isReadable(byte) {
        let hex = String(byte, radix: 16, uppercase: true)
        text += "%" + hex
      } else {
        let scalar = Unicode.Scalar(byte)
        text.unicodeScalars.append(digits > 0 && byte.isASCIILowercase ? Unicode.Scalar(byte - 0x20) : scalar)
      }
      digits = byte == UInt8(ascii: "%") ? 2 : max(0, digits - 1)
    }
    return text
  }

  /// A URL in its parts, the marks that divide them included.
  private struct Parts {
    let scheme: String
    let host: Substring
    let others: [Substring]

    init?(_ url: String) {
      guard let start = url.place(of: "://")?.upperBound else { return nil }
      scheme = String(url[..<start])
      host = url[start...].upTo("/?#")
      var others: [Substring] = []
      var rest = url[host.endIndex...]
      while !rest.isEmpty {
        let mark = rest.unicodeScalars.prefix(1)
        let part = rest[mark.endIndex...].upTo("/?#&=")
        others += [Substring(mark), part]
        rest = rest[part.endIndex...]
      }
      self.others = others
    }
  }
}
