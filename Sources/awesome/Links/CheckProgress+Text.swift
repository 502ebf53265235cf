import LinkChecking

extension CheckProgress {
  /// The requests in flight, the checked links per second or minute, and the time left at this rate.
  var text: String {
    let seconds = elapsed / .seconds(1)
    var parts = ["\(inFlight) in flight"]
    if seconds >= 1, checked > 0 {
      let rate = Double(checked) / seconds
      parts.append(rate >= 10 ? "\(Int(rate)) a second" : "\(Int(rate * 60)) a minute")
      parts.append("\(Self.duration(Double(total - checked) / rate)) left")
    }
    return parts.joined(separator: ", ")
  }

  private static func duration(_ seconds: Double) -> String {
    // At a rate near zero the time exceeds every integer.
    let whole = Int(min(max(seconds, 0), 359_999).rounded(.up))
    if whole < 60 { return "\(whole) s" }
    return whole < 3_600 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3_600) h \(whole / 60 % 60) min"
  }
}
