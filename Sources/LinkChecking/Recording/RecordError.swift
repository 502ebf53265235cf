/// Why a record cannot be replayed.
public enum RecordError: Error, Hashable, Sendable {
  /// The file does not begin as a record does.
  case noRecord
  case otherVersion(Int)
  case damaged(line: Int, problem: String)
}

extension RecordError: CustomStringConvertible {
  /// What is wrong and what to do, as a phrase without a full stop.
  public var description: String {
    switch self {
    case .noRecord: "this is no record of a run; `check-links --record FILE` makes one"
    case .otherVersion(let version):
      "this record has version \(version) of the format, and only \(ExchangeRecord.version) can be read; record the run anew"
    case .damaged(let line, let problem): "line \(line): \(problem); the record is damaged, make it anew"
    }
  }
}
