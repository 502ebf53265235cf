/// What the columns of a table contain, by the names in its header row.
struct TableColumns {
  /// The column of names.
  private(set) var name: Int?
  private(set) var description: Int?
  private(set) var links: Set<Int> = []
  private(set) var tags: Set<Int> = []
  /// Columns of persons and the like, which do not name an entry and describe it only if nothing else does.
  private(set) var others: Set<Int> = []
  /// Columns of numbers and dates, which neither name nor describe an entry.
  private(set) var numbers: Set<Int> = []

  /// A table without a header row.
  init() {}

  init(header: [String]) {
    for (column, title) in header.enumerated() {
      let title = Self.words(of: title)
      if title.isEmpty { continue }
      if Self.names.contains(title) {
        if name == nil { name = column }
      } else if Self.descriptions.contains(title) {
        if description == nil { description = column }
      } else if Self.tagNames.contains(title) {
        tags.insert(column)
      } else if Self.otherNames.contains(title) {
        others.insert(column)
      } else if title.split(separator: " ").contains(where: { Self.numberWords.contains(String($0)) }) {
        numbers.insert(column)
      } else if Self.linkNames.contains(title) {
        links.insert(column)
      }
    }
    // “Paper” names the entry in a table of papers, and a link of it beside a title.
    if name == nil, let first = links.min(), !Self.pureLinkNames.contains(Self.words(of: header[first])) {
      links.remove(first)
      name = first
    }
  }

  /// Whether the header row names a column.
  var isNamed: Bool {
    name != nil || description != nil || !links.isEmpty || !tags.isEmpty || !others.isEmpty || !numbers.isEmpty
  }

  private static func words(of title: String) -> String {
    let words = title.lowercased().unicodeScalars.split { !$0.properties.isAlphabetic && $0 != "-" && $0 != "#" }
    return words.map { String($0) }.joined(separator: " ")
  }

  private static let names: Set<String> = [
    "name", "names", "title", "project", "projects", "project name", "tool", "tools", "library", "libraries",
    "application", "app", "apps", "software", "product", "framework", "plugin", "extension", "service", "resource",
    "item", "course", "book", "game", "program", "method", "algorithm", "system", "language name", "model name",
    "名称", "名字", "名稱", "项目", "项目名称", "專案", "标题", "標題", "模型名称", "工具", "書名", "书名", "名前",
    "名", "タイトル", "プロジェクト", "ツール", "이름", "제목", "프로젝트", "nom", "titre", "projet", "nombre", "título",
    "proyecto", "nome", "titolo", "projeto", "titel", "projekt", "название", "имя", "проект", "nazwa", "الاسم", "نام",
    "عنوان",
  ]

  private static let descriptions: Set<String> = [
    "description", "descriptions", "about", "summary", "details", "what", "what it does", "notes", "note", "comment",
    "comments", "remarks", "info", "information", "purpose", "why", "overview", "short description", "说明", "描述",
    "简介", "介绍", "備註", "备注", "說明", "簡介", "説明", "概要", "설명", "descripción", "beschreibung",
    "descrição", "descrizione", "описание", "opis", "الوصف", "توضیحات",
  ]

  private static let tagNames: Set<String> = [
    "tag", "tags", "license", "licence", "licenses", "language", "languages", "platform", "platforms", "category",
    "categories", "type", "topic", "topics", "keywords", "标签", "标籤", "語言", "语言", "许可证", "授權", "类别", "分类",
    "分類", "平台", "类型", "タグ", "言語", "ライセンス", "カテゴリ", "태그", "언어", "라이선스", "licencia", "lizenz",
    "sprache", "лицензия", "язык", "категория",
  ]

  private static let otherNames: Set<String> = [
    "author", "authors", "by", "creator", "maintainer", "maintainers", "owner", "speaker", "status", "venue",
    "conference", "build", "作者", "著者", "автор", "autor", "auteur",
  ]

  /// Words in the headers of numbers and dates.
  private static let numberWords: Set<String> = [
    "#", "no", "nr", "id", "rank", "stars", "star", "forks", "year", "date", "updated", "update", "commit", "activity",
    "downloads", "price", "rating", "score", "size", "count", "rate", "votes", "citations", "编号", "序号", "番号", "年",
    "年份", "日期", "год", "größe",
  ]

  /// Headers of links that may also be those of names.
  private static let linkNames: Set<String> = pureLinkNames.union([
    "paper", "papers", "repository", "repo", "repositories", "model", "models", "dataset", "datasets", "article",
    "video", "podcast", "channel", "package", "论文", "仓库", "模型", "数据集", "論文", "リポジトリ", "モデル", "статья",
    "репозиторий",
  ])

  private static let pureLinkNames: Set<String> = [
    "link", "links", "url", "urls", "address", "website", "site", "web", "webpage", "homepage", "home page", "page",
    "source", "source code", "code", "github", "gitlab", "github link", "github repo", "download", "demo", "docs",
    "documentation", "pdf", "arxiv", "huggingface", "hugging face", "pypi", "npm", "链接", "地址", "网址", "官网",
    "代码", "源码", "下载", "鏈接", "連結", "リンク", "サイト", "コード", "링크", "코드", "lien", "enlace", "ссылка", "сайт",
    "код", "strona", "الرابط", "لینک", "pdf link", "paper link", "code link", "project page",
  ]
}
