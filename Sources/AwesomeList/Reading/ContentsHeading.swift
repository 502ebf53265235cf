/// The names under which lists have their contents.
enum ContentsHeading {
  static func isOne(_ title: String) -> Bool {
    names.contains(title.lettersAndSpaces)
  }

  private static let names: Set<String> = [
    "contents", "content", "table of contents", "table of content", "toc", "index", "categories", "menu", "目录", "目錄",
    "目次",
    "sommaire", "índice", "indice", "inhalt", "inhaltsverzeichnis", "содержание", "оглавление", "sumário",
    "içindekiler", "spis treści",
  ]
}
