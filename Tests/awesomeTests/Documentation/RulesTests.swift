import Diagnostics
import Linting
import Testing

@testable import awesome

@Suite struct RulesTests {
  @Test(arguments: Rule.all.map(\.id)) func pagesHaveTheSameHeadingsAndFitATerminal(_ id: String) throws {
    let page = RulePage(try #require(RuleCatalogue.named(id))).text
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let headings = lines.filter { $0.first?.isLetter == true }.dropFirst()
    #expect(headings.elementsEqual(["What it checks", "Why", "Fix", "Options", "Example"]))
    #expect(lines.allSatisfy { $0.hasPrefix("    ") || $0.count <= 80 })
  }

  @Test(arguments: LinkRules.all.map(\.id)) func aVerdictIsARuleOfTheSameCatalogue(_ id: String) throws {
    let page = try Sandbox().run("rules", id).output
    #expect(page.hasPrefix("\(id) (") && page.contains("\nWhy\n  ") && page.contains("`level`: `off`, `note`, "))
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let table = try Sandbox().run("rules").output
    #expect(table.contains("\nChecked links\n  ") && table.contains("\n  \(id) "))
  }

  @Test func aPageShowsTheExampleWithItsFinding() throws {
    let page = try Sandbox().run("rules", "description-end").output
    #expect(page.contains("\n    - [jq](https://jqlang.org) - JSON processor\n\n  1:43: warning: no full stop; "))
    #expect(page.contains("\n  Write:\n\n    - [jq](https://jqlang.org) - JSON processor.\n"))
    #expect(try Sandbox().run("rules", "invisible").output.contains("\\u{200B}"))
    #expect(try Sandbox().run("rules", "contributing").output.contains("Write, beside contributing.md ("))
  }

  @Test func theCatalogueHasEveryRule() throws {
    let catalogue = try Sandbox().run("rules", "--markdown").output
    for rule in RuleCatalogue.all {
      #expect(catalogue.contains("\n### \(rule.id)\n\n**What it checks.** \(rule.summary)"))
    }
  }
}
