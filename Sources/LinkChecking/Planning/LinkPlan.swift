internal import HTTP
internal import PageInspection
internal import Source

/// The requests for a list of links, and the links that need none.
struct LinkPlan {
  enum Fate {
    case decided(LinkDecision)
    /// The index of the link's target, and the link's own fragment.
    case requested(Int, fragment: String?)
  }

  private(set) var links: [(link: LinkToCheck, fate: Fate)] = []
  /// Different addresses, without fragments, in file order.
  private(set) var targets: [WebAddress] = []
  /// For each target.
  private(set) var expectations: [Expectation] = []
  /// Patterns of URLs that keep their permanent redirects.
  let keptRedirects: [Glob]
  private var indices: [String: Int] = [:]
  private let isRemapped: Bool
  /// The addresses whose fragments are among the expectations.
  private var wanted: Set<WebAddress> = []

  init(_ links: [LinkToCheck], options: CheckOptions) {
    keptRedirects = options.selection.keptRedirects
    isRemapped = !options.selection.remaps.isEmpty
    let merged = Self.merged(links)
    let addresses = merged.parallelMap { Self.address(of: $0, options.selection) }
    indices.reserveCapacity(merged.count)
    self.links.reserveCapacity(merged.count)
    for (link, address) in zip(merged, addresses) { self.links.append((link, fate(of: link, address))) }
    // Of use only while links are added; a plan lives as long as the run.
    indices = [:]
    wanted = []
  }

  /// One link for each URL that needs a request, with all its occurrences, and the decided links as they are; in file order.
  private static func merged(_ links: [LinkToCheck]) -> [LinkToCheck] {
    var merged: [LinkToCheck] = []
    var positions: [ExactText: Int] = [:]
    var files: [String: Int] = [:]
    positions.reserveCapacity(links.count)
    for link in links {
      for occurrence in link.occurrences where files[occurrence.file] == nil { files[occurrence.file] = files.count }
      guard link.decision == nil, let position = positions[ExactText(link.url)] else {
        if link.decision == nil { positions[ExactText(link.url)] = merged.count }
        merged.append(link)
        continue
      }
      merged[position].occurrences += link.occurrences
      merged[position].names += link.names
    }
    let place: (LinkOccurrence) -> (Int, Int) = { (files[$0.file] ?? 0, $0.range.lowerBound) }
    for index in merged.indices where merged[index].occurrences.count > 1 {
      merged[index].occurrences.sort { place($0) < place($1) }
    }
    // Links without a place come last; links at the same place keep their order.
    let keyed = merged.enumerated().map { index, link in
      (place: link.occurrences.first.map(place) ?? (Int.max, Int.max), index: index)
    }
    return keyed.sorted { ($0.place.0, $0.place.1, $0.index) < ($1.place.0, $1.place.1, $1.index) }.map {
      merged[$0.index]
    }
  }

  private enum Address {
    case decided(LinkDecision)
    case requested(WebAddress)
  }

  private static func address(of link: LinkToCheck, _ selection: LinkSelection) -> Address {
    if let decision = link.decision { return .decided(decision) }
    if let reason = selection.exclusion(of: link.url) { return .decided(LinkDecision(.excluded, reason)) }
    do {
      return .requested(try WebAddress(selection.remapped(link.url)))
    } catch {
      return .decided(decision(error))
    }
  }

  private mutating func fate(of link: LinkToCheck, _ address: Address) -> Fate {
    switch address {
    case .decided(let decision): return .decided(decision)
    case .requested(let address):
      let index = indices[address.url] ?? targets.count
      if index == targets.count {
        indices[address.url] = index
        targets.append(address.with(fragment: nil))
        expectations.append(Expectation())
      }
      if let fragment = address.fragment, !isMadeByScripts(fragment, of: link), wanted.insert(address).inserted {
        expectations[index].fragments.append(fragment)
      }
      expectations[index].names += link.names
      if let validator = link.validator { expectations[index].validator = validator }
      return .requested(index, fragment: address.fragment)
    }
  }

  /// Whether no page of the written address has the fragment in its HTML, which its replacement by `remaps` need not show.
  private func isMadeByScripts(_ fragment: String, of link: LinkToCheck) -> Bool {
    guard isRemapped, let written = try? WebAddress(link.url) else { return false }
    return FragmentTarget(fragment, at: written) == .nothing
  }

  private static func decision(_ error: AddressError) -> LinkDecision {
    switch error {
    case .relative: LinkDecision(.unchecked, "not a web address: a path or a fragment")
    case .scheme(let scheme): URLScheme(scheme).decision(scheme)
    case .malformed(let detail): LinkDecision(.broken, detail)
    }
  }
}
