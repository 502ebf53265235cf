import Diagnostics
import LinkChecking
import Source

extension Verdict {
  /// The severity of a finding with this verdict; nil for a link that passes or was not checked.
  var severity: Severity? {
    switch self {
    case .gone, .broken, .transient, .refused: .error
    case .moved, .suspect: .warning
    case .ok, .blocked, .unchecked, .excluded: nil
    }
  }

  /// The words after the URL in a message.
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
    case .unchecked: "was not checked"
    case .excluded: "is excluded"
    }
  }
}

extension CheckedLink {
  /// The result, as a sentence without a full stop.
  var sentence: String {
    if verdict == .moved, let shownTarget { return "\(url) has moved to \(shownTarget)" }
    guard let detail = reason ?? status.map({ "status \($0)" }) else { return "\(url) \(verdict.predicate)" }
    return "\(url) \(verdict.predicate): \(detail)"
  }

  /// A finding for each place of the link in a file; none for a link that passes.
  ///
  /// - Parameter edits: the edits that replace the URLs of moved links, by range.
  func diagnostics(in file: ListFile, edits: [SourceRange: Edit]) -> [Diagnostic] {
    guard let severity = verdict.severity else { return [] }
    return occurrences.filter { $0.file == file.input.name }.map { place in
      let objection = verdict == .moved ? objection(at: place.range, edits[place.range], in: file) : nil
      return Diagnostic(
        rule: "link-\(verdict.rawValue)", severity: severity,
        message: sentence + (objection.map { "; --fix keeps it: \($0)" } ?? ""), range: place.range,
        fix: objection == nil ? edits[place.range].map { .safe($0) } : nil)
    }
  }

  /// Why the new URL of a moved link is not written; nil if it can replace the old one.
  private func objection(at range: SourceRange, _ edit: Edit?, in file: ListFile) -> String? {
    if let objection = MovedLinkFix.objection(to: self) { return objection }
    if range.isEmpty { return "the place of the old URL is unknown" }
    guard let edit else { return "the list has the new URL already" }
    if file.isTranscoded { return "the file is not UTF-8" }
    return Self.isPlain(edit.replacement) ? nil : "the new URL needs escapes"
  }

  /// Whether a URL has the same meaning in Markdown and HTML, and a bare address keeps its last character.
  private static func isPlain(_ url: String) -> Bool {
    url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"()<>[]\\\"'`|".utf8.contains($0) }
      && url.utf8.last != UInt8(ascii: "?")
  }
}
