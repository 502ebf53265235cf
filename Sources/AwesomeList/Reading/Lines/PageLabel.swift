import Source

/// The texts of links that say what kind of page is behind them, such as “GitHub”, “Docs” or “🔗”: they name no entry.
enum PageLabel {
  /// Whether a link's text only says where it leads: a kind of page, a site, its own address, or a symbol.
  static func isLabel(_ text: String, of url: String) -> Bool {
    isAddress(text, of: url) || isPage(text, of: url)
  }

  /// Whether a text is the address that it leads to, perhaps without the scheme.
  static func isAddress(_ text: String, of url: String) -> Bool {
    if url.utf8.elementsEqual(text.utf8) { return true }
    guard text.utf8.contains(UInt8(ascii: ".")), url.holds("://") else { return false }
    let rest = url.utf8.dropLast(url.utf8.last == UInt8(ascii: "/") && text.utf8.last != UInt8(ascii: "/") ? 1 : 0)
    return rest.count > text.utf8.count && rest.count - text.utf8.count <= 12
      && rest.suffix(text.utf8.count).elementsEqual(text.utf8)
  }

  /// Whether a text names a kind of page or a site, and not the site's own front page.
  static func isPage(_ text: String, of url: String) -> Bool {
    guard text.utf8.count <= longest, let words = words(of: text) else { return false }
    if words.isEmpty { return true }
    if words.count > 4 { return false }
    let name = words.joined(separator: " ")
    if sites.contains(name) { return isOn(name, url) }
    var isNoun = false
    for word in words {
      if nouns.contains(word) {
        isNoun = true
      } else if sites.contains(word) {
        guard isOn(word, url) else { return false }
      } else if !modifiers.contains(word) {
        return false
      }
    }
    return isNoun
  }

  /// Whether a text only says what kind of page a link beside it leads to: `Meetup [Berlin](u)`.
  static func isKind(_ text: String) -> Bool {
    guard text.utf8.count <= longest, let words = words(of: text), !words.isEmpty else { return false }
    // A single letter is more often a name.
    let isKind = { (word: String) in
      word.utf8.count > 1 && (nouns.contains(word) || sites.contains(word) || communities.contains(word))
    }
    return words.contains(where: isKind) && words.allSatisfy { isKind($0) || modifiers.contains($0) }
  }

  /// Whether a text names a site where people meet, which has pages of many kinds.
  static func isCommunity(_ text: String) -> Bool {
    text.utf8.count <= longest && words(of: text).map { $0.contains(where: communities.contains) } ?? false
  }

  /// Whether an address may be that of a page on a site: not its front page, and not a project of that name.
  private static func isOn(_ site: String, _ url: String) -> Bool {
    let rest = url.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst().drop { $0 == UInt8(ascii: "/") }
    guard rest.drop(while: { $0 != UInt8(ascii: "/") }).count > 1 else { return false }
    let host = String(Substring(rest.prefix { $0 != UInt8(ascii: "/") })).lowercased()
    return !forges.contains(host) || host.hasPrefix(site.prefix { $0 != " " })
  }

  private static let forges: Set<String> = ["github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitee.com"]

  private static let communities: Set<String> = [
    "twitter", "x", "mastodon", "discord", "slack", "telegram", "matrix", "gitter", "reddit", "medium", "linkedin",
    "facebook", "instagram", "youtube", "vimeo", "bilibili", "zhihu", "知乎", "wikipedia", "forum", "chat", "meetup",
  ]

  private static let longest = 32

