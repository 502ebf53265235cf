import AwesomeList
import Linting
import Rendering

/// The key `render`, and `lists`.
extension Configuration {
  mutating func readRender(_ field: YAMLField) throws(ConfigurationError) {
    let fields = try field.fields([
      "style", "shape", "contents", "contents-depth", "contents-title", "order", "language", "leading-words",
      "sort-numbers", "anchors", "emoji",
      "emoji-selector",
      "numbers", "header", "footer",
    ])
    if let style: RenderOptions.Style = try fields["style"]?.choice() { render.style = style }
    if let shape: RenderOptions.Shape = try fields["shape"]?.choice() { render.shape = shape }
    if let contents: RenderOptions.Contents = try fields["contents"]?.choice() { render.contents = contents }
    render.contentsDepth = try fields["contents-depth"]?.integer(in: 1...6)
    if let title = try fields["contents-title"]?.line() { render.contentsTitle = title }
    let anchors: AnchorsOption? = try fields["anchors"]?.choice()
    render.keepsAnchors = anchors == .keep
    let order: OrderOption? = try fields["order"]?.choice()
    // What render sorts by, the rule `order` checks by.
    try lint.options.read([.language, .leadingWords, .sortNumbers], from: fields)
    render.order = order == .alphabetical ? NameOrder() : nil
    if let emoji: RenderOptions.Emoji = try fields["emoji"]?.choice() { render.emoji = emoji }
    let selector: SelectorOption? = try fields["emoji-selector"]?.choice()
    render.completesEmoji = selector == .add
    let numbers: NumbersOption? = try fields["numbers"]?.choice()
    render.keepsNumbers = numbers != .off
    header = try fields["header"]?.localPath()
    footer = try fields["footer"]?.localPath()
  }

  /// Reads several lists with their outputs.
  mutating func readLists(_ field: YAMLField, beside fields: [String: YAMLField]) throws(ConfigurationError) {
    for key in ["list", "output"] {
      if let other = fields[key] { throw other.error("`\(key)` and `lists` exclude each other; move it into `lists`") }
    }
    for place in try field.items() {
      let keys = try place.fields(["list", "output"])
      guard let list = keys["list"] else { throw place.error("every item of `lists` must have the key `list`") }
      lists.append((try list.localPath(), try keys["output"]?.localPath()))
    }
    if lists.isEmpty { throw field.error("`lists` is empty; add an item with the key `list`") }
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
