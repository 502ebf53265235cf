import Source

extension GitRepository {
  /// The most bytes of the list of ignored files.
  private static let ignoredLimit = 64 << 20

  /// The files and folders below a folder that git ignores, absolute and without a slash at the end; the folder, or one above it, where
  /// all of that is ignored.
  ///
  /// Tracked files are not ignored, whatever `.gitignore` says. Repositories in the folder are not looked into.
  public func ignoredPaths(in folder: String) async throws(RepositoryError) -> Set<String> {
    let paths = folder == root ? [] : [try path(of: folder)]
    let result = try await git.run(
      "ls-files", ["-z", "--others", "--ignored", "--exclude-standard", "--directory", "--"] + paths,
      limit: Self.ignoredLimit)
    guard result.isSuccess else { throw .failed(command: "ls-files", reason: result.reason) }
    let prefix = root.ends(with: "/") ? root : root + "/"
    return Set(
      result.output.split(separator: 0).map { path in
        prefix + String(decoding: path.last == UInt8(ascii: "/") ? path.dropLast() : path, as: UTF8.self)
      })
  }
}
