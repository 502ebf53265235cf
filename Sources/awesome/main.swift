print("awesome")
