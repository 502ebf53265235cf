extension GitRepository {
  /// The most bytes of a file's whole history as changed lines.
  private static let historyLimit = 256 << 20

  /// When each of some addresses came into a file, in seconds since 1970; nothing for those that no commit added.
  ///
  /// The time is that of the first commit on the current branch (merges counting as one) with a line that holds the address, so that a
  /// line that is sorted or reworded keeps its date. A file that was renamed is followed.
  public func additionTimes(
    of addresses: Set<String>, in file: String
  ) async throws(RepositoryError) -> [String: Int] {
    let path = try path(of: file)
    let answer = try await git.ask(
      "log",
      [
        "--first-parent", "-m", "--follow", "-p", "-U0", "--no-ext-diff", "--no-textconv", "--no-color",
        "--no-show-signature", "--format=%x00%ct", "--end-of-options", "HEAD", "--", path,
      ], limit: Self.historyLimit)
    // Without any commit there is no HEAD.
    guard answer.isSuccess else { throw .failed(command: "log", reason: answer.reason) }
    return AdditionTimes(log: answer.output, addresses: addresses).times
  }
}
