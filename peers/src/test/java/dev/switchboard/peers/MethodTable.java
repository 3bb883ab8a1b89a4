package dev.switchboard.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.function.Executable;

/** The public methods of a client, each with what it did here; complete, or the test fails. */
final class MethodTable {
  private final Class<?> client;
  private final Map<String, Executable> rows = new LinkedHashMap<>();
  private final Map<String, String> leftOut = new LinkedHashMap<>();

  MethodTable(Class<?> client) {
    this.client = client;
  }

  MethodTable row(String signature, Executable use) {
    assertThat(rows.put(signature, use)).as(signature).isNull();
    return this;
  }

  MethodTable leftOut(String signature, String reason) {
    leftOut.put(signature, reason);
    return this;
  }

  /** Uses every method in the order of the rows, prints the table, and fails with all that went wrong. */
  void run() {
    Set<String> listed = new TreeSet<>(rows.keySet());
    listed.addAll(leftOut.keySet());
    assertThat(listed).as("methods of %s", client.getSimpleName()).isEqualTo(methods());
    List<String> failures = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    rows.forEach((signature, use) -> {
      String outcome = "used";
      try {
        use.execute();
      } catch (Throwable failure) {
        outcome = "FAILED: " + failure;
        failures.add(signature + ": " + failure);
      }
      lines.add(line(signature, outcome));
    });
    leftOut.forEach((signature, reason) -> lines.add(line(signature, "left out: " + reason)));
    System.out.println(String.join(System.lineSeparator(), lines));
    assertThat(failures).isEmpty();
  }

  private String line(String signature, String outcome) {
    return String.format("%-18s %-62s %s", client.getSimpleName(), signature, outcome);
  }

  private Set<String> methods() {
    return Arrays.stream(client.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .map(method -> method.getName()
            + Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "(", ")")))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
