import Markdown
import Source

extension Section {
  /// Whether a contents list may name the section or not: it is about the project, or has other lists.
  var isOptionalInContents: Bool {
    if footer != nil || heading.isContents { return true }
    let name = title.lettersAndSpaces.trimmed
    return Self.optionalTitles.contains(name) || Self.optionalBeginnings.contains { name.hasPrefix($0) }
  }

  /// Whether a comment in the heading tells the tools that write contents lists to leave the section out.
  var isOmittedFromContents: Bool {
    let heading = heading.block.sourceText.bytes(in: heading.range)
    guard heading.contains(UInt8(ascii: "<")) || heading.contains(UInt8(ascii: "{")) else { return false }
    let text = String(decoding: heading, as: UTF8.self).lowercased()
    return ["omit in toc", "omit from toc", "no toc", "no_toc", "notoc", "toc:ignore", "toc-ignore"].contains {
      text.contains($0)
    }
  }

  private static let optionalTitles: Set<String> = [
    "about", "about this list", "changelog", "see also", "legend", "support", "support us", "support the project",
    "sponsor", "sponsorship", "supporters", "donate", "donations", "donation", "special thanks", "thank you",
    "our sponsors", "our contributors", "star history", "stargazers over time", "stats", "licensing", "licence",
    "contact", "contact us", "explanation", "key", "icons", "symbols", "how to use", "how to use this list",
    "disclaimer", "feedback", "community guidelines", "similar lists", "similar projects",
    "lizenz", "mitwirken", "danksagung", "licencia", "contribuir", "contribuciones", "licença", "contribuição",
    "contribuindo", "contribution au projet", "contribuer", "remerciements", "лицензия", "вклад", "благодарности",
    "участие", "ライセンス", "貢献", "コントリビューション", "라이선스", "기여", "기여하기", "许可", "許可證", "貢獻", "致谢",
    "贡献指南", "如何贡献", "赞助", "注脚", "脚注", "注腳", "参与贡献", "鸣谢", "版权", "许可协议", "相关列表", "спонсоры",
  ]

  private static let optionalBeginnings = [
    "contributing ", "contribute to", "how to contribut", "how can i contribut", "want to contribut", "thanks to",
    "license ", "related awesome", "related list", "related project", "other awesome",
  ]
}

extension Section {
  /// Whether a contents list should name the section.
  public var belongsInContents: Bool {
    !isOptionalInContents && !isOmittedFromContents && !isEmpty && !anchor.isEmpty
  }
}
