import AwesomeList
import Diagnostics
import Markdown
import Source

extension Rule {
  static let descriptionEnd = Rule(
    id: "description-end",
    summary: "End descriptions with a full stop.",
    details: "`!`, `?`, `…` and the full stops of other scripts count too. Emoji, badges, tags and links may follow.",
    rationale: """
      A description is a sentence. A list in which only some descriptions end with a full stop looks unfinished.
      """,
    fix: "`--fix` adds the full stop where the end of the sentence is certain.",
    presets: [.awesome: .warning, .strict: .error],
    convention: Convention(of: "descriptions", "ends with a full stop", "end with a full stop") { context in
      context.entryTexts.lazy.filter { $0.isSentence && !$0.isLabel(in: context.source) }.map(\.body)
    },
    aliases: ["awesome-list-item"],
    example: .pair("- [jq](https://jqlang.org) - JSON processo↓r\n", "- [jq](https://jqlang.org) - JSON processor.\n"),
    vectors: [
      .good("<details><summary><a href=\"https://example.org\">A</a> - Text. <code>B</code></summary></details>\n"),
      // Behind the bracket, a stop of this width would become a part of the address.
      .bad("- [A](https://example.org) - 中文 (https://example.org/a↓)\n"),
      .bad(
        "<details><summary><a href=\"https://example.org\">A</a> - Tex↓t</summary></details>\n",
        fixed: "<details><summary><a href=\"https://example.org\">A</a> - Text.</summary></details>\n"),
      .good("- [A](https://example.org) - Text.\n- [B](https://example.org/b) - Text!\n"),
      .good("- [A](https://example.org) - 中文。\n- [B](https://example.org/b) - Text. `MIT` `Swift`\n"),
      .good(
        "- [A](https://example.org) - Text. [Demo](https://example.org/demo), ([Code](https://example.org/code))\n"),
      .good("- [A](https://example.org) - Text (more.) 🎉 ![V](https://example.org/v.svg)\n"),
      .good("- [A](https://example.org) - Text. **[Old]**\n- [B](https://example.org/b) - Text. (A note)\n"),
      .good("- [A](https://example.org) - Text. :white_check_mark:\n- [B](https://example.org/b) - Text‼\n"),
      .bad(
        "- [A](https://example.org) - Tex↓t :white_check_mark:\n",
        fixed: "- [A](https://example.org) - Text. :white_check_mark:\n"),
      .bad(
        "- [A](https://example.org) - Text in C↓# **[$]** and **[Old]**\n",
        fixed: "- [A](https://example.org) - Text in C#. **[$]** and **[Old]**\n"),
      .good("- [A](https://example.org) - Run this:\n\n  ```sh\n  make\n  ```\n"),
      .good("- [A](https://example.org) - Jane Doe (PDF)\n- [B](https://example.org/b) - Jan van Eyck *(archived)*\n"),
      .good("- [A](https://example.org) - nickname42\n- [B](https://example.org/b) - Doe, Roe & Poe (PDF, EPUB)\n"),
      .good("- [A](https://example.org) - These parts:\n  - [B](https://example.org/b) - Text.\n"),
      .good("- [A](https://example.org) - [B](https://example.org/b), [C](https://example.org/c)\n"),
      .bad(
        "- [A](https://example.org) - Tex↓t\n  - `MIT`\n",
        fixed: "- [A](https://example.org) - Text.\n  - `MIT`\n"),
      .bad("- [A](https://example.org) - 中文（中文↓）\n", fixed: "- [A](https://example.org) - 中文（中文）。\n"),
      .bad("- [A](https://example.org) - Tex↓t\n", fixed: "- [A](https://example.org) - Text.\n"),
      .bad("- [A](https://example.org) - 中↓文\n", fixed: "- [A](https://example.org) - 中文。\n"),
      .bad("- [A](https://example.org) - Text *here↓* 🎉\n", fixed: "- [A](https://example.org) - Text *here*. 🎉\n"),
      .bad("- [A](https://example.org)\n> Text (more↓)\n", fixed: "- [A](https://example.org)\n> Text (more).\n"),
      .bad("- [A](https://example.org) - See https://example.org/↓b\n"),
      .bad("- [A](https://example.org) - Text of it. <sup>DRAF↓T</sup>\n"),
      .bad(
        "- [A](https://example.org) - For [B](https://example.org/b↓)\n",
        fixed: "- [A](https://example.org) - For [B](https://example.org/b).\n"),
    ]
  ) { context in
    let texts = context.entryTexts
    let messages = (latin: message("."), eastAsian: message("。"))
    var found: [Diagnostic] = []
    // Most end so that nothing more has to be looked at.
    for position in texts.indices where !texts[position].endsPlainly {
      let text = texts[position]
      guard text.isSentence else { continue }
      let ending = DescriptionEnding(text, in: context.source)
      guard let last = ending.missingStop else { continue }
      // What a colon announces is below: entries, other items or code.
      let hasMoreBelow = !text.entry.children.isEmpty || text.entry.range.upperBound > text.body.upperBound
      if hasMoreBelow, context.source.bytes[last.upperBound - 1] == UInt8(ascii: ":") { continue }
      if text.isLabel(in: context.source) { continue }
      let fix =
        text.endsInElement(context.source)
        ? nil : ending.insertion.map { Fix.safe(Edit(SourceRange($0, $0), ending.isEastAsian ? "。" : ".")) }
      let message = ending.isEastAsian ? messages.eastAsian : messages.latin
      found.append(context.diagnostic(message, at: last, fix: fix))
    }
    return found
  }

  private static func message(_ stop: String) -> String {
    "no full stop; end the description with “\(stop)”"
  }
}

extension EntryText {
  /// Whether an element such as `<sup>DRAFT</sup>` ends the description: whether the stop goes into it or after it is not certain.
  fileprivate func endsInElement(_ source: SourceText) -> Bool {
    guard !isRaw, let last = pieces.last, last.kind == .html else { return false }
    return source.bytes(in: last.range).starts(with: "</".utf8)
  }

  /// Whether the description is one that a full stop can end: not a cell, and not words that the link goes on with.
  fileprivate var isSentence: Bool { entry.shape != .row && (!isOnLine || separator != nil) }
}
