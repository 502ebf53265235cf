/// A site that shows the same page at several addresses.
enum KnownSite {
  case youTube, arXiv

  /// The site of a host in lower case, without `www.`; nil for any other.
  init?(host: [UInt8]) {
    switch host.count {
    case 8 where host.holds("youtu.be", at: 0), 11 where host.holds("youtube.com", at: 0),
      13 where host.holds("m.youtube.com", at: 0):
      self = .youTube
    case 9 where host.holds("arxiv.org", at: 0): self = .arXiv
    default: return nil
    }
  }

  /// The same text for all addresses of a page.
  func page(path: String, query: String) -> String {
    let parts = path.split(separator: "/")
    switch self {
    case .youTube: return Self.video(parts, query.split(separator: "&"))
    case .arXiv:
      guard parts.count > 1, parts[0] == "abs" || parts[0] == "pdf" else { break }
      let paper = parts.dropFirst().joined(separator: "/")
      return "arxiv.org/abs/" + (paper.hasSuffix(".pdf") ? String(paper.dropLast(4)) : paper)
    }
    return "arxiv.org/" + parts.joined(separator: "/") + (query.isEmpty ? "" : "?" + query)
  }

  private static func video(_ parts: [Substring], _ query: [Substring]) -> String {
    let names = query.map { $0.prefix { $0 != "=" } }
    // What the player does, and who shared the link.
    let kept = zip(names, query).filter { !["feature", "si", "app"].contains($0.0) }.map(\.1)
    let path = parts.joined(separator: "/")
    let isShort = parts.count == 1 && !names.contains("v") && parts[0].utf8.count == idLength
    let all = isShort ? ["v=\(parts[0])"] + kept : kept
    return "youtube.com/" + (isShort ? "watch" : path) + (all.isEmpty ? "" : "?" + all.sorted().joined(separator: "&"))
  }

  /// The length of a video's id, in bytes.
  private static let idLength = 11
}
