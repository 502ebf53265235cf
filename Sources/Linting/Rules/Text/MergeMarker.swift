import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let mergeMarker = Rule(
    id: "merge-marker",
    summary: "No marks of an unfinished merge are left.",
    rationale: """
      `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>` are what git leaves where it could not decide; readers see both sides and the marks.
      """,
    presets: [.awesome: .error, .minimal: .error],
    examples: [
      .good("A\n=======\n\n> > Text.\n"),
      .bad(
        "- [A](https://example.org) - Text.\n↓<<<<<<< HEAD\n- [B](https://example.org/b) - Text.\n↓||||||| 0d67fce\n↓=======\n↓>>>>>>> other\n"
      ),
    ]
  ) { context in
    let marks = context.source.linesBeginning(with: ["<<<<<<< ", "||||||| ", ">>>>>>> ", "======="])
    guard
      marks.contains(where: { context.source[$0].hasPrefix("<<<<<<< ") || context.source[$0].hasPrefix(">>>>>>> ") })
    else { return [] }
    let code = context.document.codeRanges
    return marks.filter { mark in !code.contains { $0.contains(mark) } }.map {
      context.diagnostic("a mark of an unfinished merge; decide for one side and remove it", at: $0)
    }
  }
}

extension SourceText {
  /// The lines that begin with one of some texts; a text without a blank at its end must be the whole line.
  fileprivate func linesBeginning(with prefixes: [String]) -> [SourceRange] {
    lineStarts.indices.compactMap { index in
      let start = lineStarts[index]
      guard start < bytes.count, "<|>=".utf8.contains(bytes[start]) else { return nil }
      let range = line(index)
      let text = bytes(in: range)
      let isFound = prefixes.contains { prefix in
        prefix.hasSuffix(" ") ? text.starts(with: prefix.utf8) : text.elementsEqual(prefix.utf8)
      }
      return isFound ? range : nil
    }
  }
}
