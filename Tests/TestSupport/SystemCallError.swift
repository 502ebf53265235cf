/// A system call that failed.
public struct SystemCallError: Error {
  public let call: String
  public let code: Int32
}
