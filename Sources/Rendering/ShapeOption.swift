/// The shape that rendered entries have.
public enum ShapeOption: String, CaseIterable, Sendable {
  /// The one they were written in.
  case keep
  /// `- [name](address) - description`
  case dash
  /// The description in a block quote on the line below.
  case quote
  /// An element `details` with the link in its summary, and the description in it.
  case details
}
