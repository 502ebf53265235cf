import JSON
import Source
import TextEncodings
import TextRepair

extension RepairedFile {
  /// The file, every repair and every place left.
  var json: JSONValue {
    [
      "file": .string(input.name),
      "encoding": .string(text.encoding.name),
      "repairs": .array(damage.filter(\.isApplicable).map(repair)),
      "left": .array(damage.filter { !$0.isApplicable }.map(place)),
    ]
  }

  private func repair(_ damage: Mojibake) -> JSONValue {
    [
      "start": json(damage.range.lowerBound),
      "end": json(damage.range.upperBound),
      "before": .string(damage.before),
      "after": .optional(damage.after),
      "page": .string(damage.encoding.name),
      "rounds": .integer(damage.rounds),
      "certainty": .string(damage.certainty.rawValue),
    ]
  }

  private func place(_ damage: Mojibake) -> JSONValue {
    [
      "start": json(damage.range.lowerBound),
      "end": json(damage.range.upperBound),
      "before": .string(damage.before),
      "candidates": .array((damage.after.map { [$0] } ?? damage.candidates).map(JSONValue.string)),
      "obstacle": .string((damage.obstacle ?? .ambiguous).rawValue),
      "reason": .string(damage.reason),
    ]
  }

  private func json(_ offset: Int) -> JSONValue {
    let location = text.source.location(of: offset)
    return ["line": .integer(location.line), "column": .integer(location.column), "offset": .integer(offset)]
  }
}
