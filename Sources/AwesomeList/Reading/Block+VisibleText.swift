public import Markdown

extension Block {
  /// The text that a reader sees of a block and those in it, in one line.
  public var visibleText: String {
    String(EmojiAffix.trim(allText[...]))
  }
}
