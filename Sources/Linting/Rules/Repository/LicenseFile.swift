import Diagnostics
import Source

extension Rule {
  static let licenseFile = Rule(
    id: "license-file",
    summary: "License the list under Creative Commons, in a separate file.",
    details: "A list outside a repository is not checked.",
    rationale: """
      Without a licence, nobody may copy from a list. Software licences such as MIT and GPL hardly fit texts; the \
      guidelines recommend CC0.
      """,
    presets: [.strict: .error],
    example: .pair(
      .bad(
        "# ↓Awesome Shell\n",
        in: license("MIT License\n\nPermission is hereby granted, free of charge, to any person …\n")),
      .good("# Awesome Shell\n", in: license("Creative Commons Legal Code\n\nCC0 1.0 Universal\n"))),
    vectors: [
      .good("# A\n"),
      .good("# A\n", in: license("Creative Commons Legal Code\n\nCC0 1.0 Universal\n")),
      .good("# A\n", in: license("This work is licensed under CC BY-SA 4.0.\n")),
      .bad("# ↓A\n", in: ListEnvironment(companions: [])),
      .bad("# ↓A\n", in: license("The MIT License\n\nPermission is hereby granted, free of charge, to any person\n")),
      .bad("# ↓A\n", in: license("\n")),
      .bad("# ↓A\n", in: license("All rights reserved.\n")),
    ]
  ) { context in
    guard context.environment.companions != nil else { return [] }
    guard let file = context.environment.companion(CompanionFile.license) else {
      let message = "no LICENSE in the repository; put a Creative Commons licence there, best CC0"
      return [context.repositoryDiagnostic(message)]
    }
    guard let problem = problem(of: file) else { return [] }
    return [context.repositoryDiagnostic("\(file.path) \(problem)")]
  }

  private static func problem(of file: CompanionFile) -> String? {
    if file.isEmpty { return "is empty; put a Creative Commons licence there, best CC0" }
    let words = words(of: file.text)
    if words.contains(" creative commons ") || words.contains(" cc0 ") || words.contains(" cc by ") { return nil }
    let code = codeLicenses.first { words.contains($0.phrase) }
    guard let code else { return "is not a Creative Commons licence; use one, best CC0" }
    return "is the \(code.name), which is for software; use a Creative Commons licence, best CC0"
  }

  /// The words of a text in lower case, each between spaces.
  private static func words(of text: String) -> [UInt8] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return Array(" \(words.joined(separator: " ")) ".utf8)
  }

  /// A few words of each licence that no other one has.
  private static let codeLicenses: [(name: String, phrase: StaticString)] = [
    ("MIT License", " permission is hereby granted free of charge to any person "),
    ("Apache License", " apache license "),
    ("GNU General Public License", " general public license "),
    ("BSD License", " redistribution and use in source and binary forms "),
    ("Mozilla Public License", " mozilla public license "),
    ("ISC License", " permission to use copy modify and or distribute this software "),
    ("WTFPL", " do what the fuck you want "),
    ("Unlicense", " free and unencumbered software "),
  ]

  private static func license(_ text: String) -> ListEnvironment {
    ListEnvironment(companions: [CompanionFile(path: "LICENSE", text: text)])
  }
}
