internal import HTTP

/// Language tags in URLs: `en`, `pt-br`, `zh_CN` (RFC 5646).
enum LanguageTag {
  /// Whether a text in lower case is the tag of a language that sites are written in, with or without a region.
  static func isOne(_ text: some StringProtocol) -> Bool {
    let parts = text.split { $0 == "-" || $0 == "_" }
    guard let language = parts.first, parts.count <= 3, text.utf8.count <= 10 else { return false }
    return languages.contains(String(language)) && parts.dropFirst().allSatisfy { (2...4).contains($0.utf8.count) }
  }

  /// The languages that a URL names: in its path, as the first label of its host, or in its query.
  static func all(in address: WebAddress) -> Set<String> {
    let url = address.url.lowercased()
    let parts = url.split(separator: "?", maxSplits: 1)
    var tags = (parts.first ?? "").split(separator: "/").dropFirst(2).map(String.init)
    let labels = address.host.split(separator: ".")
    if labels.count > 2, let first = labels.first { tags.append(String(first)) }
    for pair in (parts.count > 1 ? parts[1] : "").split(separator: "&") {
      let sides = pair.split(separator: "=", maxSplits: 1)
      if sides.count == 2, names.contains(String(sides[0])) { tags.append(String(sides[1])) }
    }
    return Set(tags.filter { isOne($0) })
  }

  /// The query parameters that name a language.
  static let names: Set<String> = ["lang", "language", "locale", "hl", "lg", "culture", "setlang", "uselang"]

  /// ISO 639-1, as far as sites use it, and `us` and `uk`, which some sites use as languages.
  private static let languages: Set<String> = {
    let codes = """
      af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja jp ka kk
      km kn ko lt lv mk ml mn mr ms my nb ne nl nn no pa pl pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur us uz vi
      zh zu
      """
    return Set(codes.split { $0 == " " || $0 == "\n" }.map(String.init))
  }()
}
