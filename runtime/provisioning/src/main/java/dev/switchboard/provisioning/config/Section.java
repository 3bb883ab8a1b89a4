package dev.switchboard.provisioning.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One mapping of the file: its members by name, each taken as what it should be. */
final class Section {
  private final YamlText yaml;
  private final String path;
  private final Position position;
  private final Map<String, Member> members = new LinkedHashMap<>();

  private record Member(Position position, Node value) {}

  private Section(YamlText yaml, String path, MappingNode node) {
    this.yaml = yaml;
    this.path = path;
    this.position = yaml.position(node);
    for (NodeTuple tuple : node.getValue()) {
      Position at = yaml.position(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new ConfigException(at, "a key" + inPath() + " must be plain text.");
      }
      Member twin = members.putIfAbsent(key.getValue(), new Member(at, tuple.getValueNode()));
      if (twin != null) {
        throw new ConfigException(
            at,
            "\"" + key.getValue() + "\" is here twice, first at line " + twin.position.line()
                + ". Keep one.");
      }
    }
  }

  static Section root(YamlText yaml, MappingNode node) {
    return new Section(yaml, "", node);
  }

  /** Where the mapping begins. */
  Position position() {
    return position;
  }

  /** Throws at the first key that is not one of these. */
  Section only(String... keys) {
    List<String> known = List.of(keys);
    members.forEach((name, member) -> {
      if (!known.contains(name)) {
        throw new ConfigException(
            member.position,
            "unknown key \"" + name + "\"" + inPath() + ". "
                + Nearest.to(name, known)
                    .map(near -> "Did you mean \"" + near + "\"?")
                    .orElse("Known here: " + String.join(", ", known) + "."));
      }
    });
    return this;
  }

  /** Names of the members, in the order of the file. */
  List<String> names() {
    return List.copyOf(members.keySet());
  }

  Position positionOf(String name) {
    return Optional.ofNullable(members.get(name)).map(Member::position).orElse(position);
  }

  /** A member that is a mapping; empty if it is absent or has nothing under it. */
  Optional<Section> section(String name) {
    return present(name).map(node -> {
      if (node instanceof MappingNode mapping) {
        return new Section(yaml, below(name), mapping);
      }
      throw new ConfigException(
          yaml.position(node),
          below(name) + " must be a mapping: indent its keys below it, or write { key: value }.");
    });
  }

  /** A member that is text, a number included: what counts is how it is written. */
  Optional<Setting> setting(String name) {
    Member member = members.get(name);
    if (member == null) {
      return Optional.empty();
    }
    Node node = present(name)
        .orElseThrow(() -> new ConfigException(
            member.position,
            below(name) + " has no value. Write one after the colon, or remove the line."));
    if (node instanceof ScalarNode scalar) {
      return Optional.of(Setting.of(below(name), scalar.getValue(), yaml.position(node)));
    }
    throw new ConfigException(
        yaml.position(node),
        below(name) + " must be one text. Quote it if it has special characters.");
  }

  /** A member that is true or false. */
  Optional<Boolean> flag(String name) {
    return present(name).map(node -> {
      if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
        return Boolean.valueOf(scalar.getValue().toLowerCase(Locale.ROOT));
      }
      throw new ConfigException(
          yaml.position(node), below(name) + " must be true or false, without quotes.");
    });
  }

  /** Whether a member is written as true or false. */
  boolean isFlag(String name) {
    return present(name).map(node -> node.getTag().equals(Tag.BOOL)).orElse(false);
  }

  /** Every member as text, in the order of the file. */
  Map<String, Setting> settings() {
    Map<String, Setting> all = new LinkedHashMap<>();
    names().forEach(name -> setting(name).ifPresent(setting -> all.put(name, setting)));
    return all;
  }

  private Optional<Node> present(String name) {
    return Optional.ofNullable(members.get(name))
        .map(Member::value)
        .filter(node -> !node.getTag().equals(Tag.NULL));
  }

  private String below(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private String inPath() {
    return path.isEmpty() ? "" : " in " + path;
  }
}
