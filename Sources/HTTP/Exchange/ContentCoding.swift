extension [HeaderField] {
  /// The codings of the body (RFC 9110, section 8.4.1, and RFC 9112, section 7), in lower case; none for a plain one.
  var codings: [String] {
    codings(of: "content-encoding") + codings(of: "transfer-encoding")
  }

  /// Whether `Content-Encoding` has a value that is no coding, such as `UTF-8`: browsers ignore the field then.
  public var hasUnknownCoding: Bool {
    codings(of: "content-encoding").contains { !Self.knownCodings.contains($0) }
  }

  private func codings(of name: String) -> [String] {
    filter { $0.isNamed(name) }
      .flatMap { $0.value.lowercased().split(separator: ",") }
      .map { $0.filter { $0 != " " && $0 != "\t" } }
      .filter { !["", "identity", "chunked"].contains($0) }
  }

  private static var knownCodings: Set<String> {
    ["gzip", "x-gzip", "deflate", "compress", "x-compress", "br", "zstd"]
  }
}
