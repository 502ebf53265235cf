internal import HTTP

extension Wall {
  /// Its pages load a script from a path of their own, whatever the status.
  static let imperva = Wall(name: "Imperva") { response in
    response.bodyContains("_Incapsula_Resource") && (response.status != 200 || response.body.count < 4096)
  }
}
