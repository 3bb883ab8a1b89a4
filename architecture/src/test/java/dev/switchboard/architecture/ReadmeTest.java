package dev.switchboard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README quotes is what the files say. */
class ReadmeTest {
  private static final Pattern QUOTED =
      Pattern.compile("<!-- from (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND =
      Pattern.compile("\n## (Try it|Run the tests)\n.*?```sh\n(.*?)```", Pattern.DOTALL);

  private final String readme = read();

  @Test
  void quotesAreVerbatim() throws IOException {
    Matcher quotes = QUOTED.matcher(readme);
    int count = 0;
    while (quotes.find()) {
      assertThat(Files.readString(House.ROOT.resolve(quotes.group(1))))
          .contains(quotes.group(2).strip());
      count++;
    }
    assertThat(count).as("quotes in the README").isGreaterThanOrEqualTo(2);
  }

  @Test
  void eachCommandIsOneLine() {
    Matcher commands = COMMAND.matcher(readme);
    int count = 0;
    while (commands.find()) {
      assertThat(commands.group(2).strip().lines()).hasSize(1);
      count++;
    }
    assertThat(count).isEqualTo(2);
  }

  private static String read() {
    try {
      return Files.readString(House.ROOT.resolve("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
