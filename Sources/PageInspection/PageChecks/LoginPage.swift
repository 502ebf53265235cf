internal import HTTP

extension PageCheck {
  /// The page itself may be there, but nobody sees it who follows the link.
  static let entrance = PageCheck(
    id: "entrance", summary: "The link was redirected to a page for signing in or for consent.", weight: .hiding
  ) { visit in
    guard visit.isRedirected, TargetPage.isEntrance(visit.reached, from: visit.asked) || asksForPassword(visit) else {
      return nil
    }
    return "redirected to a page for signing in or for consent"
  }

  /// Whether the page has a field for a password and the address of where to go afterwards, which the link has not.
  private static func asksForPassword(_ visit: PageVisit) -> Bool {
    visit.page.hasPasswordField && TargetPage.carriesSession(visit.reached.url)
      && !TargetPage.carriesSession(visit.asked.url)
  }
}
