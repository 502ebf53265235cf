import JSON
import Source

extension Reporter {
  /// SARIF 2.1.0 (OASIS, 2020) with columns in Unicode code points, as code scanning reads it.
  public static let sarif = Reporter(id: "sarif", summary: "SARIF 2.1.0, for code scanning", isDocument: true) {
    files, _, descriptions in
    let rules = Set(files.flatMap { $0.diagnostics.map(\.rule) }).sorted()
    let run: JSONValue = [
      "tool": [
        "driver": [
          "name": "awesome",
          "rules": .array(rules.map { id in rule(id, descriptions.first { $0.id == id }) }),
        ]
      ],
      "columnKind": "unicodeCodePoints",
      "results": .array(files.flatMap { results($0, rules: rules) }),
    ]
    return JSONValue.object([
      JSONMember(
        "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"),
      JSONMember("version", "2.1.0"),
      JSONMember("runs", [run]),
    ]).text
  }

  /// A rule with what code scanning shows of it beside a finding.
  private static func rule(_ id: String, _ description: RuleDescription?) -> JSONValue {
    guard let description else { return ["id": .string(id)] }
    let rationale: JSONValue = ["text": .string(description.rationale)]
    return [
      "id": .string(id),
      "shortDescription": ["text": .string(description.summary)],
      "fullDescription": rationale,
      "help": rationale,
      "defaultConfiguration": [
        "enabled": .bool(description.defaultSeverity != nil),
        "level": .string((description.defaultSeverity ?? .warning).rawValue),
      ],
    ]
  }

  private static func results(_ file: FileReport, rules: [String]) -> [JSONValue] {
    let artifact: JSONValue = ["uri": .string(reference(to: file.file))]
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
