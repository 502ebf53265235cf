import JSON
import AwesomeList
import Linting
import Rendering

/// The key `render`.
struct RenderConfiguration {
  var options = RenderOptions()
  /// How names are sorted, which the rule `order` checks by.
  var sorting = RuleOptions()
  var isSorted = false
  var header: String?
  var footer: String?

  static var keys: [ConfigurationKey<RenderConfiguration>] {
    form + order + text
  }

  private static var form: [ConfigurationKey<RenderConfiguration>] {
    [
      ConfigurationKey(
        "style", .choice, at: \.options.style, default: "own",
        "The form of bullets, delimiters, indentation and blank lines: the list's own, or one for all lists."),
      ConfigurationKey("shape", .choice, at: \.options.shape, default: "keep", "The shape of entries."),
      ConfigurationKey(
        "contents", .choice, at: \.options.contents, default: "keep", "When there is a contents list."),
      ConfigurationKey(
        "contents-depth", .integer(in: 1...6), at: \.options.contentsDepth,
        "The levels of sections in the contents list."),
      ConfigurationKey(
        "contents-title", .line, at: \.options.contentsTitle, default: "Contents",
        "The heading of a new contents list."),
    ]
  }

  private static var order: [ConfigurationKey<RenderConfiguration>] {
    let whether: ConfigurationKey<RenderConfiguration> =
      ConfigurationKey(
        "order", ConfigurationValue<OrderOption>.choice, default: "keep",
        "Whether entries are sorted by name within each list, table or run of entries."
      ) { $0.isSorted = $1 == .alphabetical }
    let options: [RuleOption] = [.language, .leadingWords, .sortNumbers]
    return [whether] + options.map { ConfigurationKey.option($0).of(\.sorting) }
  }

  private static var text: [ConfigurationKey<RenderConfiguration>] {
    [
      ConfigurationKey(
        "anchors", ConfigurationValue<AnchorsOption>.choice, default: "move",
        "`keep` leaves an invisible anchor of the old name where a heading's anchor moves."
      ) { $0.options.keepsAnchors = $1 == .keep },
      ConfigurationKey(
        "emoji", .choice, at: \.options.emoji, default: "keep",
        "How emoji are written: as characters (`unicode`), or as `:names:` (`shortcode`)."),
      ConfigurationKey(
        "emoji-selector", ConfigurationValue<SelectorOption>.choice, default: "keep",
        "`add` puts U+FE0F after emoji that would show as plain characters."
      ) { $0.options.completesEmoji = $1 == .add },
      ConfigurationKey(
        "numbers", ConfigurationValue<NumbersOption>.choice, default: "keep",
        "`off` removes the numbers that count headings."
      ) { $0.options.keepsNumbers = $1 != .off },
      ConfigurationKey("header", .path, at: \.header, "A file of Markdown put before the list."),
      ConfigurationKey("footer", .path, at: \.footer, "A file of Markdown put after the list."),
    ]
  }
}

/// The order in which entries are rendered.
private enum OrderOption: String, CaseIterable {
  case keep
  case alphabetical
}

/// Whether U+FE0F is added to emoji that are shown as plain characters without it.
private enum SelectorOption: String, CaseIterable {
  case keep
  case add
}

/// Whether headings keep the numbers they begin with.
private enum NumbersOption: String, CaseIterable {
  case keep
  case off
}

extension YAMLField {
  func alphabet() throws(ConfigurationError) -> Alphabet {
    let code = try string()
    if let alphabet = Alphabet(language: code) { return alphabet }
    throw error(
      "`\(name)` must be one of the language codes \(Alphabet.languages.joined(separator: ", "))")
  }
}
