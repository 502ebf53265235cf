import ArgumentParser

/// A command that reads any number of files.
protocol ReadsFiles: ParsableCommand {
  /// The files that the arguments name.
  var fileNames: [String] { get set }
}

/// The arguments of a run without a long run of file names in them: the argument parser needs quadratic time for those.
struct FileArguments {
  /// Fewer names stay with the parser, whose messages about misplaced words are better.
  private static let minimum = 200
  /// The first words stay: one of them may be the value of the option before it, but not the last.
  private static let keptCount = 2

  /// The arguments for the parser.
  private(set) var words: [String]
  private var names: [String] = []
  /// The word that the names follow.
  private var last = ""

  /// - Parameter arguments: those of the process, without its own name.
  init(_ arguments: [String]) {
    words = arguments
    guard let command = arguments.first,
      Awesome.all.contains(where: { $0._commandName == command && $0 is any ReadsFiles.Type })
    else { return }
    var longest = 0..<0
    var start = 1
    for index in 1...arguments.count {
      if index < arguments.count, !Self.isOption(arguments[index]) { continue }
      if index - start > longest.count { longest = start..<index }
      start = index + 1
    }
    guard longest.count >= Self.minimum else { return }
    let taken = longest.dropFirst(Self.keptCount)
    names = Array(arguments[taken])
    last = arguments[taken.lowerBound - 1]
    words.removeSubrange(taken)
  }

  private static func isOption(_ word: String) -> Bool { word.hasPrefix("-") && word != "-" }

  /// Adds the names to the command that the parser made of the words.
  func added(to command: any ParsableCommand) throws -> any ParsableCommand {
    guard !names.isEmpty, var command = command as? any ReadsFiles else { return command }
    let index = command.fileNames.firstIndex(of: last).map { $0 + 1 } ?? command.fileNames.endIndex
    command.fileNames.insert(contentsOf: names, at: index)
    try command.validate()
    return command
  }
}
