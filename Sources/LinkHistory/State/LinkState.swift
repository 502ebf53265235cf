internal import LinkChecking
public import Source

/// What the nights so far found out about the links in trouble; a link that is fine is not in it.
public struct LinkState: Hashable, Sendable {
  /// The version of the file's format.
  public static let version = 1
  /// The nights that are remembered.
  public static let nightLimit = 30

  /// The last trusted nights, in order.
  public internal(set) var nights: [Day] = []
  /// By URL.
  public internal(set) var links: [TroubledLink] = []
  /// The members of the header that this version does not know.
  var unknown: [RawMember] = []
  /// The lines that cannot be used, which stay at the end of the file.
  var damaged: [[UInt8]] = []
  /// Where they are in the file that was read.
  public internal(set) var problems: [LineProblem] = []

  public init() {}

  /// The link with a URL.
  public subscript(url: String) -> TroubledLink? {
    let index = links.partitioningIndex { !$0.url.utf8.lexicographicallyPrecedes(url.utf8) }
    guard links.indices.contains(index), links[index].url.utf8.elementsEqual(url.utf8) else { return nil }
    return links[index]
  }

  /// The state after a night: pure, and the same for its outcomes in any order, and in any parts with different URLs.
  ///
  /// A lost state, or a lost line of it, can only delay that a link counts as one that lasts.
  public static func step(_ state: LinkState, _ night: Night) -> LinkState {
    var next = state
    let isLate = state.nights.last.map { night.date < $0 } ?? false
    let isFirst = !state.nights.contains(night.date)
    if isFirst {
      next.nights.insert(night.date, at: state.nights.firstIndex { $0 > night.date } ?? state.nights.endIndex)
      next.nights.removeFirst(max(0, next.nights.count - nightLimit))
    }
    let oldest = next.nights.count == nightLimit ? next.nights[0] : nil
    // A night before all that are remembered is forgotten at once.
    if let oldest, night.date < oldest { return state }
    // Before the outcomes, so that parts of a night give what the whole gives.
    next.links = state.links.compactMap { $0.pruned(before: oldest) }
    var known: Set<ExactText> = []
    for index in next.links.indices {
      let url = next.links[index].url
      known.insert(ExactText(url))
      if let outcome = night.outcome(of: url) {
        next.links[index].take(outcome, isLate: isLate)
        if !isLate { next.links[index].uncheckedSince = nil }
      } else if isFirst, !isLate, next.links[index].uncheckedSince == nil {
        next.links[index].uncheckedSince = night.date
      }
    }
    // On later nights a link without a line was fine, or was not checked.
    if !isLate {
      for outcome in night.troubled where !known.contains(ExactText(outcome.url)) {
        var link = TroubledLink(url: outcome.url)
        link.take(outcome, isLate: false)
        next.links.append(link)
      }
    }
    next.links.removeAll(where: \.isFine)
    next.sort()
    return next
  }

  mutating func sort() {
    links.sort { $0.url.utf8.lexicographicallyPrecedes($1.url.utf8) }
  }
}

extension TroubledLink {
  /// The link without the failures before a day; nil where nothing is left, or no night has checked it since.
  fileprivate func pruned(before oldest: Day?) -> TroubledLink? {
    guard let oldest else { return self }
    if let uncheckedSince, uncheckedSince < oldest { return nil }
    var link = self
    link.failures.removeAll { $0.date < oldest }
    return link.isFine ? nil : link
  }
}
