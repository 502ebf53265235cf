/// A pattern of host names: `example.org` is that host, `*.example.org` every host below it, `*` every host.
public struct HostPattern: Hashable, Sendable {
  /// In lower case.
  public let text: String

  /// A pattern; `nil` where the text is empty or has `*` elsewhere than as its first label.
  public init?(_ text: String) {
    let text = text.lowercased()
    let rest = text == "*" ? "x" : text.hasPrefix("*.") ? String(text.dropFirst(2)) : text
    guard !rest.isEmpty, !rest.utf8.contains(UInt8(ascii: "*")) else { return nil }
    self.text = text
  }

  /// Whether the host, in lower case, is one of those.
  public func matches(_ host: String) -> Bool {
    if text == "*" { return true }
    return text.hasPrefix("*.") ? host.hasSuffix(text.dropFirst()) : host == text
  }
}
