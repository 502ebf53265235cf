/// A line of a file that cannot be used.
public struct LineProblem: Hashable, Sendable {
  /// Counted from 1.
  public let line: Int
  /// A phrase without a full stop.
  public let text: String
}

/// Why a file is not used at all.
public enum LinkHistoryError: Error, Hashable, Sendable {
  /// A later version of the program wrote it.
  case newer(version: Int)
  /// Not one line is a part of a state.
  case notState
}

extension LinkHistoryError: CustomStringConvertible {
  /// A sentence without a full stop.
  public var description: String {
    switch self {
    case .newer(let version):
      "this state has version \(version), and this program reads versions up to \(LinkState.version); update the program"
    case .notState: "this is not a state of links; name the file that `check-links --state` writes"
    }
  }
}
