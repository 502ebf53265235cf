public import JSON

/// The JSON Schema of `CheckReport.json`.
public enum CheckReportSchema {
  public static var value: JSONValue {
    let counts = Verdict.allCases.map { ($0.rawValue, JSONSchema.count("The links with this verdict.")) }
    let head = [
      ("links", JSONSchema.count("All links, each once.")),
      ("ending", JSONSchema.choice(RunEnding.allCases.map(\.rawValue), "How the run ended.")),
    ]
    let summary = JSONSchema.object(head + counts)
    return JSONSchema.document(
      title: "Checked links",
      JSONSchema.object([
        ("summary", .object(summary)),
        ("links", JSONSchema.array(of: "link", "The links, in the order of the lists.")),
      ]),
      definitions: [
        ("link", .object(JSONSchema.object(link))), ("hop", .object(JSONSchema.object(hop))),
        ("occurrence", .object(JSONSchema.object(occurrence))),
      ])
  }

  private static let link: [(String, JSONValue)] = [
    ("url", JSONSchema.plain("string", "The address, as the list has it.")),
    ("verdict", JSONSchema.choice(Verdict.allCases.map(\.rawValue), "How the link turned out.")),
    ("reason", JSONSchema.nullable("string", "Why it has its verdict.")),
    ("status", status),
    ("hops", JSONSchema.array(of: "hop", "The redirects, in their order.")),
    ("target", JSONSchema.nullable("string", "The address where the redirects end, or the one to write.")),
    ("attempts", JSONSchema.count("The number of requests.")),
    ("occurrences", JSONSchema.array(of: "occurrence", "The places of the link.")),
  ]

  private static let hop: [(String, JSONValue)] = [
    ("url", JSONSchema.plain("string", "The address that redirects.")),
    ("status", status),
  ]

  private static let occurrence: [(String, JSONValue)] = [
    ("file", JSONSchema.plain("string", "The name of the file.")),
    ("line", JSONSchema.count(from: 1, "The line, from 1.")),
    ("column", JSONSchema.count(from: 1, "The column in Unicode scalars, from 1.")),
  ]

  private static let status = JSONSchema.nullable("integer", "The HTTP status; null without an answer.")
}
