public import JSON
internal import LinkChecking
internal import Source

extension HistoryReport {
  /// The report as JSON, with a newline at its end:
  /// `{version, lastNight, untrusted: [{date, reason}], news: [{kind, url}], moved: [{url, verdict, …}], lasting, watched, …}`.
  ///
  /// - Parameter places: where a URL is, as in `list.md:3:5`.
  public func json(places: (String) -> [String]) -> String {
    let head: [JSONMember] = [
      JSONMember("version", 1), JSONMember("lastNight", .optional(lastNight?.description)),
      JSONMember(
        "untrusted",
        .array(untrusted.map { ["date": .string($0.date.description), "reason": .string($0.distrust ?? "")] })),
      JSONMember("news", .array(news.map { ["kind": .string($0.kind.rawValue), "url": .string($0.link.url)] })),
    ]
    let members = groups.map { group in
      JSONMember(group.name, .array(group.links.map { $0.json(places: places($0.url)) }))
    }
    return JSONValue.object(head + members).text
  }
}

extension TroubledLink {
  fileprivate func json(places: [String]) -> JSONValue {
    [
      "url": .string(url), "verdict": .string(verdict.rawValue), "status": .optional(status),
      "reason": .optional(reason), "target": .optional(target.map { Credentials.hidden(inURL: $0) }),
      "since": .optional(since?.description), "nights": .integer(streak.count),
      "lastOK": .optional(lastOK?.description), "longestOutage": .integer(longestOutage),
      "uncheckedSince": .optional(uncheckedSince?.description),
      "failures": .array(
        failures.map { ["date": .string($0.date.description), "verdict": .string($0.verdict.rawValue)] }),
      "places": .array(places.map { .string($0) }),
    ]
  }
}

/// The JSON Schema of `HistoryReport.json`.
public enum HistoryReportSchema {
  public static var value: JSONValue {
    let groups: [(String, JSONValue)] = [
      ("moved", group("Links to a page with a new address.")),
      ("lasting", group("Links that fail night after night: errors.")),
      ("watched", group("Links that fail, and may recover.")),
      ("suspect", group("Links that answer night after night with something else: warnings.")),
      ("blocked", group("Links that are alive, but not for programs.")),
      ("unchecked", group("Links that the last night did not check.")),
      ("recovered", group("Links that recovered in the last night.")),
    ]
    let head: [(String, JSONValue)] = [
      ("version", JSONSchema.count(from: 1, "The version of this format.")),
      ("lastNight", JSONSchema.nullable("string", "The last trusted night, as in 2026-11-30; null before the first.")),
      ("untrusted", JSONSchema.array(of: "night", "The nights after it that were not trusted.")),
      ("news", JSONSchema.array(of: "news", "What the last night changed.")),
    ]
    return JSONSchema.document(
      title: "History of links", JSONSchema.object(head + groups),
      definitions: [
        ("night", .object(JSONSchema.object(night))), ("news", .object(JSONSchema.object(news))),
        ("link", .object(JSONSchema.object(link))), ("failure", .object(JSONSchema.object(failure))),
      ])
  }

  private static func group(_ description: String) -> JSONValue { JSONSchema.array(of: "link", description) }

  private static let night: [(String, JSONValue)] = [
    ("date", JSONSchema.plain("string", "The date.")), ("reason", JSONSchema.plain("string", "Why.")),
  ]

  private static let news: [(String, JSONValue)] = [
    ("kind", JSONSchema.choice(LinkNews.Kind.allCases.map(\.rawValue), "What changed.")),
    ("url", JSONSchema.plain("string", "The address.")),
  ]

  private static let link: [(String, JSONValue)] = [
    ("url", JSONSchema.plain("string", "The address, as the list has it.")),
    ("verdict", JSONSchema.choice(Verdict.allCases.map(\.rawValue), "How the link turned out.")),
    ("status", JSONSchema.nullable("integer", "The HTTP status; null without an answer.")),
    ("reason", JSONSchema.nullable("string", "Why it has its verdict.")),
    ("target", JSONSchema.nullable("string", "The new address of a link that moved.")),
    ("since", JSONSchema.nullable("string", "The first night of the failure.")),
    ("nights", JSONSchema.count("The nights of the failure.")),
    ("lastOK", JSONSchema.nullable("string", "The last day on which the link was fine; null where that is not known.")),
    ("longestOutage", JSONSchema.count("The days of the longest outage that ended.")),
    ("uncheckedSince", JSONSchema.nullable("string", "The first of the nights that did not check the link.")),
    ("failures", JSONSchema.array(of: "failure", "The nights on which it failed, of the last 30.")),
    (
      "places",
      [
        "description": "Its places in the list, as in list.md:3:5; empty without a list.", "type": "array",
        "items": ["type": "string"],
      ]
    ),
  ]

  private static let failure: [(String, JSONValue)] = [
    ("date", JSONSchema.plain("string", "The night.")),
    ("verdict", JSONSchema.choice(["gone", "broken", "transient", "suspect"], "How it failed.")),
  ]
}
