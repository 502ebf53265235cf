internal import HTTP

extension PageCheck {
  /// Pages in place of missing ones are marked for search engines; so are some good ones.
  static let noindex = PageCheck(
    id: "noindex", summary: "The page is marked noindex.", weight: .weak,
    examples: [.found("<meta name=robots content=noindex>"), .fine("<meta name=robots content=index>")]
  ) { visit in
    let isInHeader = visit.headers.contains {
      $0.name.lowercased() == "x-robots-tag" && $0.value.lowercased().contains("noindex")
    }
    return visit.page.isNoindex || isInHeader ? "it is marked noindex" : nil
  }
}
