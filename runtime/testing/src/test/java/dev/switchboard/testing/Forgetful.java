package dev.switchboard.testing;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** A project with a handler class that its app does not list. */
final class Forgetful {
  private Forgetful() {}

  /** Compiles it into a folder, without the processor, and gives the app's class. */
  static Class<?> compiledInto(Path root) throws IOException, ClassNotFoundException {
    Path sources = Files.createDirectories(root.resolveSibling("unlisted-sources"));
    // The annotations' own module is not on this class path; their names are what the scan reads.
    Path annotation = source(
        sources,
        "dev/switchboard/annotations/EventUrl",
        "package dev.switchboard.annotations; public @interface EventUrl {}");
    Path app = source(sources, "forgetful/App", "package forgetful; public class App {}");
    Path forgotten = source(
        sources,
        "forgetful/Forgotten",
        "package forgetful; public class Forgotten { @dev.switchboard.annotations.EventUrl void event() {} }");
    Files.createDirectories(root);
    int failed = ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            null,
            "-proc:none",
            "-d",
            root.toString(),
            annotation.toString(),
            app.toString(),
            forgotten.toString());
    if (failed != 0) {
      throw new IOException("javac failed");
    }
    URL[] urls = List.of(root.toUri().toURL()).toArray(URL[]::new);
    return new URLClassLoader(urls, null).loadClass("forgetful.App");
  }

  private static Path source(Path folder, String name, String text) throws IOException {
    Path file = folder.resolve(name + ".java");
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, text);
  }
}
