extension ProjectReader {
  /// Titles of sections with links about a project.
  static let linkTitles: Set<String> = [
    "link", "links", "url", "urls", "useful links", "further reading", "see also", "references", "链接", "相关链接",
    "リンク", "링크", "ссылки", "liens", "enlaces",
  ]

  /// Titles of sections whose text says what a project is.
  static let descriptionTitles: Set<String> = [
    "description", "about", "overview", "summary", "introduction", "intro", "what is it", "what it does", "what",
    "描述", "简介", "簡介", "说明", "說明", "介绍", "概述", "説明", "概要", "紹介", "설명", "소개", "описание", "descripción",
    "beschreibung",
    "descrição", "présentation",
  ]

  /// Titles of sections that describe a project and do not divide a subject.
  static let titles: Set<String> = descriptionTitles.union([
    "feature", "features", "key features", "highlights", "installation", "install", "setup", "getting started",
    "quick start", "quickstart", "usage", "how to use", "how it works", "example", "examples", "demo", "screenshot",
    "screenshots", "pros", "cons", "pros and cons", "advantages", "disadvantages", "requirements", "category",
    "categories", "tags", "type", "license", "licence", "author", "authors", "created by", "team", "pricing",
    "price", "status", "version", "language", "platform", "platforms", "stack", "details", "notes", "note", "review",
    "citation", "why", "website", "site", "source", "source code", "code", "docs", "documentation", "repository",
    "download", "downloads", "paper", "model", "support", "contact",
    "功能", "特点", "特性", "安装", "使用", "用法", "示例", "截图", "优点", "缺点", "许可证", "文档", "官网", "作者",
    "特徴", "機能", "インストール", "使い方", "例", "기능", "특징", "설치", "사용법", "возможности", "установка",
    "использование", "características", "instalación", "uso", "funktionen", "verwendung", "fonctionnalités",
    "utilisation",
  ])
}
