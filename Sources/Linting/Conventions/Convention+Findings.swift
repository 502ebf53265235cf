import Diagnostics
import Source

extension Convention {
  /// The findings of a rule as the standard of a list has them.
  ///
  /// - Parameters:
  ///   - found: the places that do not follow the rule.
  ///   - places: all places; asked for only where the list does the opposite.
  func findings(
    _ found: [Diagnostic], by standard: Standard, in context: RuleContext, places: () -> [SourceRange]
  ) -> [Diagnostic] {
    switch standard {
    case .followed: return found
    case .undecided: return []
    case .unknown:
      return found.map { diagnostic in
        var note = diagnostic
        note.severity = min(diagnostic.severity, .note)
        return note
      }
    case .reversed(let count, let total):
      let share = "\(count) of \(total) \(noun)"
      let note = found.first.map { first in
        let message =
          "\(share) do not \(plural); `awesome init` keeps that, `\(first.rule): error` reports each of them"
        return Diagnostic(rule: first.rule, severity: .note, message: message, range: first.range)
      }
      let exceptions = isReversible && total >= Standard.least ? Self.others(places(), than: found.map(\.range)) : []
      return [note].compactMap(\.self)
        + exceptions.map { context.diagnostic("\(singular), unlike \(share)", at: $0) }
    }
  }

  /// The places in which no finding begins.
  private static func others(_ places: [SourceRange], than found: [SourceRange]) -> [SourceRange] {
    let starts = found.map(\.lowerBound).sorted()
    return places.filter { place in
      let next = starts.partitioningIndex { $0 >= place.lowerBound }
      return next == starts.count || starts[next] > place.upperBound
    }
  }
}
