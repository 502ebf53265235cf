import Markdown
import Source
import Testing

@Suite struct AlertTests {
  @Test(arguments: [
    ("> [!NOTE]\n> a", Alert.Kind.note), ("> [!warning]  \n>\n> a", .warning), ("a\n\n>  [!Tip]\n>  a", .tip),
    ("> [!CAUTION]\r\n> a\r\n", .caution), ("> [!IMPORTANT]\n> - a", .important),
  ])
  func aQuoteWithAMarkerIsAnAlert(_ text: String, kind: Alert.Kind) throws {
    let document = try Document(SourceText(text))
    let alert = try #require(document.blocks.last?.alert)
    #expect(alert.kind == kind)
    #expect(document.source[alert.markRange].lowercased() == "[!\(kind.rawValue)]")
  }

  @Test(arguments: ["> [!NOTE] a", "> [!NOTE]", "> [!OTHER]\n> a", "> a\n> [!NOTE]", "[!NOTE]\na", "> # [!NOTE]\n> a"])
  func otherBlocksAreNotAlerts(_ text: String) throws {
    #expect(try Document(SourceText(text)).blocks.allSatisfy { $0.alert == nil })
  }
}
