import Markup
import Source

/// Where a list comes from, as far as it is known.
public struct ListOrigin: Sendable {
  /// The web address of the repository, without a slash at its end.
  public let repository: String?
  /// The list's path in the repository, with slashes.
  public let path: String
  /// The path of the guide for contributors in the repository.
  public let contributing: String?
  /// When the list was last changed, in seconds since 1970.
  public let date: Int?

  /// - Parameter remote: the address of the repository's remote as git has it, such as `git@github.com:owner/name.git`.
  public init(remote: String? = nil, path: String = "", contributing: String? = nil, date: Int? = nil) {
    repository = remote.flatMap(Self.webAddress)
    self.path = path
    self.contributing = contributing
    self.date = date
  }

  /// The address of the page of a file in the repository; nil where the forge's form of it is not known.
  ///
  /// - Parameter reference: a relative address in the list, or one from the repository's root if it begins with a slash.
  func address(of reference: String) -> String? {
    guard let repository, let host = repository.dropFirst(8).split(separator: "/").first else { return nil }
    let form: String
    switch host {
    case "github.com": form = "/blob/HEAD/"
    case "gitlab.com": form = "/-/blob/HEAD/"
    default: return nil
    }
    let end = reference.utf8.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? reference.endIndex
    var folders = path.split(separator: "/").dropLast()
    if reference.utf8.first == UInt8(ascii: "/") { folders = [] }
    for part in reference[..<end].split(separator: "/") where part != "." {
      if part != ".." { folders.append(part) } else if folders.popLast() == nil { return nil }
    }
    return SafeAddress.of(repository + form + folders.joined(separator: "/") + reference[end...])
  }

  /// The page of a remote: without a user, password, port of SSH or `.git`; nil for a file and for other protocols.
  private static func webAddress(_ remote: String) -> String? {
    var rest = remote[...]
    if let scheme = ["https://", "http://", "ssh://", "git://", "git+ssh://"].first(
      where: remote.lowercased().hasPrefix)
    {
      rest = rest.dropFirst(scheme.count)
    } else if remote.utf8.contains(UInt8(ascii: "/")), let colon = remote.firstIndex(of: ":"),
      !remote[..<colon].contains("/"), !remote[..<colon].contains("\\")
    {
      // The short form of SSH: user@host:path.
      rest = remote[..<colon] + "/" + remote[colon...].dropFirst().drop { $0 == "/" }
    } else {
      return nil
    }
    let parts = rest.split(separator: "/").map(String.init)
    guard parts.count > 1, var host = parts[0].split(separator: "@").last.map(String.init) else { return nil }
    if !remote.lowercased().hasPrefix("http"), let port = host.firstIndex(of: ":") { host = String(host[..<port]) }
    var path = parts.dropFirst().joined(separator: "/")
    if path.hasSuffix(".git") { path.removeLast(4) }
    let isPlain = host.utf8.allSatisfy { $0.isASCIIAlphanumeric || ".-:".utf8.contains($0) }
    guard isPlain, host.contains("."), !path.isEmpty else { return nil }
    return SafeAddress.of("https://\(host.lowercased())/\(path)")
  }
}
