extension PageCheck {
  /// A title that fits neither the list's name for the page nor the address.
  static let foreignTitle = PageCheck(
    id: "foreign-title", summary: "The page's title shares no word with the list's name for it.", weight: .weak,
    examples: [.found("<title>Cooking recipes daily</title>"), .fine("<title>Some cooking recipes</title>")]
  ) { visit in
    guard !visit.names.isEmpty, visit.titleWords.count > 1, !visit.sharesWords else { return nil }
    // A page in another language has other words for the same.
    guard visit.page.language.map({ $0.lowercased().prefix { $0 != "-" && $0 != "_" } == "en" }) ?? true else {
      return nil
    }
    // Words in different scripts cannot be compared.
    let isLatin: (Set<String>) -> Bool = { $0.contains { $0.utf8.allSatisfy { $0 < 0x80 } && $0.count > 2 } }
    guard isLatin(visit.titleWords), isLatin(visit.nameWords) else { return nil }
    return "its title shares no word with the list's name for it"
  }
}
