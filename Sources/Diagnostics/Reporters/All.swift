extension Reporter {
  /// Every format, in the order in which help lists them.
  public static let all: [Reporter] = [.text, .concise, .json, .github, .gitlab, .sarif, .junit, .markdown]

  /// The format of this name.
  public static func named(_ id: String) -> Reporter? {
    all.first { $0.id == id }
  }
}
