/// What the schema of SARIF 2.1.0 demands of the objects that the reporter writes: the members that each may have, those that it
/// must have, and their types.
///
/// Source: OASIS, sarif-schema-2.1.0.json, in which every object forbids members that it does not name.
indirect enum SARIFShape: Sendable {
  case object(required: [String], [String: SARIFShape])
  /// An object whose members are named freely.
  case map(SARIFShape)
  case array(SARIFShape, atLeast: Int = 0)
  case text(oneOf: [String]? = nil)
  case integer(atLeast: Int)
  case boolean

  /// What is wrong with a value, as a path and a sentence; empty for a value of this shape.
  func problems(of value: Any, at path: String = "$") -> [String] {
    switch self {
    case .object(let required, let members):
      guard let object = value as? [String: Any] else { return ["\(path) is no object"] }
      return required.filter { object[$0] == nil }.map { "\(path) lacks \($0)" }
        + object.flatMap { name, value in
          members[name]?.problems(of: value, at: path + "." + name) ?? ["\(path) may not have \(name)"]
        }
    case .map(let shape):
      guard let object = value as? [String: Any] else { return ["\(path) is no object"] }
      return object.flatMap { shape.problems(of: $1, at: path + "." + $0) }
    case .array(let shape, let count):
      guard let array = value as? [Any] else { return ["\(path) is no array"] }
      let tooFew = array.count < count ? ["\(path) has too few members"] : []
      return tooFew + array.enumerated().flatMap { shape.problems(of: $1, at: "\(path)[\($0)]") }
    case .text(let choices):
      guard let text = value as? String else { return ["\(path) is no text"] }
      return choices?.contains(text) == false ? ["\(path) may not be \(text)"] : []
    case .boolean: return value is Bool ? [] : ["\(path) is neither true nor false"]
    case .integer(let minimum):
      guard let number = value as? Int else { return ["\(path) is no integer"] }
      return number < minimum ? ["\(path) is \(number)"] : []
    }
  }

  private static let artifact = SARIFShape.object(
    required: [], ["uri": .text(), "uriBaseId": .text(), "index": .integer(atLeast: -1)])

  private static let region = SARIFShape.object(
    required: [],
    [
      "startLine": .integer(atLeast: 1), "startColumn": .integer(atLeast: 1), "endLine": .integer(atLeast: 1),
      "endColumn": .integer(atLeast: 1),
    ])

  private static let message = SARIFShape.object(required: ["text"], ["text": .text()])

  private static let location = SARIFShape.object(
    required: [],
    [
      "physicalLocation": .object(required: ["artifactLocation"], ["artifactLocation": artifact, "region": region]),
      "message": message,
    ])

  private static let replacement = SARIFShape.object(
    required: ["deletedRegion"],
    ["deletedRegion": region, "insertedContent": .object(required: [], ["text": .text()])])

  private static let fix = SARIFShape.object(
    required: ["artifactChanges"],
    [
      "artifactChanges": .array(
        .object(
          required: ["artifactLocation", "replacements"],
          ["artifactLocation": artifact, "replacements": .array(replacement, atLeast: 1)]), atLeast: 1)
    ])

  private static let result = SARIFShape.object(
    required: ["message"],
    [
      "ruleId": .text(), "ruleIndex": .integer(atLeast: -1),
      "level": .text(oneOf: ["none", "note", "warning", "error"]),
      "message": message, "locations": .array(location), "relatedLocations": .array(location),
      "partialFingerprints": .map(.text()), "fixes": .array(fix),
    ])

  private static let driver = SARIFShape.object(
    required: ["name"],
    [
      "name": .text(), "version": .text(), "informationUri": .text(),
      "rules": .array(
        .object(
          required: ["id"],
          [
            "id": .text(), "shortDescription": message, "fullDescription": message, "help": message,
            "helpUri": .text(),
            "defaultConfiguration": .object(
              required: [], ["enabled": .boolean, "level": .text(oneOf: ["none", "note", "warning", "error"])]),
          ])),
    ])

  /// A whole log.
  static let log = SARIFShape.object(
    required: ["version", "runs"],
    [
      "$schema": .text(), "version": .text(oneOf: ["2.1.0"]),
      "runs": .array(
        .object(
          required: ["tool"],
          [
            "tool": .object(required: ["driver"], ["driver": driver]),
            "automationDetails": .object(required: [], ["id": .text()]),
            "columnKind": .text(oneOf: ["utf16CodeUnits", "unicodeCodePoints"]), "results": .array(result),
          ])),
    ])
}
