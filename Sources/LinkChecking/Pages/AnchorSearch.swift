/// Finds anchors in the data from which GitHub's scripts make the page of a file or a readme.
struct AnchorSearch {
  private let patterns: [(name: String, texts: [String])]
  private(set) var found: Set<String> = []
  /// The end of what was read, in which a text may have begun.
  private var tail = ""

  init(_ names: Set<String>) {
    patterns = names.sorted().map { name in
      (name, ["\"anchor\":\"\(name)\"", "user-content-\(name)\\\"", "user-content-\(name)\""])
    }
  }

  mutating func read(_ text: String) {
    let whole = tail + text
    for (name, texts) in patterns where !found.contains(name) {
      if texts.contains(where: { whole.contains($0) }) { found.insert(name) }
    }
    tail = String(whole.suffix(512))
  }
}
