/// A system call that failed while a test's server was set up.
public struct WebServerError: Error {
  public let call: String
  public let code: Int32
}
