import Markup

extension PageTemplate {
  /// Filters the page: every word must be in the text of an entry or block, or in the titles above it.
  ///
  /// The search and the tag are in the fragment, as in `#q=tea&tag=MIT`; other fragments are anchors of sections.
  static let script: HTML = #"""
    "use strict";
    (function () {
      function part(name) { return document.getElementById("page:" + name); }
      function all(path) { return Array.from(document.querySelectorAll(path)); }
      var query = part("query"), details = part("sections"), chip = part("tag"), none = part("none"), tag = "";
      var items = all("main .entries > li"), sections = all("main section");
      var blocks = all("main > :not(section, .entries, [id='page:none']), main section > :not(section, .entries, :first-child)");
      var links = new Map(all("nav a").map(function (link) { return [link.dataset.for, link.parentNode]; }));
      var wide = window.matchMedia("(min-width: 56rem)");
      function outer(node) { return node.parentNode.closest("main li, main section"); }
      var titles = new Map();
      function above(node) {
        var parent = outer(node);
        if (!parent) return "";
        if (!titles.has(parent)) titles.set(parent, above(parent) + " " + parent.firstElementChild.textContent);
        return titles.get(parent);
      }
      function own(item) { return Array.from(item.children).filter(function (child) { return !child.matches(".entries"); }); }
      var parts = items.map(function (item) {
        var children = own(item);
        var tags = children.filter(function (child) { return child.matches(".tags"); }).flatMap(function (child) { return Array.from(child.children); });
        return { node: item, text: children.map(function (child) { return child.textContent; }).join(" "), tags: tags.map(function (link) { return link.textContent; }) };
      }).concat(blocks.map(function (block) { return { node: block, text: block.textContent, tags: [] }; }));
      parts.forEach(function (part) { part.text = (part.text + " " + above(part.node)).toLowerCase(); });
      function fold() { if (details) details.open = wide.matches; }
      function narrow() {
        var words = query.value.toLowerCase().split(/\s+/).filter(Boolean), shown = new Set();
        parts.forEach(function (part) {
          var matches = words.every(function (word) { return part.text.includes(word); }) && (!tag || part.tags.includes(tag));
          for (var node = part.node; matches && node && !shown.has(node); node = outer(node)) shown.add(node);
        });
        var isWhole = !words.length && !tag;
        items.concat(blocks, sections).forEach(function (node) { node.hidden = !isWhole && !shown.has(node); });
        sections.forEach(function (section) { if (links.has(section.id)) links.get(section.id).hidden = section.hidden; });
        var count = items.filter(function (item) { return !item.hidden; }).length;
        part("count").textContent = count;
        part("noun").textContent = count === 1 ? "entry" : "entries";
        none.hidden = isWhole || shown.size > 0;
        chip.hidden = !tag;
        if (tag) chip.textContent = tag + " \u2715";
      }
      function write() {
        var values = new URLSearchParams();
        if (query.value.trim()) values.set("q", query.value.trim());
        if (tag) values.set("tag", tag);
        // A page in a frame or a very fast typist may not change the address.
        try { history.replaceState(null, "", "#" + values); } catch (error) { }
      }
      function read() {
        var hash = location.hash.slice(1);
        if (hash && !/^(q|tag)=/.test(hash)) return false;
        var values = new URLSearchParams(hash);
        query.value = values.get("q") || "";
        tag = values.get("tag") || "";
        narrow();
        return true;
      }
      function clear() { query.value = ""; tag = ""; narrow(); }
      function target() { try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch (error) { return null; } }
      document.documentElement.className = "live";
      part("search").hidden = false;
      if (window.matchMedia("(hover: hover)").matches) query.placeholder = "Search (press /)";
      fold();
      read();
      wide.addEventListener("change", fold);
      window.addEventListener("hashchange", function () {
        if (read()) return;
        var place = target();
        if (place && place.closest("[hidden]")) { clear(); place.scrollIntoView(); }
      });
      query.addEventListener("input", function () { narrow(); write(); });
      chip.addEventListener("click", function (event) { event.preventDefault(); tag = ""; narrow(); write(); });
      if (details) details.addEventListener("click", function (event) { if (event.target.closest("nav a")) fold(); });
      document.addEventListener("keydown", function (event) {
        var isTyping = /^(input|textarea|select)$/i.test(document.activeElement.tagName);
        if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); query.focus(); }
        if (event.key === "Escape" && document.activeElement === query) { query.value = ""; narrow(); write(); }
      });
    })();
    """#
}
