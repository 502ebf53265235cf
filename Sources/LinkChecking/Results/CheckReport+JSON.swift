internal import JSON
internal import Source

extension CheckReport {
  /// The report as JSON, with a newline at its end; the same bytes for the same report.
  ///
  /// `{summary: {links, ending, ok, moved, …}, links: [{url, verdict, reason, status, hops: [{url, status}], target, attempts,
  /// occurrences: [{file, line, column}]}]}`; unknown values are `null`.
  ///
  /// - Parameter put: writes the next piece, so that a long report is never in memory as a whole.
  public func writeJSON(to put: (String) -> Void) {
    let summary = summary
    let counts = Verdict.allCases.map { JSONMember($0.rawValue, .integer(summary[$0])) }
    let head = [JSONMember("links", .integer(summary.links)), JSONMember("ending", .string(ending.rawValue))]
    let members = [JSONMember("summary", .object(head + counts))]
    JSONValue.write(members, "links", links.lazy.map(\.json), to: put)
  }

  /// The same in one piece.
  public func json() -> String {
    var text = ""
    writeJSON { text += $0 }
    return text
  }
}

extension CheckedLink {
  fileprivate var json: JSONValue {
    [
      "url": .string(url),
      "verdict": .string(verdict.rawValue),
      "reason": .optional(reason.map { Credentials.hidden(in: $0) }),
      "status": .optional(status),
      "hops": .array(
        hops.map { ["url": .string(Credentials.hidden(inURL: $0.url)), "status": .optional($0.status)] }),
      "target": .optional(shownTarget),
      "attempts": .integer(attempts),
      "occurrences": .array(occurrences.map(\.json)),
    ]
  }
}

extension LinkOccurrence {
  fileprivate var json: JSONValue {
    ["file": .string(file), "line": .integer(location.line), "column": .integer(location.column)]
  }
}
