package dev.switchboard.mavenplugin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Remedies name flags as the command line has them; here they are user properties of the same words. */
final class Wording {
  private static final Pattern FLAG = Pattern.compile(
      "--(app|env|config|confirm|take-numbers|allow-removals|out|name)\\b(?: ([^\\s\".,;)]+)(?=[.,;)]|$))?");

  private Wording() {}

  /** {@code --take-numbers} becomes {@code -Dswitchboard.takeNumbers}, {@code --confirm live.} its property with that value. */
  static String inMaven(String sentence) {
    return FLAG.matcher(sentence).replaceAll(match -> {
      String value = match.group(2) == null ? "" : "=" + match.group(2);
      return Matcher.quoteReplacement("-Dswitchboard." + camelCase(match.group(1)) + value);
    });
  }

  private static String camelCase(String flag) {
    return Pattern.compile("-([a-z])")
        .matcher(flag)
        .replaceAll(match -> match.group(1).toUpperCase(java.util.Locale.ROOT));
  }
}
