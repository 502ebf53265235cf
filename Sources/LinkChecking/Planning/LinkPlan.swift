internal import HTTP
internal import Source

/// What is to be asked for a list of links, and what is decided without asking.
struct LinkPlan {
  enum Fate {
    case decided(Verdict, String)
    /// The index of the address that is asked, and the link's own fragment.
    case asked(Int, fragment: String?)
  }

  private(set) var links: [(link: LinkToCheck, fate: Fate)] = []
  /// Different addresses, without fragments, in file order.
  private(set) var targets: [WebAddress] = []
  /// What is wanted of each.
  private(set) var expectations: [Expectation] = []
  private var indices: [String: Int] = [:]
  /// The addresses, fragments included, whose fragments are among the expectations.
  private var wanted: Set<WebAddress> = []

  init(_ links: [LinkToCheck], options: CheckOptions) {
    let merged = Self.merged(links)
    let addresses = merged.parallelMap { Self.address(of: $0, options.selection) }
    indices.reserveCapacity(merged.count)
    for (link, address) in zip(merged, addresses) { self.links.append((link, fate(of: link, address))) }
  }

  /// One link for each URL, with all its occurrences, in the order of the first of them.
  private static func merged(_ links: [LinkToCheck]) -> [LinkToCheck] {
    var merged: [LinkToCheck] = []
    var positions: [String: Int] = [:]
    var files: [String: Int] = [:]
    positions.reserveCapacity(links.count)
    for link in links {
      for occurrence in link.occurrences where files[occurrence.file] == nil { files[occurrence.file] = files.count }
      if let position = positions[link.url] {
        merged[position].occurrences += link.occurrences
        merged[position].names += link.names
      } else {
        positions[link.url] = merged.count
        merged.append(link)
      }
    }
    let place: (LinkOccurrence) -> (Int, Int) = { (files[$0.file] ?? 0, $0.range.lowerBound) }
    for index in merged.indices { merged[index].occurrences.sort { place($0) < place($1) } }
    // Links without a place come last; links at the same place keep their order.
    let keyed = merged.enumerated().map { index, link in
      (place: link.occurrences.first.map(place) ?? (Int.max, Int.max), index: index)
    }
    return keyed.sorted { ($0.place.0, $0.place.1, $0.index) < ($1.place.0, $1.place.1, $1.index) }.map {
      merged[$0.index]
    }
  }

  /// What is asked for a link, or what is decided about it without asking.
  private enum Address {
    case asked(WebAddress)
    case decided(Verdict, String)
  }

  private static func address(of link: LinkToCheck, _ selection: LinkSelection) -> Address {
    if let reason = selection.exclusion(of: link.url) { return .decided(.excluded, reason) }
    do {
      return .asked(try WebAddress(selection.remapped(link.url)))
    } catch {
      return decision(error)
    }
  }

  private mutating func fate(of link: LinkToCheck, _ address: Address) -> Fate {
    let asked: WebAddress
    switch address {
    case .decided(let verdict, let reason): return .decided(verdict, reason)
    case .asked(let address): asked = address
    }
    let index = indices[asked.url] ?? targets.count
    if index == targets.count {
      indices[asked.url] = index
      targets.append(asked.with(fragment: nil))
      expectations.append(Expectation())
    }
    if let fragment = asked.fragment, wanted.insert(asked).inserted {
      expectations[index].fragments.append(fragment)
    }
    expectations[index].names += link.names
    return .asked(index, fragment: asked.fragment)
  }

  private static func decision(_ error: AddressError) -> Address {
    switch error {
    case .relative: .decided(.unchecked, "not a web address: a path or a fragment")
    case .scheme(let scheme) where scheme == "mailto" || scheme == "tel":
      .decided(.unchecked, "not a web address: \(scheme):")
    case .scheme(let scheme): .decided(.refused, "the scheme \(scheme): is not asked")
    case .malformed(let detail): .decided(.broken, detail)
    }
  }
}
