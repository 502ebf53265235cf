import AwesomeList
import LinkChecking
import Markdown
import Source
import SystemPackage
import TextRepair

/// A link to a file of the list's repository, or to a heading of the list.
struct LocalLink {
  /// A path, a fragment, or both, as written.
  private let url: String
  /// The path without its query, decoded; empty for a fragment alone.
  let path: String
  /// Without its `#`; empty for a link without one.
  private let fragment: String

  /// Reads a destination; `nil` for one with a scheme or a host.
  init?(_ url: String) {
    guard !Self.hasScheme(url), !url.begins(with: "//"), !url.begins(with: "\\\\") else { return nil }
    self.url = url
    // By bytes: a `#` and a selector after it are one character.
    let parts = url.utf8.split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
    fragment = parts.count > 1 ? String(Substring(parts[1])) : ""
    path = PercentEncoding.decode(String(Substring(parts[0].prefix { $0 != UInt8(ascii: "?") })))
  }

  /// Whether a destination begins with a scheme (RFC 3986, section 3.1), and not with a host and its port.
  private static func hasScheme(_ url: String) -> Bool {
    // Nearly all are web addresses.
    if url.begins(with: "https://") || url.begins(with: "http://") { return true }
    guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")), let first = url.utf8.first, first.isASCIILetter else {
      return false
    }
    let isName = url.utf8[..<colon].allSatisfy { $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) }
    guard isName, !LikelyMeaning.beginsWithPort(url) else { return false }
    // A file may have a colon in its name, too.
    return url[colon...].begins(with: "://") || URLScheme(url[..<colon]) != .unknown
  }

  /// Whether the path leads to a file of the repository, or to a page of its forge.
  func isFound(from list: FilePath?) -> Bool {
    guard !path.utf8.contains(0) else { return false }
    return switch RepositoryPath(path, from: list) {
    case .file, .forge: true
    case .missing, .nowhere, .outside, .symbolicLink: false
    }
  }

  /// Checks the link against the files of the repository only.
  func decision(in file: ListFile) -> LinkDecision {
    guard !path.isEmpty else {
      return file.list.anchors.resolves(fragment) ? LinkDecision(.ok) : Self.missing(fragment, "no heading or anchor")
    }
    guard !path.utf8.contains(0) else { return LinkDecision(.broken, "the path has a control character") }
    switch RepositoryPath(path, from: file.input.path) {
    case .outside: return LinkDecision(.refused, "the path leads out of the repository")
    case .symbolicLink:
      return LinkDecision(.refused, "the path has a symbolic link that leads out of the repository, or nowhere")
    case .forge: return LinkDecision(.unchecked, "it is a page of the forge, not a file")
    case .missing(let folder, let name):
      if let advice = LikelyMeaning.advice(for: url, mayBeHost: path.begins(with: name)) {
        return LinkDecision(.broken, "not a web address, and no such file; \(advice)")
      }
      if let other = LikelyMeaning.otherCase(of: name, in: folder) {
        return LinkDecision(.gone, "no such file; there is “\(other)”, in other letters")
      }
      let slashed = path.replacing(each: "\\", by: "/")
      guard slashed != path, case .file = RepositoryPath(slashed, from: file.input.path) else {
        return LinkDecision(.gone, "no such file")
      }
      return LinkDecision(.gone, "no such file; write “\(slashed)”")
    case .nowhere: return LinkDecision(.gone, "no such file")
    case .file(let found): return fragment.isEmpty ? LinkDecision(.ok) : decision(fragment, in: found)
    }
  }

  /// Checks a fragment of a file; only Markdown has known ones, and reading a pipe would block.
  private func decision(_ fragment: String, in path: FilePath) -> LinkDecision {
    if path.type == .directory {
      // A forge shows the folder's README below its files.
      guard let name = path.fileNames.first(where: { $0.lowercased().begins(with: "readme") && $0.hasMarkdownSuffix })
      else { return LinkDecision(.broken, "the folder has no README, in which “#\(fragment)” could be") }
      return decision(fragment, in: path.appending(name))
    }
    guard !Fragment.namesLines(fragment), path.string.hasMarkdownSuffix, path.type == .regular,
      let bytes = try? path.read(as: url, limit: InputFile.Content.list.sizeLimit),
      let text = try? decodeText(bytes), let document = try? Document(text.source),
      !List(document).anchors.resolves(fragment)
    else { return LinkDecision(.ok) }
    return Self.missing(fragment, "no heading or anchor in the file")
  }

  private static func missing(_ fragment: String, _ subject: String) -> LinkDecision {
    LinkDecision(.broken, "\(subject) matches “#\(Fragment.anchor(of: fragment))”")
  }
}
