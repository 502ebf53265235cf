/// How emoji are written.
public enum EmojiOption: String, CaseIterable, Sendable {
  case keep
  /// As characters: 🚀.
  case unicode
  /// By the names that GitHub knows: `:rocket:`.
  case shortcode
}
