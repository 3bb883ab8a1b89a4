package dev.switchboard.provisioning.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@code switchboard.yaml}, read. */
public final class Configuration {
  /** Its usual name, in the root of a project. */
  public static final String FILE_NAME = "switchboard.yaml";

  /** Where {@code sandbox: true} finds the sandbox, and where the {@code sandbox} command listens by default. */
  public static final String SANDBOX_ADDRESS = "http://127.0.0.1:8484";

  private static final Pattern ENVIRONMENT_NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,62}");

  private final String file;
  private final Map<String, Environment> environments;

  private Configuration(String file, Map<String, Environment> environments) {
    this.file = file;
    this.environments = Collections.unmodifiableMap(environments);
  }

  /**
   * Reads a file.
   *
   * @throws ConfigException when it is absent, unreadable, or says something that is not understood
   */
  public static Configuration read(Path path) {
    byte[] bytes;
    try {
      if (Files.size(path) > YamlText.LONGEST) {
        throw new ConfigException(path + " is longer than " + YamlText.LONGEST
            + " bytes. It is not a " + FILE_NAME + ".");
      }
      bytes = Files.readAllBytes(path);
    } catch (NoSuchFileException absent) {
      throw new ConfigException(
          path + " does not exist. Write one with \"environments:\", or name it with --config.");
    } catch (IOException unreadable) {
      throw new ConfigException(
          path + " cannot be read. Check that it is a file and that you may read it.");
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return parse(text, path.toString());
    } catch (CharacterCodingException notUtf8) {
      throw new ConfigException(path + " is not UTF-8 text. Save it as UTF-8.");
    }
  }

  /**
   * Reads text.
   *
   * @param text YAML
   * @param file what errors call it
   * @throws ConfigException when it says something that is not understood
   */
  public static Configuration parse(String text, String file) {
    YamlText yaml = new YamlText(file);
    Section root = Section.root(yaml, yaml.mapping(text)).only("$schema", "environments");
    Section all = root.section("environments")
        .filter(section -> !section.names().isEmpty())
        .orElseThrow(() -> new ConfigException(
            root.position(),
            "there is no environment. Add one below \"environments:\", with a baseUrl."));
    Map<String, Environment> environments = new LinkedHashMap<>();
    for (String name : all.names()) {
      if (!ENVIRONMENT_NAME.matcher(name).matches()) {
        throw new ConfigException(
            all.positionOf(name),
            "an environment's name has letters, digits, dot, dash and underscore, begins with a letter or digit, and"
                + " is at most 63 long. Rename this one.");
      }
      Section section = all.section(name)
          .filter(one -> !one.names().isEmpty())
          .orElseThrow(() -> new ConfigException(
              all.positionOf(name), "environment \"" + name + "\" is empty. Give it a baseUrl."));
      environments.put(name, environment(name, section, all.positionOf(name)));
    }
    return new Configuration(file, environments);
  }

  /** The file as the user named it. */
  public String file() {
    return file;
  }

  /** The environments in the order of the file; never empty. */
  public Collection<Environment> environments() {
    return environments.values();
  }

  /**
   * The environment of a name.
   *
   * @throws ConfigException when there is none
   */
  public Environment environment(String name) {
    Environment found = environments.get(name);
    if (found != null) {
      return found;
    }
    throw new ConfigException(file + " has no environment \"" + name + "\". "
        + Nearest.to(name, environments.keySet())
            .map(near -> "Did you mean \"" + near + "\"?")
            .orElse("It has: " + String.join(", ", environments.keySet()) + "."));
  }

  /**
   * The one that is meant when none is named: the only one, or the one called {@code local}.
   *
   * @throws ConfigException when there are several and none is called so
   */
  public Environment environment() {
    if (environments.size() == 1) {
      return environments.values().iterator().next();
    }
    return Optional.ofNullable(environments.get("local"))
        .orElseThrow(() -> new ConfigException(file + " has several environments: "
            + String.join(", ", environments.keySet()) + ". Name one with --env."));
  }

  private static Environment environment(String name, Section section, Position position) {
    section.only(
        "baseUrl", "sandbox", "protect", "account", "values", "numbers", "keys", "state", "apps");
    Optional<Setting> sandbox = sandbox(section);
    Map<String, AppSettings> apps = new LinkedHashMap<>();
    section
        .section("apps")
        .ifPresent(all -> all.names()
            .forEach(app -> all.section(app)
                .ifPresent(one ->
                    apps.put(app, bindings(one.only("baseUrl", "values", "numbers", "keys"))))));
    return new Environment(
        name,
        sandbox,
        section.flag("protect").orElse(false),
        section.section("account").map(Configuration::account).orElse(AccountSettings.NONE),
        section
            .setting("state")
            .map(setting -> place(setting, Place.State.class))
            .orElseGet(() -> Place.byDefault(Place.State.FILE)),
        bindings(section),
        apps,
        position);
  }

  /** {@code sandbox: true}, {@code false}, or the address of one. */
  private static Optional<Setting> sandbox(Section section) {
    if (section.isFlag("sandbox")) {
      return section
          .flag("sandbox")
          .filter(on -> on)
          .map(on -> Setting.of("sandbox", SANDBOX_ADDRESS, section.positionOf("sandbox")));
    }
    return section.setting("sandbox");
  }

  private static AppSettings bindings(Section section) {
    return new AppSettings(
        section.setting("baseUrl"),
        section.section("values").map(Section::settings).orElse(Map.of()),
        section.section("numbers").map(Section::settings).orElse(Map.of()),
        section.setting("keys").map(Configuration::keys));
  }

  private static Place<Place.Keys> keys(Setting setting) {
    Place<Place.Keys> keys = place(setting, Place.Keys.class);
    if (keys.kind() == Place.Keys.EXEC && keys.detail().isEmpty()) {
      throw new ConfigException(
          setting.position(),
          setting.key() + " names no program. Write \"exec: command\", in quotes.");
    }
    return keys;
  }

  private static AccountSettings account(Section section) {
    section.only("apiKey", "apiSecret", "signatureSecret", "apiHost", "restHost");
    return new AccountSettings(
        section.setting("apiKey"),
        section.setting("apiSecret").map(Configuration::byReference),
        section.setting("signatureSecret").map(Configuration::byReference),
        section.setting("apiHost"),
        section.setting("restHost"));
  }

  /** A secret in a file that is committed is a leak, so only references pass. */
  private static Setting byReference(Setting secret) {
    if (secret.references().isEmpty()) {
      throw new ConfigException(
          secret.position(),
          secret.key()
              + " is a secret, and this file is not the place for it. Write \"${NAME}\" and set that"
              + " environment variable; if the secret was ever committed, revoke it.");
    }
    return secret;
  }

  private static <K extends Enum<K>> Place<K> place(Setting setting, Class<K> kinds) {
    // A detail may refer to variables, so it is cut from the text as written and resolved by
    // whoever opens the place.
    String[] parts = setting.written().split(":", 2);
    String typed = parts[0].strip();
    Optional<String> detail = Optional.of(parts)
        .filter(p -> p.length == 2)
        .map(p -> p[1].strip())
        .filter(text -> !text.isEmpty());
    return Stream.of(kinds.getEnumConstants())
        .filter(kind -> word(kind).equals(typed))
        .findFirst()
        .map(kind -> new Place<>(kind, detail, Optional.of(setting.position())))
        .orElseThrow(() -> new ConfigException(
            setting.position(),
            setting.key() + " must be one of "
                + Stream.of(kinds.getEnumConstants())
                    .map(Configuration::word)
                    .collect(Collectors.joining(", "))
                + ", each optionally with a detail: \"file: some/folder\"."));
  }

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
