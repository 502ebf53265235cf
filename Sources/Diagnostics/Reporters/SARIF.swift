import JSON
import Source

extension Reporter {
  /// SARIF 2.1.0 (OASIS, 2020) with columns in Unicode code points, as code scanning reads it.
  public static let sarif = Reporter(id: "sarif", summary: "SARIF 2.1.0, for code scanning", isDocument: true) {
    files, context in
    let rules = Set(files.flatMap { $0.diagnostics.map(\.rule) }).sorted()
    var run = [JSONMember("tool", ["driver": driver(rules, context)])]
    // The slash makes all of it the category of code scanning, in which a report replaces the one before.
    if let command = context.command {
      run.append(JSONMember("automationDetails", ["id": .string("awesome \(command)/")]))
    }
    run.append(JSONMember("columnKind", "unicodeCodePoints"))
    let found = files.flatMap { results($0, rules: rules, path: context.repositoryPath($0.file)) }
    run.append(JSONMember("results", .array(found)))
    let log = JSONValue.object([
      JSONMember(
        "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"),
      JSONMember("version", "2.1.0"),
      JSONMember("runs", [.object(run)]),
    ])
    return Array(log.text.utf8)
  }

  private static func driver(_ rules: [String], _ context: ReportContext) -> JSONValue {
    var members = [JSONMember("name", "awesome")]
    if let version = context.tool.version { members.append(JSONMember("version", .string(version))) }
    if let url = context.tool.url { members.append(JSONMember("informationUri", .string(url))) }
    let descriptions = rules.map { id in rule(id, context.rules.first { $0.id == id }) }
    return .object(members + [JSONMember("rules", .array(descriptions))])
  }

  /// A rule with what code scanning shows of it beside a finding.
  private static func rule(_ id: String, _ description: RuleDescription?) -> JSONValue {
    guard let description else { return ["id": .string(id)] }
    let rationale: JSONValue = ["text": .string(description.rationale)]
    var members = [
      JSONMember("id", .string(id)),
      JSONMember("shortDescription", ["text": .string(description.summary)]),
      JSONMember("fullDescription", rationale),
      JSONMember("help", rationale),
    ]
    if let url = description.helpURL { members.append(JSONMember("helpUri", .string(url))) }
    let configuration: JSONValue = [
      "enabled": .bool(description.defaultSeverity != nil),
      "level": .string((description.defaultSeverity ?? .warning).rawValue),
    ]
    return .object(members + [JSONMember("defaultConfiguration", configuration)])
  }

  private static func results(_ file: FileReport, rules: [String], path: String) -> [JSONValue] {
    let artifact = artifact(path)
    var fingerprints = Fingerprints()
    return file.diagnostics.map { diagnostic in
      var members = [
        JSONMember("ruleId", .string(diagnostic.rule)),
        JSONMember("ruleIndex", .optional(rules.firstIndex(of: diagnostic.rule))),
        JSONMember("level", .string(diagnostic.severity.rawValue)),
        JSONMember("message", ["text": .string(plain(diagnostic.message))]),
        JSONMember(
          "locations",
          [["physicalLocation": ["artifactLocation": artifact, "region": region(diagnostic.range, file.source)]]]),
        JSONMember("partialFingerprints", ["awesome/v1": .string(fingerprints.next(for: diagnostic, in: file.source))]),
      ]
      if let fix = diagnostic.fix?.shown(in: file.source) {
        let replacements = fix.edits.map { edit -> JSONValue in
          [
            "deletedRegion": region(edit.range, file.source),
            "insertedContent": ["text": .string(edit.replacement)],
          ]
        }
        let change: JSONValue = ["artifactLocation": artifact, "replacements": .array(replacements)]
        members.append(JSONMember("fixes", [["artifactChanges": [change]]]))
      }
      return .object(members)
    }
  }

  private static func region(_ range: SourceRange, _ source: SourceText) -> JSONValue {
    let start = source.location(of: range.lowerBound)
    let end = source.location(of: range.upperBound)
    return [
      "startLine": .integer(start.line), "startColumn": .integer(start.column),
      "endLine": .integer(end.line), "endColumn": .integer(end.column),
    ]
  }

  /// A message to show: inert, and without `[text](target)`, of which viewers would make a link (section 3.11.6).
  private static func plain(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in text.inert.unicodeScalars {
      if previous == "]", scalar == "(" { result += " " }
      result.unicodeScalars.append(scalar)
      previous = scalar
    }
    return result
  }

  /// The place of a file: below the root of the repository, which the reader of the log knows, unless the path leads out of it.
  private static func artifact(_ path: String) -> JSONValue {
    let uri = JSONMember("uri", .string(reference(to: path)))
    let isBelow = !path.begins(with: "/") && path != ".." && !path.begins(with: "../")
    return .object(isBelow ? [uri, JSONMember("uriBaseId", "%SRCROOT%")] : [uri])
  }

  /// A path as a URI reference (RFC 3986): bytes that are not allowed in a path are percent-encoded.
  private static func reference(to path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    var result: [UInt8] = path.begins(with: "/") ? Array("file://".utf8) : []
    for byte in path.utf8 {
      if allowed.contains(byte) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
