internal import HTTP

extension Wall {
  /// It names itself in the server field and in the reason for the block.
  static let sucuri = Wall(name: "Sucuri") { response in
    response.status == 403
      && (response.headers.first("x-sucuri-block") != nil || response.header("server", contains: "sucuri"))
  }
}
