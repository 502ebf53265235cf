/// What a file shows of how many bytes were lost.
enum LossEvidence: Hashable {
  case none
  /// No others than those that Windows-1252 leaves undefined: its other characters are there.
  case narrow
  /// More than those.
  case broad
}
