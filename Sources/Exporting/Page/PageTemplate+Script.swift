extension PageTemplate {
  /// Filters the entries: every word must be in their text or in the headings of their sections.
  static let script = #"""
    "use strict";
    (function () {
      function part(name) { return document.getElementById("page:" + name); }
      function heading(section) { return section ? heading(section.parentNode.closest("section")) + " " + section.firstChild.textContent : ""; }
      var query = part("query"), details = part("sections"), count = part("count"), noun = part("noun");
      var entries = Array.from(document.querySelectorAll("main li"));
      var texts = entries.map(function (entry) { return (entry.textContent + heading(entry.closest("section"))).toLowerCase(); });
      var links = new Map(Array.from(document.querySelectorAll("nav a")).map(function (link) { return [link.dataset.for, link.parentNode]; }));
      var sections = Array.from(document.querySelectorAll("main section"));
      var wide = window.matchMedia("(min-width: 56rem)");
      function fold() { if (details) details.open = wide.matches; }
      function narrow() {
        var words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
        var found = 0;
        entries.forEach(function (entry, index) {
          entry.hidden = !words.every(function (word) { return texts[index].includes(word); });
          if (!entry.hidden && entry.hasAttribute("data-link")) found += 1;
        });
        sections.forEach(function (section) {
          section.hidden = words.length > 0 && !section.querySelector("li:not([hidden])");
          var item = links.get(section.id);
          if (item) item.hidden = section.hidden;
        });
        count.textContent = found;
        noun.textContent = found === 1 ? "entry" : "entries";
      }
      document.documentElement.className = "live";
      part("search").hidden = false;
      if (window.matchMedia("(hover: hover)").matches) query.placeholder = "Search (press /)";
      fold();
      wide.addEventListener("change", fold);
      query.addEventListener("input", narrow);
      if (details) details.addEventListener("click", function (event) { if (event.target.closest("nav a")) fold(); });
      document.addEventListener("keydown", function (event) {
        var isTyping = /^(input|textarea|select)$/i.test(document.activeElement.tagName);
        if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); query.focus(); }
        if (event.key === "Escape" && document.activeElement === query) { query.value = ""; narrow(); }
      });
    })();
    """#
}
