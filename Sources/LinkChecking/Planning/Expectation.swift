internal import HTTP
internal import PageInspection

/// What the links to one target expect of its page.
struct Expectation: Hashable {
  /// The fragments of the links, undecoded; each once.
  var fragments: [String] = []
  /// The names of the page in the list: the texts of its links and the titles of its entries.
  var names: [String] = []

  /// What to expect of the page at the end of some redirects: the fragment that they name, or else those of the links.
  static func of(_ chain: RedirectChain, _ own: Expectation?) -> Expectation? {
    guard let fragment = chain.fragment else { return own }
    return Expectation(fragments: [fragment], names: own?.names ?? [])
  }

  /// For each fragment that is an anchor, its possible names on a page of this host.
  func anchors(host: String) -> [Set<String>] {
    fragments.compactMap { fragment in
      if case .anchor(let names) = FragmentTarget(fragment, host: host) { names } else { nil }
    }
  }

  /// The fragments that a page of this host lacks, or may lack.
  func findings(in response: Response, host: String) -> [String: FragmentResult] {
    var findings: [String: FragmentResult] = [:]
    for fragment in fragments {
      let finding = FragmentResult(FragmentTarget(fragment, host: host), in: response.page, response.bodyEnd)
      if finding != .fine { findings[fragment] = finding }
    }
    return findings
  }
}
