internal import HTTP

extension Wall {
  /// The action is named in a header (docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html);
  /// a challenge has the status 202, a captcha 405.
  static let awsWAF = Wall(name: "AWS WAF") { response in
    response.header("x-amzn-waf-action", contains: "challenge")
      || response.header("x-amzn-waf-action", contains: "captcha")
  }
}
