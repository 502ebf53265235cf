public import Source

/// The edits that make a finding go away.
public struct Fix: Hashable, Sendable {
  /// The edits, which belong together: all are applied or none.
  public let edits: [Edit]
  /// Whether applying them cannot change what the list says or where a link leads.
  public let isSafe: Bool

  public init(edits: [Edit], isSafe: Bool) {
    self.edits = edits
    self.isSafe = isSafe
  }

  public static func safe(_ edits: Edit...) -> Fix {
    Fix(edits: edits, isSafe: true)
  }

  public static func unsafe(_ edits: Edit...) -> Fix {
    Fix(edits: edits, isSafe: false)
  }
}
