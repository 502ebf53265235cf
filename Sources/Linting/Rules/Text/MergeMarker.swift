import AwesomeList
import Diagnostics
import Markdown

extension Rule {
  static let mergeMarker = Rule(
    id: "merge-marker",
    summary: "Resolve merge conflicts before you commit.",
    rationale: """
      Git leaves `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>` around the two sides of a conflict. Readers see the \
      markers and both sides.
      """,
    presets: [.awesome: .error, .strict: .error, .minimal: .error],
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
    context.document.conflictMarkers.map {
      context.diagnostic("conflict marker; keep one side and remove the markers", at: $0)
    }
  }
}
