import Diagnostics
import LinkChecking
import Source

extension Verdict {
  /// The word between the URL and the participle in a message, with a space.
  fileprivate var verb: String {
    switch self {
    case .ok, .transient: ""
    case .moved: "has "
    case .unchecked: "was "
    case .gone, .broken, .blocked, .suspect, .refused, .excluded: "is "
    }
  }

  /// What became of the URL, as a message about it begins.
  fileprivate var participle: String {
    switch self {
    case .ok: "answers"
    case .transient: "fails"
    case .unchecked: "not checked"
    case .moved, .gone, .broken, .blocked, .suspect, .refused, .excluded: rawValue
    }
  }
}

extension CheckedLink {
  /// The result, as a sentence without a full stop; the URL is named once.
  var sentence: String {
    if reason?.contains("“\(url)”") == true { return outcome }
    return "\(ShownAddress.short(url)) \(verdict.verb)\(outcome)"
  }

  /// The result without the URL, as in "gone: 404 Not Found".
  private var outcome: String {
    if verdict == .moved, let shownTarget {
      let count = redirects > 1 ? " (\(redirects) redirects)" : ""
      return "\(verdict.participle) to \(ShownAddress.short(shownTarget))\(count)" + (reason.map { "; \($0)" } ?? "")
    }
    guard let detail = reason ?? status.map({ "status \($0)" }) else { return verdict.participle + destination }
    return "\(verdict.participle): \(detail)\(destination)"
  }

  /// Adds to the reason of a dead web link what was probably meant by its form.
  mutating func addLikelyMeaning() {
    guard verdict == .gone || verdict == .broken, hops.isEmpty, url.lowercased().begins(with: "http"),
      LocalLink(url) == nil, let advice = LikelyMeaning.advice(forWeb: url)
    else { return }
    reason = (reason.map { $0 + "; " } ?? "") + advice
  }

  /// The number of redirects that were followed.
  private var redirects: Int { max(hops.count - 1, 0) }

  /// Where the redirects of a link led, as a clause; empty where there were none.
  private var destination: String {
    guard redirects > 0, let last = hops.last else { return "" }
    let url = Credentials.hidden(inURL: last.url)
    if reason?.contains(url) == true { return "" }
    return "; \(redirects == 1 ? "a redirect" : "\(redirects) redirects") led to \(ShownAddress.short(url))"
  }

  /// A finding for each place of the link in a file; none for a link that passes.
  ///
  /// - Parameter edits: the edits that replace the URLs of moved links, by range.
  func diagnostics(in file: ListFile, edits: [SourceRange: Edit]) -> [Diagnostic] {
    if verdict == .ok, target != nil { return encryptionDiagnostics(in: file) }
    guard let rule = LinkRules.rule(of: verdict) else { return [] }
    return occurrences.filter { $0.file == file.input.name }.map { place in
      let objection = verdict == .moved ? objection(at: place.range, edits[place.range], in: file) : nil
      let rest = objection.map { "; --fix keeps it: \($0)" } ?? ""
      return Diagnostic(
        rule: rule.id, severity: rule.defaultSeverity ?? .note,
        message: sentence + rest,
        brief: outcome.replacing(" “\(url)”", with: "") + rest, range: place.range,
        fix: objection == nil ? edits[place.range].map { .safe($0) } : nil)
    }
  }

  /// Findings about a page that is the same with encryption.
  private func encryptionDiagnostics(in file: ListFile) -> [Diagnostic] {
    occurrences.filter { $0.file == file.input.name }.map { place in
      let isWritten = !file.isTranscoded && file.source[place.range].lowercased().begins(with: "http:")
      let scheme = SourceRange(place.range.lowerBound, place.range.lowerBound + "http".utf8.count)
      return Diagnostic(
        rule: LinkRules.http.id, severity: LinkRules.http.defaultSeverity ?? .note,
        message: "\(ShownAddress.short(url)) is unencrypted; https gives the same page",
        brief: "unencrypted; https gives the same page", range: place.range,
        fix: isWritten ? .safe(Edit(scheme, "https")) : nil)
    }
  }

  /// Why the new URL of a moved link is not written; nil if it can replace the old one.
  private func objection(at range: SourceRange, _ edit: Edit?, in file: ListFile) -> String? {
    if let objection = MovedLinkFix.objection(to: self) { return objection }
    if range.isEmpty { return "the place of the old URL is unknown" }
    guard let edit else { return "the list has the new URL already" }
    if file.isTranscoded { return "the file is not UTF-8" }
    return MovedLinkFix.isPlain(edit.replacement) ? nil : "the new URL needs escapes"
  }
}

extension Edit {
  /// The same replacement with ampersands as character references, where the source has its own so, as valid HTML does.
  func withReferences(as source: SourceText) -> Edit {
    guard source[range].holds("&amp;") else { return self }
    let plain = replacement.replacing(each: "&amp;", by: "&")
    return Edit(range, plain.replacing(each: "&", by: "&amp;"))
  }
}
