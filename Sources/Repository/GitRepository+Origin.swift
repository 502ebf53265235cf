extension GitRepository {
  /// The address of the remote `origin`; nil without one.
  public func originAddress() async throws(RepositoryError) -> String? {
    let result = try await git.run("config", ["--get", "remote.origin.url"])
    return result.isSuccess && !result.line.isEmpty ? result.line : nil
  }

  /// When the last commit on the current branch that changed a file was made, in seconds since 1970; nil if there is none.
  public func lastChangeTime(of file: String) async throws(RepositoryError) -> Int? {
    let path = try path(of: file)
    let result = try await git.run(
      "log", ["-1", "--no-show-signature", "--format=%ct", "--end-of-options", "HEAD", "--", path])
    return result.isSuccess ? Int(result.line) : nil
  }
}
