import Diagnostics
import LinkChecking
import Source

/// A selection that leaves none of the lists' links to check.
struct EmptySelection {
  /// What is wrong, and what to do, as a sentence without a full stop.
  let sentence: String

  /// nil where a link is left, and where there was none to begin with.
  ///
  /// - Parameters:
  ///   - links: all links of the lists, also those that a change leaves as they are.
  ///   - sources: where patterns are: names of configurations and options.
  init?(_ links: [LinkToCheck], _ selection: LinkSelection, sources: [String]) {
    let urls = Set(links.lazy.map(\.url).filter(Self.isCheckable).map(ExactText.init))
    guard !urls.isEmpty, urls.allSatisfy({ selection.exclusion(of: $0.text) != nil }) else { return nil }
    sentence =
      "no link was checked: the patterns of \(sources.joined(separator: " and ")) leave none of "
      + "\(counted(urls.count, "link")); correct them"
  }

  /// Whether a run without patterns would check an address.
  private static func isCheckable(_ url: String) -> Bool {
    url.lowercased().begins(with: "http") || LocalLink(url) != nil
  }

  /// The finding in a file whose first link is at a place.
  func diagnostic(at range: SourceRange) -> Diagnostic {
    Diagnostic(rule: LinkRules.patterns.id, severity: .error, message: sentence, range: range)
  }
}

extension CheckLinks {
  /// What is wrong where the patterns of a run leave no link.
  func emptySelection(
    _ collection: LinkCollection, _ selection: LinkSelection, _ configurations: [Configuration]
  ) -> EmptySelection? {
    var sources: [String] = []
    for configuration in configurations {
      let patterns = configuration.checkLinks.exclude + (links.include.isEmpty ? configuration.checkLinks.include : [])
      for file in patterns.map(\.file) where !sources.contains(file) { sources.append(file) }
    }
    if !links.exclude.isEmpty { sources.append("--exclude") }
    if !links.include.isEmpty { sources.append("--include") }
    return sources.isEmpty ? nil : EmptySelection(collection.links, selection, sources: sources)
  }
}
