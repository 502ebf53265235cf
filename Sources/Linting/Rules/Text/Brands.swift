/// Names with the spellings in which people get them wrong.
enum Brands {
  /// Names that no other word is spelt like, with their wrong spellings; the capitalised form is one of them where it is not the name.
  private static let wrongSpellings: KeyValuePairs<String, [String]> = [
    "AppleScript": [], "CocoaPods": [], "CoffeeScript": [], "DevOps": ["DevOPS"], "DigitalOcean": [], "DuckDuckGo": [],
    "FreeBSD": [], "OpenBSD": [], "GitHub": ["GitHUb", "GITHUB", "GItHub"], "GitLab": [], "GraphQL": ["GraphQl"],
    "IntelliJ": [], "JavaScript": ["javascript", "JAVASCRIPT", "javaScript"], "JetBrains": [], "LibreOffice": [],
    "LinkedIn": ["LinkedIN"], "MathJax": [], "MongoDB": ["MongoDb"], "MySQL": ["MySql", "MYSQL"], "NumPy": [],
    "OneDrive": [], "OneNote": [], "OpenAI": ["OpenAi"], "OpenCV": ["OpenCv"], "OpenGL": ["OpenGl"], "OpenSSL": [],
    "OpenStack": [], "OpenStreetMap": [], "PayPal": [], "PostgreSQL": ["PostgreSql", "postgreSQL", "PostgresSQL"],
    "PowerShell": [], "PyTorch": ["pyTorch"], "RabbitMQ": ["RabbitMq"], "RStudio": [], "SciPy": [], "SharePoint": [],
    "SoundCloud": [], "SourceForge": [], "SQLite": ["SqLite", "SQLIte"], "SwiftUI": ["SwiftUi"],
    "TensorFlow": ["tensorFlow"], "TikTok": [], "TypeScript": ["typescript", "typeScript"], "VirtualBox": [],
    "VMware": ["VMWare"], "WebAssembly": [], "WebGL": ["WebGl"], "WebRTC": ["WebRtc"], "WhatsApp": [],
    "WordPress": ["wordpress"], "YouTube": ["youtube", "YouTUbe"],
    "macOS": ["MacOS", "MacOs", "macOs"], "iOS": ["IOs"], "iPadOS": ["IPadOS"], "iPhone": ["IPhone"],
    "iPad": ["IPad"], "tvOS": ["TvOS"], "watchOS": ["WatchOS"], "jQuery": ["JQuery"], "arXiv": ["ArXiv"],
    "eBay": ["EBay"], "spaCy": ["SpaCy"],
    "Bitbucket": ["BitBucket"], "Cloudflare": ["CloudFlare"], "Dropbox": ["DropBox"], "Airbnb": ["AirBnB", "AirBNB"],
    "Elasticsearch": ["ElasticSearch"], "Firefox": ["FireFox"], "Xcode": ["XCode"], "LaTeX": ["LaTex"],
    "MATLAB": ["MatLab", "Matlab"], "ECMAScript": ["EcmaScript", "Ecmascript"], "ChatGPT": ["ChatGpt"],
    "Node.js": ["NodeJS", "NodeJs", "Nodejs"], "Stack Overflow": ["StackOverflow", "Stackoverflow"],
    "Hacker News": ["HackerNews"], "Hugging Face": ["HuggingFace", "Huggingface"],
    "VS Code": ["VSCode", "VScode", "VsCode", "Vscode"],
  ]

  /// Languages whose names are words too, or are written in lower case by those who mean the program: wrong only beside the words
  /// below.
  private static let languages = [
    "android": "Android", "haskell": "Haskell", "java": "Java", "kotlin": "Kotlin", "linux": "Linux", "php": "PHP",
    "python": "Python", "ruby": "Ruby", "rust": "Rust", "scala": "Scala", "swift": "Swift",
  ]

  /// The right spelling for each wrong one.
  static let names: [String: String] = {
    var names: [String: String] = [:]
    names.reserveCapacity(wrongSpellings.count * 3)
    for (name, spellings) in wrongSpellings {
      let capitalized = name.prefix(1).uppercased() + name.dropFirst().lowercased()
      for spelling in spellings + [capitalized] where spelling != name && !name.contains(" ") && !name.contains(".") {
        names[spelling] = name
      }
      for spelling in spellings { names[spelling] = name }
    }
    return names
  }()

  /// The name that a word in lower case represents among the words around it; nil where it may be a common word.
  static func language(_ word: Substring, before next: Substring?, behind previous: [Substring]) -> String? {
    guard let name = languages[String(word)], let last = previous.last, last == "in", previous.count > 1 else {
      return nil
    }
    let verb = previous[previous.count - 2]
    let isWritten = ["written", "implemented", "programmed"].contains(verb)
    return isWritten && next.map { !["sed", "code"].contains($0) } ?? true ? name : nil
  }

  /// Whether a word in lower case is the name of a language.
  static func isLanguage(_ word: String) -> Bool { languages[word] != nil }

  /// Rules out most words that are in neither table.
  static let filter = WordFilter(Array(names.keys) + Array(languages.keys))
}
