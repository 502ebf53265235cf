import Diagnostics
import LinkChecking
import Source

/// Where the links of a list are.
struct LinkPlaces {
  let configuration: Configuration
  private let file: ListFile
  private let links: [LinkToCheck]
  private var places: [ExactText: [String]] = [:]

  init(_ input: InputFile) throws {
    configuration = input.configuration
    file = try ListFile(input)
    links = LinkCollection([file], LinkSelection()).links
    for link in links {
      let shown = link.occurrences.map { "\($0.file):\($0.location.line):\($0.location.column)" }
      places[ExactText(Credentials.hidden(inURL: link.url)), default: []] += shown
    }
  }

  func contains(_ url: String) -> Bool { places[ExactText(url)] != nil }

  subscript(url: String) -> [String] { places[ExactText(url)] ?? [] }

  /// The difference that the new addresses of links make to the list, for `patch` and `git apply`; empty where no address is to be written.
  func patch(_ moved: [(url: String, target: String)]) -> String {
    let targets = Dictionary(moved.map { (ExactText($0.url), $0.target) }) { first, _ in first }
    let checked = links.map { link in
      let target = targets[ExactText(Credentials.hidden(inURL: link.url))]
      return CheckedLink(
        url: link.url, verdict: target == nil ? .ok : .moved, target: target, occurrences: link.occurrences)
    }
    let edits = MovedLinkFix.edits(for: CheckReport(links: checked))[file.input.name] ?? []
    guard !file.isTranscoded, !edits.isEmpty else { return "" }
    let new = edits.map { $0.withReferences(as: file.source) }.applied(to: file.source.bytes).bytes
    let name = file.input.name.inert
    return UnifiedDiff(old: file.source.bytes, new: new, oldLabel: "a/\(name)", newLabel: "b/\(name)").text
  }
}
