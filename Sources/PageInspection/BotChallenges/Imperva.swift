internal import HTTP

extension BotChallenge {
  /// Its pages, of any status, load a script from a path that no site has.
  static let imperva = BotChallenge(
    name: "Imperva", headers: [],
    examples: [
      .challenge(200, body: "<script src=\"/_Incapsula_Resource?SWJIYLWA=1\"></script>"),
      .site(200, body: String(repeating: "x", count: 8000) + "_Incapsula_Resource"),
    ]
  ) { answer in
    answer.bodyContains("_Incapsula_Resource") && (answer.status != 200 || answer.body.count < 4096)
  }
}
