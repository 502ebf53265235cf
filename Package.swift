// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Targets with unsafe constructs mark every one.
let unsafeSettings: [SwiftSetting] = settings + [.strictMemorySafety()]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "awesome",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "awesome", targets: ["awesome"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(name: "CPSL", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"]), .brew(["libpsl"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

    .target(name: "JSON", swiftSettings: settings),
    .target(name: "YAML", dependencies: ["CYAML"], swiftSettings: unsafeSettings),
    .target(name: "Source", swiftSettings: unsafeSettings),
    .target(name: "TextEncodings", exclude: ["Tables/generate-tables.py"], swiftSettings: settings),
    .target(
      name: "TextRepair", dependencies: ["Source", "TextEncodings"], exclude: ["Tables/generate-tables.py"],
      swiftSettings: unsafeSettings),
    .target(name: "Markdown", dependencies: ["Source", "CCMark"], swiftSettings: unsafeSettings),
    .target(name: "Markup", dependencies: ["Source", "CXML2"], swiftSettings: unsafeSettings),
    .target(
      name: "AwesomeList", dependencies: ["Source", "Markdown", "Markup"], exclude: ["Emoji/generate-shortcodes.py"],
      swiftSettings: settings),
    .target(name: "Diagnostics", dependencies: ["JSON", "Markup", "Source"], swiftSettings: settings),
    .target(
      name: "Linting", dependencies: ["Source", "Markdown", "AwesomeList", "Diagnostics", "TextRepair"],
      swiftSettings: unsafeSettings),
    .target(
      name: "Rendering", dependencies: ["Source", "Markdown", "Markup", "AwesomeList", "TextRepair"],
      swiftSettings: settings),
    .target(
      name: "Exporting", dependencies: ["JSON", "Source", "Markdown", "Markup", "AwesomeList"], swiftSettings: settings),
    .target(name: "HTTP", dependencies: ["Source", "CCurl", "CPSL"], swiftSettings: unsafeSettings),
    .target(
      name: "PageInspection", dependencies: ["HTTP", "Source", "TextEncodings", "Markdown", "Markup"],
      swiftSettings: unsafeSettings),
    .target(
      name: "LinkChecking",
      dependencies: [
        "HTTP", "PageInspection", "JSON", "Source", .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: settings),
    .target(
      name: "LinkHistory", dependencies: ["JSON", "LinkChecking", "Markup", "Source"], swiftSettings: unsafeSettings),
    .target(
      name: "Repository",
      dependencies: [
        "Source", .product(name: "Subprocess", package: "swift-subprocess"),
        // For the paths in the interface of swift-subprocess, which on macOS are those of the system's module.
        .product(name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux])),
      ], swiftSettings: settings),
    .executableTarget(
      name: "awesome",
      dependencies: [
        "JSON", "Source", "TextEncodings", "TextRepair", "Markdown", "Markup", "AwesomeList", "Diagnostics", "Linting",
        "Rendering", "Exporting", "HTTP", "LinkChecking", "LinkHistory", "Repository", "YAML", argumentParser,
        // The package on macOS too: the system's own module has had `Stat` since macOS 27 only.
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: unsafeSettings),

    .target(name: "CSpawn", path: "Tests/CSpawn"),
    .target(name: "TestSupport", dependencies: ["CSpawn"], path: "Tests/TestSupport", swiftSettings: unsafeSettings),
    .testTarget(
      name: "awesomeTests",
      dependencies: [
        "awesome", "Diagnostics", "HTTP", "JSON", "LinkChecking", "Linting", "Rendering", "TestSupport", "YAML",
        argumentParser,
      ],
      exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: settings),
    .testTarget(name: "YAMLTests", dependencies: ["YAML"], swiftSettings: settings),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "Source"], swiftSettings: settings),
    .testTarget(
      name: "RepositoryTests", dependencies: ["Repository", "Source", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "SourceTests", dependencies: ["Source", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "Source", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "AwesomeListTests",
      dependencies: ["AwesomeList", "Exporting", "JSON", "Markdown", "Source", "TestSupport"],
      exclude: ["Fixtures", "Goldens"], swiftSettings: settings),
    .testTarget(
      name: "ExportingTests",
      dependencies: ["Exporting", "AwesomeList", "Markdown", "Markup", "Source", "TestSupport"], exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(
      name: "LintingTests",
      dependencies: ["Linting", "AwesomeList", "BenchmarkSupport", "Markdown", "Diagnostics", "Source", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "RenderingTests",
      dependencies: [
        "Rendering", "AwesomeList", "BenchmarkSupport", "Diagnostics", "Linting", "Markdown", "Source", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(name: "MarkupTests", dependencies: ["Markup", "Source"], swiftSettings: settings),
    .testTarget(
      name: "TextEncodingsTests", dependencies: ["TextEncodings"], exclude: ["generate-fingerprints.py"],
      swiftSettings: settings),
    .testTarget(
      name: "TextRepairTests", dependencies: ["TextRepair", "TextEncodings", "Source", "TestSupport"],
      swiftSettings: settings),
    .executableTarget(
      name: "TextRepairBenchmark", dependencies: ["TextRepair"], path: "Tests/Benchmarks/TextRepair",
      exclude: ["words.txt", "text-repair.py", "strings.txt", "real-text.py"], swiftSettings: settings),
    .executableTarget(
      name: "ParsingBenchmark", dependencies: ["AwesomeList", "BenchmarkSupport", "Markdown", "Source"],
      path: "Tests/Benchmarks/Parsing", swiftSettings: settings),
    .target(
      name: "BenchmarkSupport", dependencies: ["CCMark", "Markdown", "TestSupport"], path: "Tests/Benchmarks/Support",
      exclude: ["common.sh"], swiftSettings: unsafeSettings),
    .executableTarget(
      name: "GenerateLists", dependencies: ["BenchmarkSupport"], path: "Tests/Benchmarks/GenerateLists",
      swiftSettings: settings),
    .executableTarget(
      name: "LintingBenchmark", dependencies: ["AwesomeList", "BenchmarkSupport", "Linting", "Markdown", "Source"],
      path: "Tests/Benchmarks/Linting", swiftSettings: settings),
    .executableTarget(
      name: "Fuzzing",
      dependencies: [
        "AwesomeList", "BenchmarkSupport", "Diagnostics", "Linting", "Markdown", "Rendering", "Source", "TestSupport",
        "TextRepair",
      ],
      path: "Tests/Fuzzing",
      swiftSettings: settings),
    .executableTarget(
      name: "RenderingBenchmark", dependencies: ["AwesomeList", "BenchmarkSupport", "Markdown", "Rendering", "Source"],
      path: "Tests/Benchmarks/Rendering", exclude: ["rendering.py"], swiftSettings: unsafeSettings),
    .testTarget(name: "HTTPTests", dependencies: ["HTTP", "Source", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "PageInspectionTests", dependencies: ["PageInspection", "HTTP", "Source", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "LinkCheckingTests", dependencies: ["LinkChecking", "HTTP", "PageInspection", "Source", "TestSupport"],
      exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(
      name: "LinkHistoryTests", dependencies: ["HTTP", "LinkHistory", "LinkChecking", "Source", "TestSupport"],
      exclude: ["Goldens"], swiftSettings: settings),
  ]
)
