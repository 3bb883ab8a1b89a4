package dev.switchboard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line and the Maven plugin have the same words, but for the differences that are meant, which stand here. */
class SameWordsTest {
  private static final String SANDBOX = "sandbox-start";

  /** Goals of a build's course: in a terminal Ctrl-C stops a sandbox, and only a build has a site. */
  private static final Set<String> GOALS_ALONE = Set.of("sandbox-stop", "report");

  /** What a person does once, or looks at; a build does not. */
  private static final Set<String> COMMANDS_ALONE = Set.of(
      "demo",
      "dev",
      "adopt",
      "mv",
      "rollback",
      "repair",
      "keys",
      "numbers",
      "call",
      "message",
      "fault",
      "record",
      "replay",
      "explain",
      "generate-completion");

  /** What a build has: its own classes, its own log, its settings.xml, and no exit codes. */
  private static final Set<String> OF_BUILDS =
      Set.of("skip", "class-path", "fail-on", "result-folder", "server", "signature-server");

  /** What a terminal has. */
  private static final Set<String> OF_TERMINALS = Set.of("classes", "format", "detailed-exitcode");

  /** One thing, named after what it is in each place: a list in a POM, one value for each option or argument. */
  private static final Map<String, String> ONE_THING =
      Map.of("sandbox numbers", "number", "export exports", "FORMAT", "apply plan", "FILE");

  @Test
  void goalsAreCommands() throws Exception {
    Set<String> goals = new TreeSet<>(goals().keySet());
    goals.removeAll(GOALS_ALONE);
    Set<String> commands = new TreeSet<>();
    commands().keySet().forEach(name -> commands.add(name.equals("sandbox") ? SANDBOX : name));
    commands.removeAll(COMMANDS_ALONE);
    assertThat(goals).isEqualTo(commands);
  }

  @Test
  void parametersAreOptions() throws Exception {
    Map<String, Class<?>> commands = commands();
    Map<String, Set<String>> goals = goals();
    goals.keySet().removeAll(GOALS_ALONE);
    goals.forEach((goal, parameters) -> {
      String command = goal.equals(SANDBOX) ? "sandbox" : goal;
      Set<String> said = new TreeSet<>();
      parameters.stream()
          .map(name -> ONE_THING.getOrDefault(command + " " + name, name))
          .filter(name -> !OF_BUILDS.contains(name))
          .forEach(said::add);
      Set<String> options = new TreeSet<>();
      collect(commands.get(command), options);
      options.removeAll(OF_TERMINALS);
      assertThat(said).as(goal).isEqualTo(options);
    });
  }

  /** The commands of the command line, by name. */
  private static Map<String, Class<?>> commands() throws ClassNotFoundException {
    Map<String, Class<?>> commands = new TreeMap<>();
    Command all = Class.forName("dev.switchboard.cli.Switchboard").getAnnotation(Command.class);
    for (Class<?> command : all.subcommands()) {
      commands.put(command.getAnnotation(Command.class).name(), command);
    }
    return commands;
  }

  /** Options without their dashes, and arguments by their label; those of mixins, too. */
  private static void collect(Class<?> type, Set<String> names) {
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        Option option = field.getAnnotation(Option.class);
        Parameters argument = field.getAnnotation(Parameters.class);
        if (option != null) {
          Arrays.stream(option.names())
              .filter(name -> name.startsWith("--"))
              .forEach(name -> names.add(name.substring(2)));
        } else if (argument != null) {
          names.add(argument.paramLabel());
        } else if (field.isAnnotationPresent(Mixin.class)) {
          collect(field.getType(), names);
        }
      }
    }
  }

  /** The goals of the plugin, each with the user properties of its parameters as options would be written. */
  private static Map<String, Set<String>> goals()
      throws IOException, ParserConfigurationException, SAXException {
    Path file = House.ROOT.resolve("tooling/maven-plugin/target/classes/META-INF/maven/plugin.xml");
    Element plugin = DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
    Map<String, Set<String>> goals = new TreeMap<>();
    for (Element mojo : children(plugin, "mojo")) {
      String goal = children(mojo, "goal").get(0).getTextContent();
      Set<String> names = new TreeSet<>();
      for (Element configuration : children(mojo, "configuration")) {
        NodeList parameters = configuration.getElementsByTagName("*");
        for (int i = 0; i < parameters.getLength(); i++) {
          String property = parameters.item(i).getTextContent();
          if (property.startsWith("${switchboard.")) {
            names.add(option(property));
          }
        }
      }
      goals.put(goal, names);
    }
    return goals;
  }

  /** {@code ${switchboard.sandbox.apiKey}} is {@code api-key}. */
  private static String option(String property) {
    String name = property.substring(property.lastIndexOf('.') + 1, property.length() - 1);
    return Pattern.compile("[A-Z]")
        .matcher(name)
        .replaceAll(letter -> "-" + letter.group().toLowerCase(Locale.ROOT));
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList elements = parent.getElementsByTagName(name);
    for (int i = 0; i < elements.getLength(); i++) {
      found.add((Element) elements.item(i));
    }
    return found;
  }
}
