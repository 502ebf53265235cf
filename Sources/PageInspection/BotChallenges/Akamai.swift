internal import HTTP

extension Wall {
  /// Its edge servers name themselves and refer to the request by number; its challenges, of whatever status, load a script or come
  /// back with a parameter of their own. A 503 of theirs may be the site's.
  static let akamai = Wall(name: "Akamai") { response in
    let isChallenge = ["/_sec/cp_challenge/", "sec-if-cpt-container", "bm-verify="].contains {
      response.bodyContains($0)
    }
    if isChallenge, response.status != 200 || response.body.count < 8192 { return true }
    guard [403, 429].contains(response.status) else { return false }
    return response.header("server", contains: "akamaighost") || response.bodyContains("errors.edgesuite.net")
  }
}
