internal import HTTP

extension PageCheck {
  /// The page may exist, but a reader who follows the link does not see it.
  static let login = PageCheck(
    id: "login", summary: "The link was redirected to a login or consent page.", weight: .hiding,
    examples: [
      .found("<title>Sign in</title>", reached: "https://project.example/login?next=/docs/start"),
      .fine("<title>Sign in</title>", reached: "https://project.example/docs/start/"),
    ]
  ) { visit in
    guard visit.isRedirected, RedirectTarget.isLogin(visit.reached, from: visit.requested) || asksForPassword(visit)
    else { return nil }
    return "redirected to a login or consent page"
  }

  /// Whether the page has a field for a password and, unlike the link, a return address.
  private static func asksForPassword(_ visit: PageVisit) -> Bool {
    visit.page.hasPasswordField && RedirectTarget.hasSession(visit.reached.url)
      && !RedirectTarget.hasSession(visit.requested.url)
  }
}
