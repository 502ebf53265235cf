import HTTP
import Testing

@testable import PageInspection

/// Pages that are not those that their links mean, and similar pages that are fine.
@Suite struct PageCheckTests {
  static let words = String(
    repeating: "<p>A page about something with many words in it, as pages have them.</p>", count: 40)

  static func judge(
    _ html: String, named names: [String] = ["Some Project"], asked: String = "https://project.example/docs/start",
    reached: String? = nil, headers: [(String, String)] = []
  ) throws -> PageClass {
    PageClass(try visit(html, named: names, asked: asked, reached: reached, headers: headers))
  }

  static func visit(
    _ html: String, named names: [String], asked: String, reached: String?, headers: [(String, String)] = []
  ) throws -> PageVisit {
    let page = try #require(try PageTests.page(Array(html.utf8), piece: 4096))
    let end = try WebAddress(reached ?? asked)
    return PageVisit(
      page: page, requested: try WebAddress(asked), reached: end, hasFragment: end.fragment?.isEmpty == false,
      headers: headers.map { HeaderField(name: $0, value: $1) }, body: Array(html.utf8), isWhole: true, names: names)
  }

  static func isSuspect(_ pageClass: PageClass) -> Bool {
    if case .suspect = pageClass { true } else { false }
  }

  @Test(arguments: [
    "404", "404 Not Found", "Page not found", "Page Not Found · GitHub Pages", "Project - Page not found",
    "Error 404 (Not Found)!!1", "Oops! That page can’t be found. | Project", "404: This page could not be found.",
    "Página no encontrada", "Página não encontrada | Projeto", "Page introuvable", "Seite nicht gefunden – Projekt",
    "Pagina non trovata", "Pagina niet gevonden", "Nie znaleziono strony", "Страница не найдена",
    "Сторінку не знайдено",
    "页面不存在", "找不到頁面", "ページが見つかりません", "페이지를 찾을 수 없습니다", "Sayfa bulunamadı", "Sidan hittades inte",
    "Stránka nenalezena", "الصفحة غير موجودة", "صفحه یافت نشد", "पृष्ठ नहीं मिला", "Halaman tidak ditemukan",
    "Không tìm thấy trang", "ไม่พบหน้า", "הדף לא נמצא",
  ])
  func aTitleOfAMissingPageIsSuspect(title: String) throws {
    #expect(Self.isSuspect(try Self.judge("<title>\(title)</title>\(Self.words)")), "\(title)")
    #expect(Self.isSuspect(try Self.judge("<title>Project</title><h1>\(title)</h1>\(Self.words)")), "\(title)")
    // The list says so itself.
    #expect(!Self.isSuspect(try Self.judge("<title>\(title)</title>\(Self.words)", named: [title])))
  }

  @Test(arguments: [
    "How to design a page not found page", "404 – A history of the error that everybody knows",
    "HTTP 404 explained for beginners",
    "Lost and Found: the missing 404 room", "Not found: the biography of a lost painter and his work", "Project",
    "Project 404 handler middleware", "Nothing found in translation, an essay on grammar",
  ])
  func anArticleAboutMissingPagesIsFine(title: String) throws {
    let name = title.split(separator: " ").last.map(String.init) ?? ""
    #expect(!Self.isSuspect(try Self.judge("<title>\(title)</title>\(Self.words)", named: [name])), "\(title)")
  }

  @Test(arguments: [
    ("https://a.org/docs/x", "https://a.org/"), ("https://a.org/x", "https://www.a.org/"),
    ("https://a.org/x", "https://a.org/en/"),
    ("https://a.org/x?y=1", "https://a.org/index.html"), ("https://old.a.org/x/y", "https://a.org"),
    ("https://a.org/x", "https://a.org/login?next=/x"), ("https://a.org/x", "https://consent.a.org/?u=x"),
    ("https://a.org/x", "https://accounts.google.com/ServiceLogin?x"),
    ("https://a.org/", "https://www.hugedomains.com/d?a.org"),
    ("https://old.org/docs/x", "https://new.com/"), ("https://old.org/paper.pdf", "https://www.new.com/en/"),
    ("https://old.org/?p=12", "https://new.com/index.html"),
    ("https://forge.org/me/project", "https://cheap-pills.com/"),
    ("https://old.org/thing/download", "https://thing.com/"),
    ("https://old.org/a/b", "https://a.com/?utm_source=b"),
    ("https://blog.old.org/2015/tool", "https://old.com/"), ("https://old.org/our/home-page", "https://page.com/"),
  ])
  func aRedirectToAFrontPageIsSuspect(asked: String, reached: String) throws {
    #expect(Self.isSuspect(try Self.judge("<title>A</title>\(Self.words)", asked: asked, reached: reached)))
  }

