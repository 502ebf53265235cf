extension PageCheck {
  /// The page itself may be there, but nobody sees it who follows the link.
  static let entrance = PageCheck(
    id: "entrance", summary: "The link was redirected to a page for signing in or for consent.", weight: .strong
  ) { visit in
    guard visit.isRedirected, TargetPage.isEntrance(visit.reached.url.lowercased()) else { return nil }
    guard !TargetPage.isEntrance(visit.asked.url.lowercased()) else { return nil }
    return "redirected to a page for signing in or for consent"
  }
}
