package dev.switchboard.provisioning.config;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** YAML text to nodes with positions, within limits, and without ever quoting the text in an error. */
final class YamlText {
  /** Characters of a file. A real one has a few hundred. */
  static final int LONGEST = 256 * 1024;

  /** Levels of nesting. A right one has six. */
  private static final int DEEPEST = 16;

  /** Beginnings of the parser's messages after which it quotes the file. */
  private static final List<String> QUOTING = List.of(
      "found undefined alias",
      "found duplicate anchor",
      "found undefined tag handle",
      "found unknown escape character",
      "found duplicate key");

  private final String file;
  private final LoadSettings settings;

  YamlText(String file) {
    this.file = file;
    this.settings = LoadSettings.builder()
        .setLabel(file)
        .setCodePointLimit(LONGEST)
        .setMaxAliasesForCollections(10)
        .build();
  }

  /** The mapping that the file is. */
  MappingNode mapping(String text) {
    Position start = new Position(file, 1, 1);
    Optional<Node> root;
    try {
      // The composer recurses, the parser does not: it measures the depth first.
      checkDepth(text);
      root = new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException problem) {
      throw new ConfigException(
          problem
              .getProblemMark()
              .or(problem::getContextMark)
              .map(this::position)
              .orElse(start),
          "this is not YAML: " + withoutQuote(problem.getProblem())
              + ". Look at the indentation and the quotes here.");
    } catch (YamlEngineException problem) {
      // Not its message: that may quote the file.
      throw new ConfigException(
          start,
          "this is not YAML of at most " + LONGEST
              + " printable characters. Save it as plain UTF-8 text.");
    }
    if (root.isEmpty()) {
      throw new ConfigException(start, "the file is empty. It begins with \"environments:\".");
    }
    if (root.get() instanceof MappingNode mapping) {
      return mapping;
    }
    throw new ConfigException(
        position(root.get()), "the file must be a mapping that begins with \"environments:\".");
  }

  Position position(Node node) {
    return node.getStartMark().map(this::position).orElseGet(() -> new Position(file, 1, 1));
  }

  private Position position(Mark mark) {
    return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private void checkDepth(String text) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > DEEPEST) {
        throw new ConfigException(
            event.getStartMark().map(this::position).orElseGet(() -> new Position(file, 1, 1)),
            "this is nested deeper than " + DEEPEST + " levels, which no environment needs.");
      }
    }
  }

  private static String withoutQuote(String problem) {
    return QUOTING.stream().filter(problem::startsWith).findFirst().orElse(problem);
  }
}
