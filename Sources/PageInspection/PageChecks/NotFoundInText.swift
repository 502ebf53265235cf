extension PageCheck {
  /// Among other words the same phrases mean less.
  static let notFoundInText = PageCheck(
    id: "not-found-in-text", summary: "A short page reports that the page does not exist.", weight: .weak,
    examples: [
      .found("<title>Some Site</title><p>Sorry, this page does not exist."),
      .fine("<p>This page does not exist, said the book." + String(repeating: "<p>More text.", count: 200)),
    ]
  ) { visit in
    let words = visit.title + (visit.isShorter(than: 1500) ? ["."] + visit.text : [])
    let phrase = Phrases.notFoundIndex.all(in: words).first { !visit.isNamed($0) }
    return phrase.map { "it reads “\($0.text)”" }
  }
}
