package dev.switchboard.processor.check;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.model.Setting;
import dev.switchboard.processor.model.Urls;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a path is one: absolute, without host, query or placeholder, and the same to every server on the way. */
final class PathChecks {
  /** What the embedded server and the adapters keep for themselves. */
  static final String RESERVED = "/_switchboard";

  private static final Pattern HOST = Pattern.compile("(?:[a-z][a-z0-9+.-]*:)?//[^/]*");
  private static final Pattern PATH = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)+");

  private PathChecks() {}

  static Stream<Diagnostic> check(Urls urls) {
    return urls.all().stream()
        .flatMap(url -> urls.settings(url).stream())
        .flatMap(said -> said.path().stream())
        .distinct()
        .flatMap(PathChecks::check);
  }

  private static Stream<Diagnostic> check(Setting<String> setting) {
    String path = setting.value();
    if (path.contains("${")) {
      return Stream.of(Rule.PATH_WITH_PLACEHOLDER.at(setting.site(), path));
    }
    if (HOST.matcher(path).lookingAt()) {
      String alone = HOST.matcher(path).replaceFirst("");
      return Stream.of(Rule.PATH_WITH_HOST.at(setting.site(), path, alone.isEmpty() ? "/" : alone));
    }
    if (path.contains("?") || path.contains("#")) {
      return Stream.of(Rule.PATH_WITH_QUERY.at(setting.site(), path));
    }
    if (!path.startsWith("/")) {
      return Stream.of(Rule.PATH_WITHOUT_SLASH.at(setting.site(), path, path));
    }
    if (path.equals(RESERVED) || path.startsWith(RESERVED + "/")) {
      return Stream.of(Rule.PATH_RESERVED.at(setting.site(), path, RESERVED));
    }
    return PATH.matcher(path).matches()
        ? Stream.empty()
        : Stream.of(Rule.PATH_CHARACTERS.at(setting.site(), path));
  }
}
