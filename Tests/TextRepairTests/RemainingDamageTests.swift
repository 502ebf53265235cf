import Testing
import TextRepair

@Suite("Damage that is left")
struct RemainingDamageTests {
  private func repaired(_ text: String) -> String {
    String(decoding: Repairer().repaired(Array(text.utf8)).bytes, as: UTF8.self)
  }

  @Test(
    "à and Š that lost a no-break space are restored where the line proves damage",
    arguments: [
      ("Le barÃ¨me des dÃ©placements relatifs Ã lâ€™usage", "Le barème des déplacements relatifs à l’usage"),
      ("com especial atenÃ§Ã£o Ã s crianÃ§as", "com especial atenção às crianças"),
      ("as condiÃ§Ãµes, semelhante Ã quele", "as condições, semelhante àquele"),
      ("une rÃ©gion Ã  visiter", "une région à visiter"),
      ("Å iaip VisÅ³ pirma", "Šiaip Visų pirma"),
      ("Г lвЂ™ouest de la rГ©gion", "à l’ouest de la région"),
    ])
  func noBreakSpace(damaged: String, original: String) {
    #expect(repaired(damaged) == original)
  }

  @Test(
    "Ã and Å before a space are healthy in other text",
    arguments: ["C O N C L U S Ã O", "a radius of 10 Å or so", "La rÃ³n dice aquÃ no", "10 Å is ÄŒeská"])
  func healthy(text: String) {
    let result = repaired(text)
    #expect(!result.contains("à") && !result.contains("Š"))
  }

  @Test(
    "What cannot be read is reported",
    arguments: [
      ("a ï¿½ b", "ï¿½"), ("it鈥檚", "鈥檚"), ("wait 鈥? yes", "鈥?"), ("馃殌 Launch", "馃殌"), ("x \u{81} y", "\u{81}"),
    ])
  func unreadable(text: String, place: String) throws {
    let result = Repairer().repaired(Array(text.utf8))
    #expect(String(decoding: result.bytes, as: UTF8.self) == text)
    let repair = try #require(result.repairs.first)
    #expect(result.repairs.count == 1)
    #expect(repair.before == place)
    #expect(repair.obstacle == .ambiguous && repair.candidates.isEmpty)
  }

  @Test("Chinese text with a rare character is healthy", arguments: ["油馃子", "馃"])
  func chinese(text: String) {
    #expect(Repairer().repairs(in: Array(text.utf8)).isEmpty)
  }

  @Test("A word that the page of the file cannot read as a whole is reported")
  func unread() {
    let text = "PÅ™Ã\u{AD}liÅ¡ Å¾luÅ¥ouÄkÃ½ kÅ¯Åˆ a Ãºpln├© slovo\n"
    let repairs = Repairer().repairs(in: Array(text.utf8))
    #expect(repairs.contains { $0.obstacle == .ambiguous })
  }
}
