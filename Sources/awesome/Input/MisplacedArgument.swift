import ArgumentParser
import Source
import SystemPackage

/// What people mean by a word in the wrong place: a file or an address where a command goes, an option's value where a file goes.
enum MisplacedArgument {
  /// Why the first word is not a command, and what to write.
  static func problem(withCommand word: String) -> String {
    let shown = word.shellQuoted
    let path = FilePath(word)
    switch path.type {
    case .directory?:
      // A folder may have the name of a mistyped command, such as `links`; its list is what makes it an argument.
      guard let list = DefaultList.name(in: path) else { break }
      let file = path.appending(list).string.shellQuoted
      return "\(word) is a folder; did you mean: awesome lint \(file)"
    case _?: return "\(word) is a file; did you mean: awesome lint \(shown)"
    case nil: break
    }
    if isAddress(word) { return "\(word) is an address; \(addressAdvice)" }
    let commands = Awesome.all.map { $0._commandName }
    if let near = commands.first(where: { isPart(word, of: $0) }) ?? nearest(to: word, among: commands) {
      return "unknown command `\(word)`; did you mean `\(near)`?"
    }
    if RuleCatalogue.names.contains(word) { return "`\(word)` is a rule; did you mean: awesome rules \(word)" }
    return "unknown command `\(word)`; the commands are " + commands.map { "`\($0)`" }.joined(separator: ", ")
  }

  /// What to do about a file that is missing.
  static func advice(forMissingFile name: String) -> String {
    if isAddress(name) { return addressAdvice }
    let path = FilePath(name)
    if let word = path.lastComponent?.string, let near = nearest(to: word, among: path.parent.fileNames) {
      return "did you mean \(path.parent.appending(near).string)?"
    }
    if ReportFormat.allValueStrings.contains(name) || ExportFormat(rawValue: name) != nil {
      return "did you mean `--format \(name)`?"
    }
    if RuleCatalogue.names.contains(name) { return "did you mean `--select \(name)`, or `awesome rules \(name)`?" }
    if Awesome.all.contains(where: { $0._commandName == name }) { return "one run takes one command" }
    return "check the path"
  }

  /// What to do about a folder where a file goes.
  static func advice(forFolder name: String) -> String {
    let path = FilePath(name)
    if let list = DefaultList.name(in: path) { return "did you mean \(path.appending(list).string)?" }
    return "name a file in it, or a pattern such as \(path.appending("*.md").string.shellQuoted)"
  }

  private static let addressAdvice = "awesome reads files: clone its repository, or save the list to a file"

  private static func isAddress(_ word: String) -> Bool {
    let word = word.lowercased()
    return ["http://", "https://", "www.", "git@", "github.com/", "gitlab.com/"].contains { word.hasPrefix($0) }
  }

  /// Whether a word is the beginning or a part of a command's name, as `check` and `links` are of `check-links`.
  private static func isPart(_ word: String, of command: String) -> Bool {
    word.utf8.count > 2 && (command.hasPrefix(word) || command.split(separator: "-").contains { $0 == word })
  }
}
