import Testing

@testable import PageInspection

/// Pages as sites serve them, with a maintainer's opinion.
@Suite struct LifelikePageTests {
  struct Visit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let asked: String
    var reached: String?
    let names: [String]
    let html: String
    var headers: [(String, String)] = []

    init(
      _ description: String, _ asked: String, to reached: String? = nil, names: [String], _ html: String,
      headers: [(String, String)] = []
    ) {
      (testDescription, self.asked, self.reached) = (description, asked, reached)
      (self.names, self.html, self.headers) = (names, html, headers)
    }

    func judge() throws -> PageClass {
      try PageCheckTests.judge(html, named: names, asked: asked, reached: reached, headers: headers)
    }
  }

  static let words = PageCheckTests.words

  static func page(_ title: String, _ body: String = words, head: String = "") -> String {
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>\(title)</title>\(head)</head><body>\(body)</body></html>"
  }

  @Test(arguments: [
    Visit(
      "GitLab hides a project behind its sign-in", "https://gitlab.com/group/project",
      to: "https://gitlab.com/users/sign_in", names: ["Project"],
      page("Sign in · GitLab", "<form action=/users/sign_in><input name=login><input type=password></form>")),
    Visit(
      "Bitbucket does so", "https://bitbucket.org/a/b", to: "https://bitbucket.org/account/signin/?next=/a/b",
      names: ["B"], page("Log in — Bitbucket")),
    Visit(
      "YouTube asks for consent", "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
      to: "https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2Fwatch&gl=DE", names: ["A talk"],
      page("Bevor Sie zu YouTube weitergehen")),
    Visit(
      "Keycloak", "https://wiki.a.org/page",
      to: "https://sso.a.org/realms/x/protocol/openid-connect/auth?client_id=wiki&redirect_uri=x", names: ["Page"],
      page("Anmelden")),
    Visit(
      "a form for a password with a way back", "https://a.org/members/list",
      to: "https://a.org/members/entry?return_to=/members/list",
      names: ["List"], page("Members", "<form><input type=password name=p></form>" + words)),
    Visit("WordPress", "https://a.org/secret", to: "https://a.org/wp-login.php?redirect_to=x", names: ["A"], page("A")),
    Visit("Rails", "https://a.org/things/5", to: "https://a.org/session/new", names: ["A"], page("A")),
    Visit("LinkedIn", "https://l.com/in/me", to: "https://l.com/authwall?trk=x", names: ["A"], page("Sign Up")),
    Visit(
      "a shop sends what is gone to its front page", "https://shop.example/p/12?x=1",
      to: "https://shop.example/?utm_source=404&ref=p12", names: ["Thing"], page("Thing shop")),
    Visit(
      "the same in a language", "https://a.org/blog/x", to: "https://a.org/pt-br/home.aspx", names: ["X"], page("X")),
    Visit(
      "Nginx, its own title only", "https://a.org/docs", names: ["Docs"],
      page("Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>If you see this page, the web server is working.")),
    Visit(
      "Debian's Apache", "https://a.org/docs", names: ["Docs"],
      page("Apache2 Debian Default Page: It works", words)),
    Visit(
      "GoDaddy's lander", "https://a.org/docs", names: ["Docs"],
      "<!DOCTYPE html><html><head><script>window.onload=function(){window.location.href=\"/lander\"}</script></head></html>"
    ),
    Visit(
      "a page of advertisements for a parked domain", "https://a.org/", names: ["A"],
      "<html data-adblockkey=\"MFwwDQYJKoZI_abc\"><head><title>a.org</title><script src=\"/js/main.js\"></script></head>"
    ),
    Visit(
      "Sedo's frame", "https://a.org/", names: ["A"],
      page("a.org", "<iframe src='//sedoparking.com/frmpark/a.org/x/park.js'></iframe>")),
    Visit(
      "a redirect to a parking host", "https://a.org/x", to: "http://ww25.a.org/x?s=1", names: ["A"], page("a.org")),
    Visit(
      "GoDaddy sells it", "https://a.org/x", to: "https://www.godaddy.com/forsale/a.org?x", names: ["A"], page("a.org")),
    Visit(
      "a hijacked domain that kept an English word", "https://project.example/docs/start",
      names: ["Learn the language online"], page("Situs Slot Gacor Online Terpercaya 2024")),
    Visit(
      "one word is enough where it is two", "https://p.example/x", names: ["Parser"], page("Best Online Casino Canada")),
    Visit("Russian spam", "https://p.example/x", names: ["Парсер"], page("Онлайн казино с быстрым выводом")),
    Visit("Chinese spam", "https://p.example/x", names: ["Parser"], page("澳门赌场官方网站")),
    Visit(
      "a site name that only the page knows", "https://joit.example/x", names: ["X"],
      page(
        "Page not found – The Very Long Name of a Journal",
        head: "<meta property=og:site_name content='The Very Long Name of a Journal'>")),
    Visit("its own page for that", "https://a.org/x", to: "https://a.org/404.html?from=/x", names: ["X"], page("A. B")),
    Visit("and another", "https://a.org/x", to: "https://a.org/error/page-not-found", names: ["X"], page("A. B")),
    Visit("Google", "https://g.example/x", names: ["X"], page("Error 404 (Not Found)!!1")),
    Visit(
      "Docusaurus", "https://d.example/x", names: ["X"], page("Page Not Found | My Site", "<h1>Page Not Found</h1>")),
    Visit("WordPress' title", "https://w.example/x", names: ["X"], page("Page not found &#8211; My Blog")),
    Visit("Chinese with an apology", "https://w.example/x", names: ["X"], page("抱歉，您访问的页面不存在 - 某某网")),
    Visit("Japanese", "https://w.example/x", names: ["X"], page("お探しのページが見つかりませんでした｜株式会社")),
    Visit("Russian", "https://w.example/x", names: ["X"], page("Ошибка 404. Страница не найдена | Хабр")),
    Visit(
      "German", "https://w.example/x", names: ["X"], page("Die angeforderte Seite wurde nicht gefunden - Beispiel")),
    Visit("Korean", "https://w.example/x", names: ["X"], page("죄송합니다. 요청하신 페이지를 찾을 수 없습니다.")),
  ])
  func isSuspect(visit: Visit) throws {
    let judgement = try visit.judge()
    #expect(PageCheckTests.isSuspect(judgement), "\(judgement)")
  }

  @Test(arguments: [
    Visit(
      "arXiv", "http://arxiv.org/abs/1706.03762v5", to: "https://arxiv.org/abs/1706.03762v5",
      names: ["Attention Is All You Need"], page("[1706.03762] Attention Is All You Need")),
    Visit(
      "an encyclopedia on the error", "https://en.wikipedia.org/wiki/HTTP_404", names: ["the error page"],
      page("HTTP 404 - Wikipedia", "<h1>HTTP 404</h1>" + words)),
    Visit(
      "a reference on the status", "https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/404", names: ["reference"],
      page("404 Not Found - HTTP | MDN", "<h1>404 Not Found</h1>" + words)),
    Visit(
      "an article on such pages", "https://blog.example/2020/designing-404-pages", names: ["Designing error pages"],
      page("Page not found: how to design a helpful 404 page – A Blog", "<h1>How to design a 404 page</h1>" + words)),
    Visit("a magazine with such a name", "https://www.404media.co/", names: ["A magazine"], page("404 Media")),
    Visit(
      "Read the Docs", "https://thing.readthedocs.io/", to: "https://thing.readthedocs.io/en/latest/",
      names: ["Thing"], page("Welcome to Thing’s documentation! — Thing 1.2 documentation")),
    Visit(
      "Read the Docs, deep", "http://docs.thing.org/install.html", to: "https://docs.thing.org/en/stable/install.html",
      names: ["Thing"], page("Installation — Thing", head: "<meta name=robots content=noindex>")),
    Visit(
      "Medium moves an author", "https://medium.com/@me/a-title-1a2b", to: "https://me.medium.com/a-title-1a2b",
      names: ["A title"], page("A title. What it says | by Me | Medium")),
    Visit(
      "Gitter moved into one page", "https://gitter.im/group/room", to: "https://app.gitter.im/#/room/#group:matrix",
      names: ["chat"], page("Gitter", "<div id=app></div><script src=a.js></script>")),
    Visit(
      "a site became one page", "https://a.org/features", to: "https://a.org/#features", names: ["Features"],
      page("A thing")),
    Visit(
      "a renamed project", "https://github.com/old/thing", to: "https://github.com/new/other", names: ["Thing"],
      page("GitHub - new/other: Does things")),
    Visit(
      "a renamed project whose new name sounds like a sign-in", "https://github.com/old/thing",
      to: "https://github.com/new/login", names: ["Thing"], page("GitHub - new/login: Log in to things")),
    Visit(
      "a manual about signing in", "https://docs.a.org/security", to: "https://docs.a.org/guides/auth",
      names: ["Security"], page("Security and authentication")),
    Visit(
      "an article about signing in", "https://blog.a.org/old", to: "https://blog.a.org/how-to-add-login-to-your-app",
      names: ["Adding a login"], page("How to add login to your app")),
    Visit(
      "a market for domains itself", "https://dan.com/", to: "https://www.dan.com/", names: ["Dan"], page("Dan.com")),
    Visit("a program", "https://it.example/works", names: ["Essays"], page("It works on my machine: an essay")),
    Visit(
      "a guide to a server", "https://a.org/nginx", names: ["Guide"],
      page("Welcome to nginx on a small machine, a guide")),
    Visit(
      "software that is only maintained", "https://a.org/x", names: ["X"],
      page("X is in maintenance mode", "<p>X gets fixes, and no new features.")),
    Visit(
      "a library of one script", "https://app.example/tool", names: ["Tool"],
      page("Tool", "<div id=root></div><script src=/static/main.js></script><noscript>Enable JavaScript</noscript>")),
    Visit(
      "a paper on gambling", "https://a.org/p", names: ["Poker and mathematics"],
      page("The mathematics of poker and slots")),
    Visit("a research page in Chinese", "https://a.org/p", names: ["博彩研究"], page("博彩研究中心")),
    Visit(
      "an article that was moved", "https://a.org/p/12", to: "https://a.org/blog/the-page-not-found-page", names: ["P"],
      page("The page-not-found page, an essay")),
    Visit("a domain search", "https://search.example/", names: ["Domain search"], page("Domain search", words)),
    Visit("a page in another language", "https://a.org/p", names: ["Handbook"], page("本の題名についての頁です")),
  ])
  func isFine(visit: Visit) throws {
    let judgement = try visit.judge()
    switch judgement {
    case .fine, .doubtful: break
    default: Issue.record("\(judgement)")
    }
  }

  /// One weak sign is not enough, but two are.
  @Test(arguments: [
    Visit("its text", "https://a.org/x", names: ["Thing"], page("Thing", "<p>The page does not exist any more.")),
    Visit("its title among words", "https://a.org/x", names: ["Thing"], page("Thing is sorry: page not found today")),
    Visit("another title", "https://a.org/x", names: ["Thing"], page("Cooking recipes daily")),
  ])
  func isSuspectWithAnotherWeakSign(visit: Visit) throws {
    guard case .doubtful = try visit.judge() else {
      Issue.record("\(try visit.judge())")
      return
    }
    var second = visit
    second.headers = [("X-Robots-Tag", "noindex, nofollow")]
    let judgement = try second.judge()
    #expect(PageCheckTests.isSuspect(judgement), "\(judgement)")
  }

  @Test(arguments: [
    Visit(
      "a site that says so below its name", "https://a.org/x", names: ["X"],
      page("Example", "<h1>Example</h1><p>Our website is under maintenance. Please check back later.")),
    Visit("a site whose title is the word", "https://a.org/x", names: ["X"], page("Maintenance", "<p>Back at noon.")),
    Visit("WordPress", "https://a.org/x", names: ["X"], page("A", "<p>Unavailable for scheduled maintenance.")),
    Visit("Japanese", "https://a.org/x", names: ["X"], page("株式会社", "<p>ただいまメンテナンス中です。")),
  ])
  func isTransient(visit: Visit) throws {
    let judgement = try visit.judge()
    guard case .transient = judgement else {
      Issue.record("\(judgement)")
      return
    }
  }

  @Test(arguments: [
    "صفحہ نہیں ملا", "पृष्ठ सापडले नाही", "పేజీ కనుగొనబడలేదు", "பக்கம் காணப்படவில்லை", "પૃષ્ઠ મળ્યું નથી", "ਪੰਨਾ ਨਹੀਂ ਮਿਲਿਆ",
    "পৃষ্ঠা খুঁজে পাওয়া যায়নি", "Hindi nahanap ang pahina", "Ukurasa haukupatikana", "Страницата не е намерена",
    "Stranica nije pronađena", "Pàgina no trobada", "您要找的页面不存在", "網頁不存在", "La página que buscas no existe",
    "La page demandée n’existe pas", "Diese Seite gibt es nicht", "A página solicitada não existe",
  ])
  func notFoundPhrasesOfManyLanguagesAreKnown(title: String) throws {
    for title in [title, "404 – \(title) | Site"] {
      let judgement = try PageCheckTests.judge(Self.page(title))
      #expect(PageCheckTests.isSuspect(judgement), "\(title)")
    }
  }
}
