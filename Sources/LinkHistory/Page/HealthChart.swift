internal import LinkChecking
internal import Markup
internal import Source

/// The number of links in trouble, night by night, as stacked bars.
struct HealthChart {
  /// More bars than this cannot be told apart.
  static let nightLimit = 366
  private static let (width, height, left, bottom) = (720.0, 200.0, 44.0, 24.0)
  /// From the bottom to the top of a bar.
  private static let parts: [(name: String, verdicts: [Verdict])] = [
    ("gone", [.gone, .broken]), ("transient", [.transient]), ("suspect", [.suspect]), ("moved", [.moved]),
    ("blocked", [.blocked]),
  ]

  private let nights: [LoggedNight]

  init(_ nights: [LoggedNight]) {
    self.nights = nights
  }

  private func count(_ night: LoggedNight, _ verdicts: [Verdict]) -> Int {
    verdicts.reduce(0) { $0 + (night.counts[$1] ?? 0) }
  }

  /// The top of the scale: a round number that no trusted night exceeds.
  private var top: Int {
    let most = nights.filter { $0.distrust == nil }.map { count($0, Self.parts.flatMap(\.verdicts)) }.max() ?? 0
    var step = 1
    while step * 10 < most { step *= 10 }
    return [1, 2, 5, 10].map { $0 * step }.first { $0 >= most } ?? max(most, 1)
  }

  var svg: HTML {
    let top = max(top, 1)
    let bars = nights.enumerated().map { bar($1, at: $0, top: top) }
    let (first, last) = (nights.first?.date.description ?? "", nights.last?.date.description ?? "")
    let base = Self.height - Self.bottom
    let lines: [HTML] = [0, top / 2, top].filter { top > 1 || $0 != top / 2 || $0 == 0 }.map { value in
      let y = Self.number(base - Double(value) / Double(top) * (base - 8))
      return
        #"<path class="grid" d="M\#(Self.number(Self.left)) \#(y)H\#(Self.number(Self.width))"/><text class="scale" x="\#(Self.number(Self.left - 6))" y="\#(y)">\#(value)</text>"#
    }
    let key: [HTML] = [
      ("gone", "gone or broken"), ("transient", "transient"), ("suspect", "suspect"), ("moved", "moved"),
      ("blocked", "blocked"), ("untrusted", "not trusted"),
    ].map { #"<li class="\#($0)">\#($1)</li>"# }
    return #"""
      <svg class="chart" viewBox="0 0 \#(Self.number(Self.width)) \#(Self.number(Self.height))" role="img" aria-label="Links in trouble from \#(first) to \#(last)">\#(lines)\#(bars)<text x="\#(Self.number(Self.left))" y="\#(Self.number(Self.height - 6))">\#(first)</text><text class="end" x="\#(Self.number(Self.width))" y="\#(Self.number(Self.height - 6))">\#(last)</text></svg><ul class="key">\#(key)</ul>
      """#
  }

  private func bar(_ night: LoggedNight, at index: Int, top: Int) -> HTML {
    let slot = (Self.width - Self.left) / Double(nights.count)
    let (x, width) = (Self.left + Double(index) * slot, max(slot * 0.8, 0.6))
    let base = Self.height - Self.bottom
    if let distrust = night.distrust {
      return
        #"<rect class="untrusted" x="\#(Self.number(x))" y="8" width="\#(Self.number(width))" height="\#(Self.number(base - 8))"><title>\#(night.date.description): not trusted: \#(distrust)</title></rect>"#
    }
    var y = base
    var rects: [HTML] = []
    var texts: [String] = []
    for part in Self.parts {
      let count = count(night, part.verdicts)
      if count == 0 { continue }
      let height = Double(count) / Double(top) * (base - 8)
      y -= height
      texts.append("\(count) \(part.name)")
      rects.append(
        #"<rect class="\#(part.name)" x="\#(Self.number(x))" y="\#(Self.number(y))" width="\#(Self.number(width))" height="\#(Self.number(height))"/>"#
      )
    }
    let text = "\(night.date): \(counted(night.links, "link"))" + texts.map { ", " + $0 }.joined()
    return #"<g><title>\#(text)</title>\#(rects)</g>"#
  }

  /// A number with at most two decimals.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    if hundredths % 100 == 0 { return "\(hundredths / 100)" }
    let rest = abs(hundredths % 100)
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
