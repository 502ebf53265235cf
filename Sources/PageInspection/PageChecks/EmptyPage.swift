extension PageCheck {
  /// A page without text, pictures, links and scripts.
  static let empty = PageCheck(
    id: "empty", summary: "The page is empty.", weight: .strong,
    examples: [
      .found("<html><head></head><body>  </body></html>"), .fine("<img src=logo.png>"),
      .fine("<body><my-app></my-app></body>"),
    ]
  ) { visit in
    visit.isWhole && visit.page.isEmpty ? "the page is empty" : nil
  }
}
