import Diagnostics
import LinkChecking
import Source

extension Verdict {
  /// How much a link with this verdict weighs; nil where it passes or was not judged.
  var severity: Severity? {
    switch self {
    case .gone, .broken, .transient, .refused: .error
    case .moved, .suspect: .warning
    case .ok, .blocked, .unchecked, .excluded: nil
    }
  }

  /// What a finding says after the URL.
  fileprivate var predicate: String {
    switch self {
    case .ok: "answers"
    case .moved: "has moved"
    case .gone: "is gone"
    case .broken: "is broken"
    case .transient: "fails"
    case .blocked: "is blocked"
    case .suspect: "is suspect"
    case .refused: "is refused"
    case .unchecked: "was not asked"
    case .excluded: "is excluded"
    }
  }
}

extension CheckedLink {
  /// What there is to say about the link, as a sentence without a full stop.
  var sentence: String {
    if verdict == .moved, let target { return "\(url) has moved to \(target)" }
    guard let detail = reason ?? status.map({ "status \($0)" }) else { return "\(url) \(verdict.predicate)" }
    return "\(url) \(verdict.predicate): \(detail)"
  }

  /// A finding for each place where the link stands in a file; none where there is nothing to find.
  ///
  /// - Parameter edits: those that write the new addresses of moved links into the file, by the ranges they replace.
  func diagnostics(in file: ListFile, edits: [SourceRange: Edit]) -> [Diagnostic] {
    guard let severity = verdict.severity else { return [] }
    return occurrences.filter { $0.file == file.input.name }.map { place in
      Diagnostic(
        rule: "link-\(verdict.rawValue)", severity: severity, message: sentence, range: place.range,
        fix: edits[place.range].flatMap { fix($0, in: file) })
    }
  }

  /// The new address of a moved link, where it can be put in place of the old one in every syntax that an address is written in.
  private func fix(_ edit: Edit, in file: ListFile) -> Fix? {
    guard verdict == .moved, !file.isTranscoded, Self.canStandAnywhere(edit.replacement) else { return nil }
    // What is written differently from what it means (escapes, credentials) is left to a person.
    guard file.source[edit.range] == url else { return nil }
    return .safe(edit)
  }

  /// Whether a URL needs no escapes in Markdown or HTML, and does not end in what a bare address would lose.
  private static func canStandAnywhere(_ url: String) -> Bool {
    let safe = url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"()<>[]\\\"'`|;".utf8.contains($0) }
    guard safe, let last = url.utf8.last else { return false }
    return !"?!.,:*_~".utf8.contains(last)
  }
}
