internal import LinkChecking
public import Source

/// What there is to do about the links in trouble, by what it takes.
public struct HistoryReport: Hashable, Sendable {
  /// The last trusted night; nil before the first.
  public let lastNight: Day?
  /// The nights after it that were not trusted, in order.
  public let untrusted: [LoggedNight]
  /// Links to a page with a new address.
  public private(set) var moved: [TroubledLink] = []
  /// Links that fail night after night, the oldest first.
  public private(set) var lasting: [TroubledLink] = []
  /// Links that answer night after night with something else.
  public private(set) var suspect: [TroubledLink] = []
  /// Links that fail, and may recover.
  public private(set) var watched: [TroubledLink] = []
  /// Links that are alive, but not for programs.
  public private(set) var blocked: [TroubledLink] = []
  /// Links that the last night did not check.
  public private(set) var unchecked: [TroubledLink] = []
  /// Links that recovered in the last night.
  public private(set) var recovered: [TroubledLink] = []
  /// What the last night changed, the most urgent first.
  public private(set) var news: [LinkNews] = []
  public let thresholds: Thresholds

  /// - Parameters:
  ///   - log: that of the state's nights.
  ///   - includes: whether a URL is of interest.
  public init(
    _ state: LinkState, log: NightLog = NightLog(), thresholds: Thresholds, includes: (String) -> Bool = { _ in true }
  ) {
    let last = state.nights.last
    lastNight = last
    untrusted = log.nights.filter { night in night.distrust != nil && last.map { night.date > $0 } ?? true }
    self.thresholds = thresholds
    for link in state.links where includes(link.url) {
      if let last, let news = LinkNews(link, on: last, thresholds) { self.news.append(news) }
      if link.uncheckedSince != nil {
        unchecked.append(link)
      } else if link.verdict == .moved {
        moved.append(link)
      } else if link.verdict == .blocked {
        blocked.append(link)
      } else if link.isLasting(thresholds) {
        if link.verdict == .suspect { suspect.append(link) } else { lasting.append(link) }
      } else if link.verdict.isCounted {
        watched.append(link)
      } else if link.lastOK == last {
        recovered.append(link)
      }
    }
    lasting.sort { ($0.since ?? $0.lastDay, $0.url) < ($1.since ?? $1.lastDay, $1.url) }
    let order = LinkNews.Kind.allCases
    news.sort { (order.firstIndex(of: $0.kind) ?? 0, $0.link.url) < (order.firstIndex(of: $1.kind) ?? 0, $1.link.url) }
  }

  /// Whether the last night changed something that a person should know at once.
  public var isNew: Bool { news.contains(where: \.kind.isUrgent) }

  /// The groups by their names, the most urgent first.
  public var groups: [(name: String, links: [TroubledLink])] {
    [
      ("moved", moved), ("lasting", lasting), ("watched", watched), ("suspect", suspect), ("blocked", blocked),
      ("unchecked", unchecked), ("recovered", recovered),
    ]
  }
}

extension TroubledLink {
  fileprivate var lastDay: Day { failures.last?.date ?? Day(number: 0) }
}
