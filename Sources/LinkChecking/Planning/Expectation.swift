internal import HTTP
internal import PageInspection

/// What the links to one target expect of its page.
struct Expectation: Hashable {
  /// The fragments of the links, undecoded; each once.
  var fragments: [String] = []
  /// The names of the page in the list: the texts of its links and the titles of its entries.
  var names: [String] = []
  /// The version of the page that was fine.
  var validator: Validator?

  /// The same where the page need not be read for fragments.
  var usableValidator: Validator? { fragments.isEmpty ? validator : nil }

  /// What to expect of the page at the end of some redirects: the fragment that they name, or else those of the links.
  static func of(_ chain: RedirectChain, _ own: Expectation?) -> Expectation? {
    guard let fragment = chain.fragment else { return own }
    return Expectation(fragments: [fragment], names: own?.names ?? [])
  }

  /// For each fragment that is an anchor, its possible names on the page of an address.
  func anchors(at address: WebAddress) -> [Set<String>] {
    fragments.compactMap { fragment in
      if case .anchor(let names) = FragmentTarget(fragment, at: address) { names } else { nil }
    }
  }

  /// The texts that fragments quote from the page of an address.
  func texts(at address: WebAddress) -> [TextFragment] {
    fragments.compactMap { fragment in
      if case .text(let text) = FragmentTarget(fragment, at: address) { text } else { nil }
    }
  }

  /// The fragments that the page of an address lacks, or may lack.
  func findings(
    in response: Response, at address: WebAddress, _ policy: FragmentPolicy = .check
  ) -> [String: FragmentResult] {
    if policy == .off { return [:] }
    var findings: [String: FragmentResult] = [:]
    for fragment in fragments {
      let finding = FragmentResult(FragmentTarget(fragment, at: address), in: response.page, response.bodyEnd)
      if finding == .fine { continue }
      findings[fragment] =
        finding == .missing && policy == .suspect ? .unknown("scripts may make it on this host") : finding
    }
    return findings
  }
}
