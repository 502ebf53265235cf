import Markup
import Testing

@Suite struct TagAttributesTests {
  @Test func addressesAreKnownByTheirAttributes() {
    let text =
      "<a HREF='a b' title=\"c\"> 1 < 2 <img src=d alt><outline xmlUrl=\"e\" text=''/> </a href=no> <!-- <q cite=f> -->"
    let bytes = Array(text.utf8)
    let values = TagAttributes.values(in: bytes)
    #expect(values.map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["a b", "c", "d", "e", "f"])
    #expect(values.map(\.isAddress) == [true, false, true, true, true])
  }

  @Test func brokenTagsEnd() {
    for text in ["<", "<a", "<a href", "<a href=", "<a href=\"", "<a href='x", "<a <a <a href=x"] {
      #expect(TagAttributes.values(in: Array(text.utf8)).count <= 1)
    }
    let hostile =
      [UInt8](repeating: UInt8(ascii: "<"), count: 1 << 16) + Array(String(repeating: "<a b=\"", count: 1 << 12).utf8)
    #expect(TagAttributes.values(in: hostile).count <= 1 << 12)
  }
}
