internal import HTTP

extension BotChallenge {
  /// It answers 200 with a page that asks for a proof of work (github.com/TecharoHQ/anubis), whose files a site may put anywhere.
  static let anubis = BotChallenge(
    name: "Anubis", headers: [],
    examples: [
      .challenge(200, body: "<link href=\"/.within.website/x/cmd/anubis/static/main.css\">"),
      .challenge(200, body: "<script src=\"/shop/.within.website/x/cmd/anubis/static/js/main.mjs\"></script>"),
      .site(200, body: "<p>We put Anubis in front of the forge.</p>"),
    ]
  ) { answer in
    answer.bodyContains("/.within.website/x/cmd/anubis/static/") || answer.bodyContains("id=\"anubis_challenge\"")
      || answer.bodyContains("\"/.within.website/x/cmd/anubis/")
  }
}
