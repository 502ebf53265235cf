import Foundation
import TestSupport

/// Runs the commands of `console` blocks: lines that begin with `$ `, each followed by what it prints.
///
/// A line `…` in an output leaves lines out; as many as are shown before and after it are shown again. The commands of a block run in a new
/// repository that has the sample list. Links are checked against a record, because the hosts of examples do not exist.
struct Transcript {
  let sample: String

  /// The page with the outputs that its commands have now.
  func refreshing(_ page: String) throws -> String {
    var fresh = ""
    var rest = page[...]
    while let block = rest.firstMatch(of: /```console\n((?s:.*?))```\n/) {
      fresh += rest[..<block.range.lowerBound] + "```console\n" + (try run(block.1)) + "```\n"
      rest = rest[block.range.upperBound...]
    }
    return fresh + rest
  }

  private func run(_ block: Substring) throws -> String {
    let repository = try repository()
    var shown = ""
    for part in ("\n" + block).split(separator: "\n$ ") {
      let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
      let command = String(lines[0])
      var output = try print(command, in: repository).split(separator: "\n", omittingEmptySubsequences: false)
      while output.last == "" { output.removeLast() }
      var old = Array(lines.dropFirst())
      while old.last == "" { old.removeLast() }
      if let gap = old.firstIndex(of: "…") {
        output = output.prefix(gap) + ["…"] + output.suffix(old.count - gap - 1)
      }
      // The time of a run differs from the one shown, and is true all the same.
      for index in output.indices where index < old.count {
        let line = String(output[index])
        if Program.withoutTime(line) == Program.withoutTime(String(old[index])) { output[index] = old[index] }
      }
      shown += "$ \(command)\n" + output.map { $0 + "\n" }.joined()
    }
    return shown
  }

  private func repository() throws -> TestRepository {
    let repository = try TestRepository()
    let files = [
      "awesome.md": sample, "contributing.md": "Be kind.\n", "code-of-conduct.md": "Be kind.\n",
      "license": "Creative Commons Legal Code\n\nCC0 1.0 Universal\n",
    ]
    for (name, text) in files { try repository.files.write(text, to: name) }
    try repository.commit()
    return repository
  }

  /// What a command line prints to both outputs.
  private func print(_ command: String, in repository: TestRepository) throws -> String {
    let record = try TemporaryFolder()
    let script = """
      awesome() {
        case "$*" in
          *--dump* | *--offline* | *--replay*) "$AWESOME" "$@" ;;
          check-links*) "$AWESOME" "$@" --replay "$RECORD" ;;
          *) "$AWESOME" "$@" ;;
        esac
      }
      exec 2>&1
      \(command)
      """
    let environment = [
      "AWESOME": try Program(built: "awesome").url.path, "RECORD": try record.write(Self.record, to: "record"),
    ]
    let output = try Program.shell.run(["-c", script], in: repository.folder.path, environment: environment).output
    return String(decoding: output, as: UTF8.self)
  }

  /// The answers of the sample's hosts, as `check-links --record` writes them.
  private static let record: String = {
    let times = #""us": 50000, "latency": 50000, "end": "complete""#
    func page(_ url: String, _ body: String, _ more: String = "") -> String {
      #"{"method": "GET", "url": "\#(url)", "status": 200, \#(times), "body": "<title>\#(body)</title><p id=text>\#(body)"\#(more)}"#
    }
    return [
      #"{"format": "awesome-links", "version": 1, "online": true, "start": 1764000000}"#,
      page("https://awesome.re/badge.svg", "Badge"),
      page("https://awesome.re/", "Awesome lists"),
      page("https://steep.example/", "A timer"),
      #"{"method": "GET", "url": "https://tealog.example/app", "status": 301, \#(times), "#
        + #""headers": [["location", "https://tealog.example/notes"]]}"#,
      page("https://tealog.example/notes", "Tasting notes"),
      page(
        "https://matcha.example/guide", "How to whisk", #", "headers": [["content-type", "text/html"]], "anchors": []"#),
      #"{"method": "GET", "url": "https://matcha.example/none", "control": true, "status": 404, \#(times)}"#,
      #"{"method": "GET", "url": "http://leaf.example/", "status": 404, \#(times)}"#,
    ].joined(separator: "\n")
  }()
}
