import AwesomeList
import Diagnostics
import Linting
import Markdown
import Source
import Testing

@testable import Rendering

/// Rendering and the rule about order must mean the same alphabet and the same lists.
@Suite struct OrderTests {
  private static let names = [
    "tensorflow.rb", "TensorFlow-Slim", ".NET Core", "Éclair", "elmah.io", "Elmah MVC", "The Eagle", "hOOt", "SolrNet",
    "🚀 Rocket", "Zebra",
  ]

  private func findings(_ text: String) throws -> [Int] {
    let linter = Linter(rules: [.named("order")].compactMap(\.self), severities: ["order": .warning])
    let source = SourceText(text)
    return try linter.lint(Linter.list(source)).map { source.location(of: $0.range.lowerBound).line }
  }

  private static func list(_ names: [String]) -> String {
    names.map { "- [\($0)](https://a.example) - Text.\n" }.joined()
  }

  @Test func whatRenderingSortsIsInOrder() throws {
    let text = "# Awesome A\n\n## B\n\n" + Self.list(Self.names) + "\nMore:\n\n" + Self.list(Self.names.reversed())
    var options = RenderOptions()
    options.alphabet = .root
    let rendered = try Renderer(options).render(SourceText(text)).bytes
    #expect(try !findings(text).isEmpty)
    #expect(try findings(String(decoding: rendered, as: UTF8.self)) == [])
  }

  @Test func eachListOfASectionHasAnOrderOfItsOwn() throws {
    #expect(try findings("## B\n\n" + Self.list(["B"]) + "\nMore:\n\n" + Self.list(["A"])) == [])
    #expect(try findings("## B\n\n" + Self.list(["B", "A"]) + "\nMore:\n\n" + Self.list(["C", "B"])) == [4, 9])
  }
}
