extension Wall {
  /// Its edge servers name themselves, and refer to the request by number.
  static let akamai = Wall(name: "Akamai") { response in
    guard [403, 429, 503].contains(response.status) else { return false }
    return response.header("server", contains: "akamaighost") || response.bodyContains("errors.edgesuite.net")
  }
}
