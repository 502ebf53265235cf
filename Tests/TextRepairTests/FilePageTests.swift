import Testing
import TextEncodings

@testable import TextRepair

@Suite("The code page of a file")
struct FilePageTests {
  /// A text read in a code page, its undefined bytes as controls.
  static func misread(_ text: String, as page: CodePage) -> String {
    var result = String.UnicodeScalarView()
    for byte in text.utf8 {
      let value = byte < 0x80 ? UInt32(byte) : page.characters[Int(byte) - 0x80] ?? UInt32(byte)
      result.append(Unicode.Scalar(value) ?? "?")
    }
    return String(result)
  }

  private func repaired(_ text: String) -> String {
    String(decoding: Repairer().repaired(Array(text.utf8)).bytes, as: UTF8.self)
  }

  @Test(
    "One page reads all words of a file, short and unlikely ones too",
    arguments: [
      ("Förklara hur man går från början\n\nVälj ett språk på listan\n\nhan får två år", CodePage.windows1250),
      ("Я и ты в доме с котом\n\nВ лесу и в поле\n\nс утра и до вечера", CodePage.windows1251),
      ("Ο κατάλογος ή το αρχείο\n\nη μνήμη, ο τόμος και π.χ. η τιμή", CodePage.iso88592),
      ("Il file è già aperto\n\nQuesta è la città più bella, è così", CodePage.macRoman),
      ("zda je možné, že soubor již byl\n\nKdyž je v adresáři, žádný cíl", CodePage.codePage850),
      ("Đã tải về, tiếng Việt\n\nHà Nội và Huế, ở đây có chợ", CodePage.codePage437),
    ])
  func wholeFile(text: String, page: CodePage) {
    #expect(repaired(Self.misread(text, as: page)) == text)
  }

  @Test("A second page is repaired where the first one reads nothing and the words prove it")
  func twoPages() {
    let (german, french) = ("Größe und schön – Ärger", "été, élève, très, où")
    let damaged =
      Self.misread(german, as: CodePage.windows1252) + "\n\n" + Self.misread(french, as: CodePage.macRoman)
    #expect(repaired(damaged) == german + "\n\n" + french)
  }

  @Test(
    "The letters of the healthy text decide between code pages",
    arguments: [("på gång, många år\n\nhan fĂĄr", "på gång, många år\n\nhan får")])
  func letters(damaged: String, original: String) {
    #expect(repaired(damaged) == original)
  }

  @Test("Where two pages give likely letters, nothing is written", arguments: ["pĂĄ", "HĂĄkan"])
  func undecided(damaged: String) throws {
    let result = Repairer().repaired(Array(damaged.utf8))
    #expect(String(decoding: result.bytes, as: UTF8.self) == damaged)
    #expect(result.repairs.allSatisfy { $0.obstacle == .ambiguous && $0.candidates.count == 2 })
  }

  @Test(
    "A lone word is read as Windows-1252 where that gives letters",
    arguments: [
      ("aÃ£b", "aãb"), ("NF-ÎºB", "NF-κB"), ("TNF-Î±", "TNF-α"), ("Î¼Torrent", "μTorrent"),
      ("Î»-calculus", "λ-calculus"),
      ("HawaiÊ»i", "Hawaiʻi"), ("OÊ»zbekiston", "Oʻzbekiston"), ("Hâ‚‚O", "H₂O"), ("ESPAÃ‘A", "ESPAÑA"),
      ("AÃ‘O", "AÑO"),
      ("GRÃ–SSE", "GRÖSSE"), ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"), ("×©×œ×•×\u{9D}", "שלום"), ("ä¸\u{AD}æ–‡", "中文"),
      ("GÃ\u{A0}idhlig", "Gàidhlig"), ("Hi í\u{A0}½í¸\u{8D}", "Hi 😍"),
    ])
  func lone(damaged: String, original: String) {
    #expect(repaired(damaged) == original)
  }

  @Test("All rounds are repaired, or none")
  func rounds() throws {
    let twice = Self.misread(
      Self.misread("Gàidhlig", as: CodePage.windows1252), as: CodePage.windows1252)
    let result = Repairer().repaired(Array(twice.utf8))
    #expect(String(decoding: result.bytes, as: UTF8.self) == "Gàidhlig")
    #expect(try #require(result.repairs.first).rounds == 2)
  }

  @Test(
    "One letter of another script is not put into a line or a word", arguments: ["a list of Ð¸ tools", "aÑˆb", "aÊºb"])
  func foreign(text: String) {
    for scalar in repaired(text).unicodeScalars { #expect(!(0x400..<0x530).contains(scalar.value)) }
  }
}
