internal import HTTP
internal import Source

/// The readable form of URLs: letters instead of their percent-encoding, as people write them in lists.
enum ReadableURL {
  /// A new URL in which the parts that an old one has are written as the old one has them.
  ///
  /// - Parameters:
  ///   - url: with everything percent-encoded that needs it.
  ///   - old: as a document has it.
  static func written(_ url: String, like old: String) -> String {
    guard old.utf8.contains(where: { $0 >= 0x80 }), let parts = Parts(url), let model = Parts(old) else { return url }
    var forms: [String: Substring] = [:]
    for part in model.others where part.utf8.contains(where: { $0 >= 0x80 }) { forms[encoded(part)] = part }
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

  private static func isSameHost(_ url: String, _ old: String) -> Bool {
    guard let url = try? WebAddress(url), let old = try? WebAddress(old) else { return false }
    return url.host == old.host && !url.host.utf8.contains(UInt8(ascii: ":"))
  }

  /// A part with everything beyond ASCII percent-encoded, in capitals, so that its two forms are equal.
  private static func encoded(_ part: Substring) -> String {
    var text = ""
    var digits = 0
    for byte in part.utf8 {
      if byte >= 0x80 {
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
