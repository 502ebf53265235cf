/// The files of a run that could be read; each of the others is reported, and makes the run end with status 2.
struct InputBatch<File: Sendable>: Sendable {
  private(set) var files: [File] = []
  /// How many files of the run could not be read.
  private var skipped = 0

  /// The number of files in the run.
  var count: Int { files.count + skipped }

  mutating func append(_ file: File) {
    files.append(file)
  }

  /// Reports a file that could not be read.
  mutating func skip(_ failure: Failure) {
    for message in failure.messages { Console.note(message) }
    skipped += 1
  }

  /// The results for all files and their positions, made on all cores; a file that fails is reported, and the others are done.
  func map<Output: Sendable>(
    _ transform: @escaping @Sendable (File, Int) throws(Failure) -> Output
  ) async throws -> InputBatch<Output> {
    let outcomes = try await Array(files.enumerated()).concurrentMap { position, file in
      Result { () throws(Failure) in try transform(file, position) }
    }
    var batch = InputBatch<Output>()
    batch.skipped = skipped
    for outcome in outcomes {
      switch outcome {
      case .success(let output): batch.append(output)
      case .failure(let failure): batch.skip(failure)
      }
    }
    return batch
  }

  /// The status of the run: at least 2 where a file could not be read.
  func status(_ status: ExitStatus) -> ExitStatus {
    skipped > 0 && status.rawValue < ExitStatus.unusable.rawValue ? .unusable : status
  }

  /// Ends a run that has printed everything.
  func end(_ status: ExitStatus = .clean) throws(ExitStatus) {
    let status = self.status(status)
    if status != .clean { throw status }
  }
}
