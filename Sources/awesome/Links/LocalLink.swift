import AwesomeList
import LinkChecking
import Markdown
import Source
import SystemPackage
import TextRepair

/// A link to a file of the list's own repository, or to a place in the list itself.
struct LocalLink {
  /// As it is written: a path, a fragment, or both.
  let url: String
  let place: LinkOccurrence

  /// Whether a destination is one: it has no scheme and no host.
  static func isLocal(_ url: String) -> Bool {
    let scheme = url.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    return !scheme.contains(UInt8(ascii: ":")) && !url.hasPrefix("//") && !url.hasPrefix("\\\\")
  }

  /// Looks on the disk, within the repository and nowhere else.
  func check(in file: ListFile) -> CheckedLink {
    let (verdict, reason) = judge(file)
    return CheckedLink(url: url, verdict: verdict, reason: reason, occurrences: [place])
  }

  private func judge(_ file: ListFile) -> (Verdict, String?) {
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let fragment = parts.count > 1 ? parts[1] : ""
    let path = Anchors.decoded(String(parts[0].prefix { $0 != "?" }))
    guard !path.isEmpty else {
      return file.list.anchors.resolves(fragment)
        ? (.ok, nil) : (.broken, "no heading or anchor matches #\(Anchors.target(of: fragment))")
    }
    guard !path.utf8.contains(0) else { return (.broken, "the path has a control character") }
    switch RepositoryPath(path, from: file.input.path) {
    case .outside: return (.refused, "the path leads out of the repository")
    case .linkAway: return (.refused, "the path has a symbolic link that leads out of the repository, or nowhere")
    case .forge: return (.unchecked, "it is a page of the forge, not a file")
    case .missing: return (.gone, "no such file")
    case .file(let found): return fragment.isEmpty ? (.ok, nil) : judge(fragment, of: found)
    }
  }

  /// Whether a fragment names something in a file; that can be said of Markdown alone, and a pipe would be waited for.
  private func judge(_ fragment: String, of path: FilePath) -> (Verdict, String?) {
    guard [".md", ".markdown"].contains(where: { path.string.lowercased().hasSuffix($0) }),
      path.type == .regular,
      let bytes = try? path.read(as: url, limit: InputFile.Content.list.sizeLimit),
      let text = try? decodeText(bytes), let document = try? Document(text.source)
    else { return (.ok, nil) }
    let isLine = fragment.first == "L" && fragment.dropFirst().allSatisfy { $0.isNumber || $0 == "-" || $0 == "L" }
    guard !isLine, !List(document).anchors.resolves(fragment) else { return (.ok, nil) }
    return (.broken, "no heading or anchor in the file matches #\(Anchors.target(of: fragment))")
  }
}

extension Anchors {
  /// The text with its percent-encoding resolved.
  fileprivate static func decoded(_ text: String) -> String {
    // The prefix is what `target(of:)` takes away besides.
    String(target(of: "user-content-" + text))
  }
}