  /// The words in lower case; nil if one of them has both letters and digits, as names have. A number alone is no word.
  private static func words(of text: String) -> [String]? {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var hasDigit = false
    func end() -> Bool {
      defer { (word, hasDigit) = (String.UnicodeScalarView(), false) }
      if word.isEmpty { return !hasDigit || !words.isEmpty }
      words.append(String(word).lowercased())
      return !hasDigit
    }
    for scalar in text.unicodeScalars {
      // Chinese and Japanese have no spaces, also none beside a Latin word.
      if let last = word.last, last.isEastAsian != scalar.isEastAsian, scalar.properties.isAlphabetic, !end() {
        return nil
      }
      if scalar.properties.isAlphabetic || !word.isEmpty && scalar.properties.generalCategory == .nonspacingMark {
        word.append(scalar)
      } else if scalar.properties.numericType != nil, !scalar.properties.isEmoji || scalar.isASCII {
        hasDigit = true
      } else if !end() {
        return nil
      }
    }
    return end() ? words : nil
  }

  /// Kinds of pages about a project.
  private static let nouns: Set<String> = [
    "link", "url", "here", "website", "site", "web", "webpage", "homepage", "home", "page", "source",
    "code", "repo", "repository", "implementation", "docs", "doc", "documentation", "manual", "wiki",
    "tutorial", "guide", "paper", "article", "abstract", "preprint", "pdf", "bibtex", "poster",
    "slides", "talk", "video", "demo", "playground", "preview", "screenshot", "download",
    "changelog", "package", "dataset", "data", "model", "weights", "checkpoint",
    "notebook", "blog", "post", "announcement", "forum", "chat", "app", "author", "review",
    "官网", "官方网站", "网站", "主页", "项目主页", "项目地址", "地址", "链接", "源码", "源代码", "代码", "仓库", "文档",
    "官方文档", "中文文档", "教程", "论文", "演示", "在线演示", "数据", "数据集", "模型", "权重", "下载", "博客", "视频",
    "官網", "網站", "鏈接", "連結", "原始碼", "程式碼", "文件", "論文", "下載", "影片",
    "リンク", "サイト", "公式", "公式サイト", "ホームページ", "ソース", "ソースコード", "コード", "ドキュメント", "デモ",
    "ダウンロード", "データセット", "動画", "記事", "링크", "홈페이지", "사이트", "코드", "소스", "문서", "논문", "데모",
    "сайт", "ссылка", "код", "исходники", "исходный", "документация", "статья", "демо", "репозиторий", "скачать",
    "видео", "lien", "dépôt", "démo", "documentación", "código", "sitio", "enlace", "descargar", "documentação",
    "webseite", "quellcode", "quelle", "dokumentation", "strona", "dokumentacja",
    "الموقع", "رابط", "الرابط", "لینک", "سایت",
  ]

  /// Words beside those that leave them a kind of page.
  private static let modifiers: Set<String> = [
    "project", "official", "unofficial", "live", "online", "full", "main", "and", "on", "api", "user", "html",
    "english", "chinese", "en", "zh", "ja", "cn", "original", "pytorch", "tensorflow", "jax", "view", "read", "latest",
  ]

  /// Sites with a page for each project.
  private static let sites: Set<String> = [
    "github", "gitlab", "bitbucket", "codeberg", "gitee", "sourceforge", "sourcehut", "gist", "github repo",
    "github page", "pypi", "npm", "npmjs", "crates io", "crate", "docs rs", "maven", "nuget", "packagist", "rubygems",
    "hex", "cran", "conda", "anaconda", "docker", "docker hub", "dockerhub", "homebrew", "flathub", "snap", "aur",
    "huggingface", "hugging face", "hf", "modelscope", "colab", "google colab", "kaggle", "arxiv", "doi", "openreview",
    "semantic scholar", "zenodo", "acm", "ieee", "youtube", "vimeo", "twitter", "x", "mastodon", "discord", "slack",
    "telegram", "matrix", "gitter", "reddit", "medium", "linkedin", "facebook", "instagram", "wikipedia", "bilibili",
    "zhihu", "知乎", "app store", "google play", "play store", "chrome web store", "product hunt", "goodreads",
    "amazon", "steam", "itch io", "imdb",
  ]
}

extension Unicode.Scalar {
  /// Whether this is a character of a script without spaces, or one like those.
  fileprivate var isEastAsian: Bool { value >= 0x2E80 }
}
