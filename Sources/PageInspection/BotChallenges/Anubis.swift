internal import HTTP

extension Wall {
  /// It answers 200 with a page that asks for a proof of work (github.com/TecharoHQ/anubis), wherever a site has put its files.
  static let anubis = Wall(name: "Anubis") { response in
    response.bodyContains("/.within.website/x/cmd/anubis/static/") || response.bodyContains("id=\"anubis_challenge\"")
      || response.bodyContains("\"/.within.website/x/cmd/anubis/")
  }
}
