import JSON
import Source

extension Reporter {
  /// An array with one object a finding; lines and columns from 1, columns in Unicode scalars, offsets in UTF-8 bytes from 0.
  public static let json = Reporter(id: "json", summary: "an array of findings, for programs", isDocument: true) {
    files, _ in
    Array(JSONValue.array(files.flatMap { file in file.diagnostics.map { json($0, in: file) } }).text.utf8)
  }

  private static func json(_ diagnostic: Diagnostic, in file: FileReport) -> JSONValue {
    [
      "file": .string(file.file),
      "rule": .string(diagnostic.rule),
      "severity": .string(diagnostic.severity.rawValue),
      "message": .string(diagnostic.message),
      "start": json(diagnostic.range.lowerBound, in: file.source),
      "end": json(diagnostic.range.upperBound, in: file.source),
      "fix": diagnostic.fix?.shown(in: file.source).map { json($0, in: file.source) } ?? .null,
    ]
  }

  private static func json(_ fix: Fix, in source: SourceText) -> JSONValue {
    let edits = fix.edits.map { edit -> JSONValue in
      [
        "start": json(edit.range.lowerBound, in: source),
        "end": json(edit.range.upperBound, in: source),
        "replacement": .string(edit.replacement),
      ]
    }
    return ["safe": .bool(fix.isSafe), "edits": .array(edits)]
  }

  private static func json(_ offset: Int, in source: SourceText) -> JSONValue {
    let location = source.location(of: offset)
    return ["line": .integer(location.line), "column": .integer(location.column), "offset": .integer(offset)]
  }
}
