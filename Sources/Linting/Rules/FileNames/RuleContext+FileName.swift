import AwesomeList
import Diagnostics
import Markdown
import Source

extension RuleContext {
  /// The place at which a finding about the whole list is shown: its title, else its first line that is not blank.
  var listPlace: SourceRange {
    if let title = list.title { return title.textRange }
    guard let first = document.blocks.first else { return SourceRange(0, 0) }
    let line = source.line(source.lineIndex(at: first.range.lowerBound))
    return SourceRange(first.range.lowerBound, line.upperBound)
  }

  /// A finding about the name of the list's file, described by `problem`; none for a list without a file.
  func fileNameProblem(_ problem: (String) -> String?) -> [Diagnostic] {
    guard let name = environment.fileName, let found = problem(name) else { return [] }
    return [diagnostic("file name “\(name)” \(found)", at: listPlace)]
  }

  /// The same about the name without its extension.
  func fileStemProblem(_ problem: (Substring) -> String?) -> [Diagnostic] {
    fileNameProblem { name in
      let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
      return problem(dot > name.startIndex ? name[..<dot] : name[...])
    }
  }
}
