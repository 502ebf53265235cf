/// A stretch of the old text and the stretch of the new text that stands in its place.
struct LineGap {
  var old: Range<Int>
  var new: Range<Int>

  var count: Int { old.count + new.count }
}
