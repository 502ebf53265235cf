import Source

/// A scheme, a host and a port (RFC 6454): the servers that may receive the same secrets.
public struct Origin: Hashable, Sendable {
  public let isSecure: Bool
  /// A name or an address, as in a `WebAddress`.
  public let host: String
  public let port: Int

  public init(_ address: WebAddress) {
    isSecure = address.isSecure
    host = address.host
    port = address.port
  }

  /// Reads `HOST`, `HOST:PORT` or either after a scheme; `nil` for any other text.
  ///
  /// The default scheme is `https`, so that a secret is never sent in the clear by mistake.
  public init?(_ text: String) {
    let hasScheme = text.lowercased().begins(with: "http://") || text.lowercased().begins(with: "https://")
    let authority = hasScheme ? text.parts(at: "/", maxSplits: 1).last?.removing(prefix: "/") : text[...]
    guard let authority, !authority.isEmpty, !authority.utf8.contains(where: { "/\\?#@*%".utf8.contains($0) }),
      let address = try? WebAddress(hasScheme ? text : "https://" + text)
    else { return nil }
    self.init(address)
  }
}
