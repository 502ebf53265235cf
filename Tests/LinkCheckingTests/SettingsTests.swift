import Testing

@testable import LinkChecking

@Suite struct SettingsTests {
  @Test func hostPatternsMatchWholeLabels() throws {
    let below = try #require(HostPattern("*.Example.org"))
    #expect(below.matches("a.example.org") && below.matches("a.b.example.org"))
    #expect(!below.matches("example.org") && !below.matches("badexample.org"))
    #expect(try #require(HostPattern("example.org")).matches("example.org"))
    #expect(try #require(HostPattern("*")).matches("anything"))
    for text in ["", "*.", "a*.org", "*.*.org", "**"] { #expect(HostPattern(text) == nil, "\(text)") }
  }

  @Test func laterOverridesWin() throws {
    var options = SchedulerOptions()
    var all = HostOverride(pattern: try #require(HostPattern("*.example.org")))
    all.retries = 7
    all.perHost = 3
    var one = HostOverride(pattern: try #require(HostPattern("a.example.org")))
    one.retries = 0
    options.overrides = [all, one]
    #expect(options.settings(for: "a.example.org").retries == 0)
    #expect(options.settings(for: "a.example.org").perHost == 3)
    #expect(options.settings(for: "b.example.org").retries == 7)
    #expect(options.settings(for: "example.org").retries == 2)
  }

  @Test func statusSetsAreParsed() throws {
    let set = try #require(StatusSet("200..299, 403"))
    #expect(set.contains(200) && set.contains(299) && set.contains(403) && !set.contains(300))
    let other = try #require(StatusSet("4xx,500-510"))
    #expect([400, 404, 499, 500, 510].allSatisfy(other.contains) && !other.contains(511) && !other.contains(399))
    for text in [
      "", "abc", "200..", "..200", "299..200", "200...299", "200-", "-1", "xxx", "4x", "14xx", "1-2-3", "200-299-300",
      "99", "1000", "200,,201", "+20",
    ] {
      #expect(StatusSet(text) == nil, "\(text)")
    }
  }
}
