internal import HTTP

extension BotChallenge {
  /// A header names the action; a challenge has the status 202, a captcha 405.
  ///
  /// Source: docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html.
  static let awsWAF = BotChallenge(
    name: "AWS WAF", headers: ["x-amzn-waf-action"],
    examples: [
      .challenge(202, ["x-amzn-waf-action": "challenge"]), .challenge(405, ["x-amzn-waf-action": "captcha"]),
      .site(202),
    ]
  ) { answer in
    answer.header("x-amzn-waf-action", contains: "challenge") || answer.header("x-amzn-waf-action", contains: "captcha")
  }
}
