/// The ids of awesome-lint's rules, with those of ours that judge the same.
enum AwesomeLintIDs {
  /// The rules of ours that an id of awesome-lint stands for, none where we have no such rule; nil for an id that it does not have.
  static func rules(for id: String) -> [String]? {
    let id = id.hasPrefix("remark-lint:") ? String(id.dropFirst(12)) : id
    return own[id] ?? (generic.contains(id) ? [id] : nil)
  }

  private static let own: [String: [String]] = [
    "awesome-heading": ["title"],
    "awesome-badge": ["badge"],
    "awesome-contributing": ["contributing"],
    "awesome-code-of-conduct": ["code-of-conduct"],
    "awesome-github": [],
    "awesome-git-repo-age": [],
    "awesome-license": ["forbidden-section"],
    "awesome-list-item": [
      "entry-link", "entry-separator", "entry-description", "description-case", "description-end", "entry-form",
    ],
    "awesome-no-ci-badge": ["ci-badge"],
    "awesome-spell-check": ["brand-case"],
    "awesome-toc": ["toc-form", "toc-sync", "dead-anchor"],
    "balanced-punctuation": ["quotes"],
    "match-punctuation": ["quotes"],
    "double-link": ["duplicate-entry"],
    "no-repeat-item-in-description": ["description-name"],
  ]

  private static let generic: Set<String> = [
    "blockquote-indentation", "checkbox-character-style", "checkbox-content-indent", "code-block-style",
    "definition-case", "definition-spacing", "emphasis-marker", "fenced-code-marker", "file-extension",
    "final-newline", "hard-break-spaces", "heading-style", "link-title-style", "list-item-bullet-indent",
    "list-item-indent", "no-blockquote-without-marker", "no-emphasis-as-heading", "no-file-name-articles",
    "no-file-name-consecutive-dashes", "no-file-name-irregular-characters", "no-file-name-mixed-case",
    "no-file-name-outer-dashes", "no-heading-content-indent", "no-heading-indent", "no-heading-punctuation",
    "no-multiple-toplevel-headings", "no-repeat-punctuation", "no-shell-dollars", "no-table-indentation",
    "no-undefined-references", "no-unneeded-full-reference-image", "no-unneeded-full-reference-link",
    "no-unused-definitions", "ordered-list-marker-style", "ordered-list-marker-value", "rule-style", "strong-marker",
    "table-cell-padding", "table-pipe-alignment", "table-pipes", "unordered-list-marker-style",
  ]
}
