package dev.switchboard.provisioning.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of the configuration, in which <code>${NAME}</code> stands for an environment variable and <code>$$</code> for
 * one dollar sign. Variables are looked up when the text is used and not when the file is read, so that an environment
 * whose secrets are absent does not keep others from being used.
 */
public final class Setting {
  private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\{([^}]*)}?|(\\$))");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final String key;
  private final String text;
  private final Position position;

  private Setting(String key, String text, Position position) {
    this.key = key;
    this.text = text;
    this.position = position;
  }

  /**
   * Reads a text.
   *
   * @param key dotted name of the setting, for errors
   * @param text as in the file
   * @param position where it stands
   * @throws ConfigException when a reference is not closed or names no variable
   */
  static Setting of(String key, String text, Position position) {
    Matcher matcher = REFERENCE.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (name != null && !(NAME.matcher(name).matches() && matcher.group().endsWith("}"))) {
        // The malformed reference is not quoted: it may be half of a secret.
        throw new ConfigException(
            position,
            key
                + " has a \"${\" that is no reference. Write ${NAME} for an environment variable, $$ for a dollar sign.");
      }
    }
    return new Setting(key, text, position);
  }

  /** Dotted name of the setting, e.g. {@code environments.production.account.apiKey}. */
  public String key() {
    return key;
  }

  /** Where it stands. */
  public Position position() {
    return position;
  }

  /** As in the file, references unresolved. Not for output: it may hold a secret. */
  String written() {
    return text;
  }

  /** The environment variables that it refers to, in its order. */
  public List<String> references() {
    return REFERENCE
        .matcher(text)
        .results()
        .map(match -> Optional.ofNullable(match.group(1)))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /**
   * The text with every reference replaced.
   *
   * @param variables finds an environment variable
   * @throws UnsetVariableException when one is not set, or is empty
   */
  public String resolve(Function<String, Optional<String>> variables) {
    return REFERENCE.matcher(text).replaceAll(match -> {
      String name = match.group(1);
      if (name == null) {
        return Matcher.quoteReplacement("$");
      }
      return Matcher.quoteReplacement(variables
          .apply(name)
          .filter(value -> !value.isEmpty())
          .orElseThrow(() -> new UnsetVariableException(position, key, name)));
    });
  }

  /** The names it refers to; nothing of what it says. */
  @Override
  public String toString() {
    return key + references();
  }
}
