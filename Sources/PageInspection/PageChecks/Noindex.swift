internal import HTTP

extension PageCheck {
  /// Pages that stand for missing ones are kept out of search engines; so are some good ones.
  static let noindex = PageCheck(
    id: "noindex", summary: "The page asks search engines to leave it out.", weight: .weak
  ) { visit in
    let isInHeader = visit.headers.contains {
      $0.name.lowercased() == "x-robots-tag" && $0.value.lowercased().contains("noindex")
    }
    return visit.page.isNoindex || isInHeader ? "it asks search engines to leave it out" : nil
  }
}
