internal import HTTP

extension BotChallenge {
  /// Headers name it and the reason for the block.
  static let sucuri = BotChallenge(
    name: "Sucuri", headers: ["server", "x-sucuri-block"],
    examples: [
      .challenge(403, ["X-Sucuri-Block": "EXPVP16"]), .challenge(403, ["Server": "Sucuri/Cloudproxy"]),
      .site(403, body: "Forbidden"), .site(200, ["Server": "Sucuri/Cloudproxy"]),
    ]
  ) { answer in
    answer.status == 403
      && (answer.headers.first("x-sucuri-block") != nil || answer.header("server", contains: "sucuri"))
  }
}
