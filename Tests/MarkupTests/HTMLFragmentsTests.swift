import Markup
import Source
import Testing

@Suite struct HTMLFragmentsTests {
  private func tokens(_ html: String) -> (SourceText, [HTMLToken]) {
    let source = SourceText(html)
    return (source, HTMLFragments(in: source).tokens(of: [source.range]))
  }

  private func tags(_ html: String) -> [HTMLTag] {
    tokens(html).1.compactMap { if case .start(let tag) = $0.kind { tag } else { nil } }
  }

  @Test(arguments: [
    (#"<a href="x&amp;y" id=one>t</a>"#, "x&y", "x&amp;y"),
    (#"<A HREF='x'>t"#, "x", "x"),
    ("<a\n  class=\"b\"\n  href = x>t</a>", "x", "x"),
    (#"<p><a data-x="<a href='no'>" href=x/y>"#, "x/y", "x/y"),
    (#"<details><summary><a href='h'>T</a> - d</summary>"#, "h", "h"),
  ])
  func attributeValuesHaveTheirRanges(_ html: String, value: String, written: String) throws {
    let source = SourceText(html)
    let tag = try #require(tags(html).last { $0.name == "a" })
    let href = try #require(tag.attribute("href"))
    #expect(href.value == value)
    #expect(href.valueRange.map { source[$0] } == written)
  }

  @Test func tokensAreInOrderWithTheirText() {
    let (source, found) = tokens("<b>x &lt; y</b><!-- c --><br/>é<i>z")
    #expect(
      found.map(\.kind) == [
        .start(HTMLTag(name: "b", attributes: [])), .text("x < y"), .end("b"), .comment(" c "),
        .start(HTMLTag(name: "br", attributes: [])), .text("é"), .start(HTMLTag(name: "i", attributes: [])), .text("z"),
      ])
    #expect(found.map { source[$0.range] } == ["<b>", "x &lt; y", "</b>", "<!-- c -->", "<br/>", "é", "<i>", "z"])
  }

  @Test func rangesAreReadAsOneStream() {
    let source = SourceText("<p id=a>\n\n**text**\n\n<i name='b'></p>")
    let found = HTMLFragments(in: source).tokens(of: [SourceRange(0, 9), SourceRange(20, source.bytes.count)])
    let names = found.compactMap { if case .start(let tag) = $0.kind { tag.attributes.first?.valueRange } else { nil } }
    #expect(names.map { source[$0] } == ["a", "b"])
  }

  @Test(arguments: [
    "<", "<a href=", "<a href=\"", "</", "<!--", "<!-- x", "<a <a <b", "&#xFFFFFFFF;", "<a href=x\u{1}\u{2}",
  ])
  func brokenMarkupNeverTraps(_ html: String) {
    _ = tokens(html)
  }
}
