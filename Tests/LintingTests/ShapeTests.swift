import AwesomeList
import Diagnostics
import Linting
import Markdown
import Source
import Testing

/// A rule that accepts an entry accepts it in every form in which lists write entries.
@Suite struct ShapeTests {
  /// An entry of a good example.
  struct Line: Sendable {
    let title: String
    let url: String
    let description: String
  }

  /// A form of entries, and how a list of them is written.
  struct Form: CustomTestStringConvertible, Sendable {
    let name: String
    let shape: EntryShape
    var head = ""
    var tail = ""
    let write: @Sendable (Line) -> String
    var testDescription: String { name }
  }

  private static let forms = [
    Form(name: "bullets", shape: .dash) { "- [\($0.title)](\($0.url)) - \($0.description)\n" },
    Form(name: "numbers", shape: .dash) { "1. [\($0.title)](\($0.url)) - \($0.description)\n" },
    Form(name: "tasks", shape: .dash) { "- [ ] [\($0.title)](\($0.url)) - \($0.description)\n" },
    Form(name: "quotes below", shape: .quote) { "- [\($0.title)](\($0.url))\n> \($0.description)\n" },
    Form(name: "quotes inside", shape: .quote) { "- [\($0.title)](\($0.url))\n\n  > \($0.description)\n" },
    Form(name: "paragraphs", shape: .paragraph) { "- [\($0.title)](\($0.url))\n\n  \($0.description)\n" },
    Form(name: "details", shape: .details) {
      "<details>\n<summary><a href=\"\($0.url)\">\($0.title)</a></summary>\n\n\($0.description)\n\n</details>\n\n"
    },
    Form(name: "HTML", shape: .html, head: "<ul>\n", tail: "</ul>\n") {
      "<li><a href=\"\($0.url)\">\($0.title)</a> - \($0.description)</li>\n"
    },
    Form(name: "a table", shape: .row, head: "| Name | Text |\n|---|---|\n") {
      "| [\($0.title)](\($0.url)) | \($0.description) |\n"
    },
    Form(name: "headings", shape: .heading) { "### [\($0.title)](\($0.url))\n\n\($0.description)\n\n" },
  ]

  struct Case: CustomTestStringConvertible, Sendable {
    let rule: Rule
    let lines: [Line]
    let form: Form
    var testDescription: String { "\(rule.id) in \(form.name): \(lines.map(\.title))" }
  }

  /// The entries of a good example that is a list of plain entries; nil for another one.
  private static func lines(of vector: TestVector) -> [Line]? {
    // The cases have no files beside them.
    guard vector.findings.isEmpty, vector.environment.pages.isEmpty,
      let list = try? List(SourceText(vector.text)), list.sections.isEmpty
    else { return nil }
    let lines = list.entries.compactMap { entry -> Line? in
      guard entry.shape == .dash, entry.children.isEmpty, entry.furtherLinks.isEmpty, let link = entry.link,
        let description = entry.description
      else { return nil }
      let source = list.document.source
      let end = source.line(source.lineIndex(at: description.range.lowerBound)).upperBound
      let text = source[SourceRange(description.range.lowerBound, end)]
      let isPlain = !text.contains { "<>&|`*_[\\:".contains($0) } && !link.text.contains { "<>&|\"".contains($0) }
      return isPlain && end == description.range.upperBound
        ? Line(title: link.text, url: link.url.replacing("&", with: "&amp;"), description: text) : nil
    }
    // One heading that is a link is a section about it, two are entries.
    let other = Line(title: "Zebra", url: "https://zebra.example", description: "Striped text.")
    return lines.isEmpty || lines.count != list.entries.count ? nil : lines + [other]
  }

  static let cases = Rule.all.flatMap { rule in
    rule.vectors.compactMap(lines).flatMap { lines in
      forms.map { Case(rule: rule, lines: lines, form: $0) }
    }
  }

  @Test(arguments: cases) func goodExamplesAreGoodInEveryForm(_ test: Case) throws {
    let text = "## S\n\n" + test.form.head + test.lines.map(test.form.write).joined() + test.form.tail
    let list = try List(SourceText(text))
    let isRead = list.entries.count == test.lines.count && list.entries.allSatisfy { $0.shape == test.form.shape }
    #expect(isRead, "the form is read as such")
    let found = Linter(rules: [test.rule], severities: [test.rule.id: .error]).lint(list)
    #expect(found.map(\.message) == [])
  }

  /// What is wrong with an entry's words and address is found in every form too.
  @Test(arguments: forms) func badEntriesAreBadInEveryForm(_ form: Form) throws {
    let bad = [
      Line(title: "A", url: "http://a.example/?utm_source=b", description: "text for Github"),
      Line(title: "Bee", url: "https://b.example", description: "Bee is a ðŸŽ‰ text"),
    ]
    let text = "## S\n\n" + form.head + bad.map(form.write).joined() + form.tail
    let list = try List(SourceText(text))
    #expect(list.entries.map(\.shape) == [form.shape, form.shape])
    let found = Set(Linter(preset: .strict, severities: ["url-http": .warning]).lint(list).map(\.rule))
    #expect(found.isSuperset(of: ["url-tracking", "url-http", "mojibake"]))
    #expect(found.contains("description-name"))
    #expect(found.contains("brand-case"))
    // Cells are no sentences.
    if form.shape == .row { return }
    #expect(found.isSuperset(of: ["description-end", "description-case"]))
  }
}
