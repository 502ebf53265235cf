extension PageCheck {
  /// A page that has another title than the list gives it, and another than its address suggests.
  static let foreignTitle = PageCheck(
    id: "foreign-title", summary: "The page's title shares no word with what the list calls it.", weight: .weak
  ) { visit in
    guard !visit.names.isEmpty, visit.titleWords.count > 1, !visit.sharesWords else { return nil }
    // A page in another language has other words for the same.
    guard visit.page.language.map({ $0.lowercased().prefix { $0 != "-" && $0 != "_" } == "en" }) ?? true else {
      return nil
    }
    // Words of different scripts cannot be compared.
    let isLatin: (Set<String>) -> Bool = { $0.contains { $0.utf8.allSatisfy { $0 < 0x80 } && $0.count > 2 } }
    guard isLatin(visit.titleWords), isLatin(visit.nameWords) else { return nil }
    return "its title shares no word with the list's"
  }
}
