extension Wall {
  /// It says so in a header of its own, and turns away with 401, 403 or 429.
  static let dataDome = Wall(name: "DataDome") { response in
    guard [401, 403, 429].contains(response.status) else { return false }
    return response.headers.first("x-datadome") != nil || response.headers.first("x-dd-b") != nil
      || response.setsCookie("datadome=")
  }
}
