/// The examples at the end of a command's help, and of its manual page.
enum Examples {
  static let title = "EXAMPLES:"

  /// Adds command lines, each with what it does, to the text of a command's help.
  static func added(_ examples: KeyValuePairs<String, String>, to text: String = "") -> String {
    let lines = examples.map { "  \($0.key)\n      \($0.value)" }
    return (text.isEmpty ? "" : text + "\n\n") + title + "\n" + lines.joined(separator: "\n")
  }

  /// The text of a help without its examples, and these.
  static func split(_ help: String) -> (text: String, examples: [(command: String, effect: String)]) {
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == title }) else { return (help, []) }
    let rows = lines[(start + 1)...].map { String($0.drop { $0 == " " }) }
    let pairs = stride(from: 0, to: rows.count - 1, by: 2).map { (rows[$0], rows[$0 + 1]) }
    return (lines[..<start].filter { !$0.isEmpty }.joined(separator: "\n\n"), pairs)
  }
}
