import dev.switchboard.annotations.VbcApp;

/** Java itself forbids it: the annotation is one of declarations, and an anonymous class has none. */
class AppAnonymous {
  Object app = new @VbcApp(name = "Line") Object() {}; // expect: javac at @VbcApp(name = "Line")
}
