internal import LinkChecking
internal import JSON
public import Source

/// What there is to do about the links in trouble, by what it takes.
public struct HistoryReport: Hashable, Sendable {
  /// The last trusted night; nil before the first.
  public let lastNight: Day?
  /// Links to a page with a new address.
  public private(set) var moved: [TroubledLink] = []
  /// Links that fail night after night.
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
  private let thresholds: Thresholds

  /// - Parameter includes: whether a URL is of interest.
  public init(_ state: LinkState, thresholds: Thresholds, includes: (String) -> Bool = { _ in true }) {
    lastNight = state.nights.last
    self.thresholds = thresholds
    for link in state.links where includes(link.url) {
      if link.uncheckedSince != nil {
        unchecked.append(link)
      } else if link.verdict == .moved {
        moved.append(link)
      } else if link.verdict == .blocked {
        blocked.append(link)
      } else if case .lasting = link.standing(thresholds) {
        if link.verdict == .suspect { suspect.append(link) } else { lasting.append(link) }
      } else if link.verdict.isCounted {
        watched.append(link)
      } else if link.lastOK == lastNight {
        recovered.append(link)
      }
    }
    lasting.sort { ($0.since ?? $0.lastDay, $0.url) < ($1.since ?? $1.lastDay, $1.url) }
  }

  /// The groups by their names, the most urgent first.
  public var groups: [(name: String, links: [TroubledLink])] {
    [
      ("moved", moved), ("lasting", lasting), ("watched", watched), ("suspect", suspect), ("blocked", blocked),
      ("unchecked", unchecked), ("recovered", recovered),
    ]
  }

  /// The report as JSON, with a newline at its end: `{lastNight, moved: [{url, verdict, …}], lasting, watched, …}`.
  public func json(places: (String) -> [String]) -> String {
    let members = groups.map { group in
      JSONMember(group.name, .array(group.links.map { $0.json(thresholds, places: places($0.url)) }))
    }
    return JSONValue.object([JSONMember("lastNight", .optional(lastNight?.description))] + members).text
  }
}

extension TroubledLink {
  fileprivate var lastDay: Day { failures.last?.date ?? Day(number: 0) }

  /// - Parameter places: where the link is, as in `list.md:3:5`.
  fileprivate func json(_ thresholds: Thresholds, places: [String]) -> JSONValue {
    [
      "url": .string(url), "verdict": .string(verdict.rawValue), "status": .optional(status),
      "reason": .optional(reason), "target": .optional(target), "since": .optional(since?.description),
      "lastOK": .optional(lastOK?.description), "longestOutage": .integer(longestOutage),
      "failures": .array(
        failures.map { ["date": .string($0.date.description), "verdict": .string($0.verdict.rawValue)] }),
      "places": .array(places.map { .string($0) }),
    ]
  }
}
