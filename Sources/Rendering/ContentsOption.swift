/// When a rendered list has a contents list.
public enum ContentsOption: String, CaseIterable, Sendable {
  /// Where the source has one.
  case keep
  case always
  case never
}