  @Test(arguments: [
    ("https://a.org/", "https://www.a.org/"), ("http://a.org/x", "https://a.org/x"),
    ("https://a.org/en", "https://a.org/"),
    ("https://a.org/index.php", "https://a.org/"), ("https://docs.a.org/project", "https://project.a.org/"),
    ("https://forge.org/me/project", "https://project.dev/"), ("https://a.org/x", "https://a.org/?page=x"),
    ("https://forge.org/me/my-tool", "https://mytool.io/"),
    ("https://forge.org/me/mytool", "https://www.my-tool.io/en/"),
    ("https://forge.org/me/Tool.jl", "https://tool.org/"), ("https://forge.org/me/tool", "https://docs.gettool.com/"),
    ("https://forge.org/me/tool/", "https://tool.example.co.uk/"), ("https://forge.org/tool", "https://else.dev/"),
    ("https://old.org/en/tool/", "https://else.dev/"), ("https://old.org/", "https://new.com/"),
    ("https://doi.org/10.1/x", "https://new.com/"), ("https://purl.org/net/x", "https://new.com/"),
    ("https://forge.org/me/thing", "https://some.dev/"), ("https://forge.org/me/thing", "https://someproject.dev/"),
    ("https://old.org/docs/x", "https://new.com/x"),
    ("https://a.org/login", "https://a.org/login/"), ("https://a.org/old-name", "https://a.org/new-name"),
    ("https://a.org/x", "https://a.org/author/blogin"),
  ])
  func aRedirectToTheMovedPageIsFine(asked: String, reached: String) throws {
    #expect(!Self.isSuspect(try Self.judge("<title>A</title>\(Self.words)", asked: asked, reached: reached)))
  }

  @Test(arguments: [
    "<html><head></head><body>  </body></html>", "<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>",
    "<title>Apache2 Ubuntu Default Page: It works</title>", "<title>a.org</title><p>This domain is for sale!</p>",
    "<title>a.org</title><p>Diese Domain steht zum Verkauf.</p>", "<title>a.org</title><p>域名出售</p>",
    "<title>Situs Slot Gacor Judi Online</title>" + words,
    "<title>Online casino: bonus, roulette and poker</title>" + words,
    "<title>Buy viagra and cialis</title>" + words,
    "<title>Cooking recipes daily</title><meta name=robots content=noindex>" + words,
  ])
  func emptyParkedAndSpamPagesAreSuspect(html: String) throws {
    #expect(Self.isSuspect(try Self.judge(html)), "\(html.prefix(80))")
  }

  @Test(arguments: [
    ("<p>Hello", "Some Project"), ("<div id=app></div><script src=a.js></script>", "Some Project"),
    ("<img src=a.png>", "Some Project"),
    ("<title>Poker hand evaluator and casino maths</title>" + words, "Poker library"),
    ("<title>Some Project</title><meta name=robots content=noindex>" + words, "Some Project"),
    ("<title>Cooking recipes daily</title>" + words, "Some Project"),
    ("<title>Domains</title>" + words + words + "<p>This domain is for sale", "Some Project"),
    ("<title>Nothing in common: docs</title><meta name=robots content=noindex>" + words, "Docs"),
  ])
  func pagesThatOnlyLookSuspectAreFine(html: String, name: String) throws {
    #expect(!Self.isSuspect(try Self.judge(html, named: [name])), "\(html.prefix(80))")
  }

  @Test(arguments: [
    "Site under maintenance", "We’ll be back soon!", "Wartungsarbeiten", "メンテナンス中", "Ведутся технические работы",
  ])
  func aSiteUnderMaintenanceIsTransient(title: String) throws {
    guard case .transient = try Self.judge("<title>\(title)</title><p>Please wait.") else {
      Issue.record("\(title)")
      return
    }
    // An article that has such a title has more to say.
    if case .transient = try Self.judge("<title>\(title)</title>\(Self.words)") { Issue.record("\(title)") }
  }

  @Test(arguments: PageCheck.all)
  func everyCheckFindsItsExamplesAndNothingElse(check: PageCheck) throws {
    #expect(Set(check.examples.map(\.isFound)) == [true, false], "\(check.id) needs an example of each kind")
    for example in check.examples {
      let visit = try Self.visit(
        example.html, named: example.names, asked: example.requested, reached: example.reached)
      #expect((check.reason(visit) != nil) == example.isFound, "\(check.id): \(example.html.prefix(80))")
    }
  }

  @Test func everyCheckIsDescribed() {
    #expect(Set(PageCheck.all.map(\.id)).count == PageCheck.all.count)
    #expect(PageCheck.all.allSatisfy { $0.summary.hasSuffix(".") })
  }

  /// How a check is tried before it is listed.
  @Test func aNewCheckIsAValue() throws {
    let shouting = PageCheck(
      id: "shouting", summary: "The page's title is in capital letters.", weight: .weak,
      examples: [.found("<title>BUY NOW</title>"), .fine("<title>Some Project</title>")]
    ) { visit in
      visit.page.title.flatMap { $0 == $0.uppercased() ? "its title is in capital letters" : nil }
    }
    try everyCheckFindsItsExamplesAndNothingElse(check: shouting)
  }
}
