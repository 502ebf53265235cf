extension PageCheck {
  /// A page without text, pictures, links and scripts shows nothing to anybody.
  static let empty = PageCheck(id: "empty", summary: "The page is empty.", weight: .strong) { visit in
    visit.isWhole && visit.page.isEmpty ? "the page is empty" : nil
  }
}
