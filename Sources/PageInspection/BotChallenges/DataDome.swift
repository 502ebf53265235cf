internal import HTTP

extension Wall {
  /// It says so in a header of its own, and turns away with 401, 403 or 429; with another status only its page tells, which is short
  /// and loads its captcha.
  static let dataDome = Wall(name: "DataDome") { response in
    if response.body.count < 8192, response.bodyContains("captcha-delivery.com/") { return true }
    guard [401, 403, 429].contains(response.status) else { return false }
    return response.headers.first("x-datadome") != nil || response.headers.first("x-dd-b") != nil
      || response.setsCookie("datadome=")
  }
}
