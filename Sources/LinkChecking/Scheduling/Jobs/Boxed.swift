/// An optional value in a separate allocation: a large value that few of many instances have.
@propertyWrapper
enum Boxed<Value> {
  case none
  indirect case some(Value)

  init(wrappedValue: Value?) {
    self = wrappedValue.map { .some($0) } ?? .none
  }

  var wrappedValue: Value? {
    get { if case .some(let value) = self { value } else { nil } }
    set { self = newValue.map { .some($0) } ?? .none }
  }
}
