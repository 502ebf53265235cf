import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let mergeMarker = Rule(
    id: "merge-marker",
    summary: "Resolve merge conflicts before you commit.",
    rationale: """
      Git leaves `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>` around the two sides of a conflict. Readers see the \
      markers and both sides.
      """,
    presets: [.awesome: .error, .minimal: .error],
    example: .pair(
      "↓<<<<<<< HEAD\n- [jq](https://jqlang.org) - JSON processor.\n↓=======\n- [fzf](https://github.com/junegunn/fzf) - Fuzzy finder.\n↓>>>>>>> other\n",
      "- [jq](https://jqlang.org) - JSON processor.\n- [fzf](https://github.com/junegunn/fzf) - Fuzzy finder.\n"),
    vectors: [
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
      context.diagnostic("conflict marker; keep one side and remove the markers", at: $0)
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
