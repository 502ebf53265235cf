extension GitRepository {
  /// The most bytes of a file's history.
  private static let historyLimit = 256 << 20

  /// The times at which addresses were added to a file, in seconds since 1970; addresses that no commit added are left out.
  ///
  /// The time is that of the first commit on the current branch with the address in a line, so that a line that moves or changes keeps
  /// its date. A merge counts as one commit. Renames of the file are followed.
  public func additionTimes(
    of addresses: Set<String>, in file: String
  ) async throws(RepositoryError) -> [String: Int] {
    let path = try path(of: file)
    let result = try await git.run(
      "log",
      [
        "--first-parent", "-m", "--follow", "-p", "-U0", "--no-ext-diff", "--no-textconv", "--no-color",
        "--no-show-signature", "--format=%x00%ct", "--end-of-options", "HEAD", "--", path,
      ], limit: Self.historyLimit)
    // A repository without commits has no HEAD.
    guard result.isSuccess else { throw .failed(command: "log", reason: result.reason) }
    return AdditionTimes(log: result.output, addresses: addresses).times
  }
}

/// Reads the times of added addresses from the log of a file.
struct AdditionTimes {
  /// The time of the oldest commit that added each address, in seconds since 1970.
  private(set) var times: [String: Int] = [:]

  /// The most ends that are tried for an address: brackets and quotes may be part of it.
  private static let endLimit = 8

  private let wanted: Set<ArraySlice<UInt8>>

  /// Reads the output of `git log -p -U0 --format=%x00%ct`, newest commit first.
  init(log: [UInt8], addresses: Set<String>) {
    wanted = Set(addresses.map { Array($0.utf8)[...] })
    var time: Int?
    var isInHunk = false
    for line in log.split(separator: UInt8(ascii: "\n")) {
      guard let first = line.first else { continue }
      if first == 0 {
        time = Int(String(decoding: line.dropFirst(), as: UTF8.self))
        isInHunk = false
      } else if line.starts(with: "diff --git ".utf8) {
        // A header, because lines of the file begin with a sign.
        isInHunk = false
      } else if line.starts(with: "@@ ".utf8) {
        isInHunk = true
      } else if isInHunk, first == UInt8(ascii: "+"), let time {
        read(line.dropFirst(), at: time)
      }
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>, at time: Int) {
    var index = line.startIndex
    while let start = line[index...].firstIndex(where: { Self.delimiters.contains($0) }).map({ $0 + 1 }) {
      index = start
      record(line[start...], at: time)
    }
    record(line, at: time)
  }

  /// Records the address at the start of a text, if any.
  private mutating func record(_ text: ArraySlice<UInt8>, at time: Int) {
    var end = text.startIndex
    for _ in 0..<Self.endLimit {
      end = text[end...].firstIndex { Self.delimiters.contains($0) } ?? text.endIndex
      let candidate = text[text.startIndex..<end]
      // The oldest commit is last, so its time is kept.
      if wanted.contains(candidate) { times[String(decoding: candidate, as: UTF8.self)] = time }
      if end == text.endIndex || text[end] == UInt8(ascii: " ") { return }
      end += 1
    }
  }

  /// The characters beside an address in Markdown and HTML.
  private static let delimiters = Set(" \t\r()<>[]\"'|".utf8)
}
