private let markdownSuffixes = [".md", ".markdown", ".mdown", ".mkd", ".mdx"]

extension StringProtocol {
  /// Whether a file name or path ends as that of a Markdown file does, in any case.
  public var hasMarkdownSuffix: Bool {
    let name = lowercased()
    return markdownSuffixes.contains { name.ends(with: $0) }
  }
}
