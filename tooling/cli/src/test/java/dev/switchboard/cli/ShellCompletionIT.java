package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The completion that the jar writes, loaded by real shells. */
@Timeout(120)
class ShellCompletionIT {
  @TempDir
  Path folder;

  @Test
  void bashCompletesCommandsOptionsAndWords() throws Exception {
    shell("bash");
    Files.writeString(folder.resolve("script"), """
        source completion
        compopt() { :; } # It may only be called by the shell itself.
        typed() {
          COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
          _complete_switchboard
          echo "$* -> ${COMPREPLY[*]}"
        }
        typed switchboard pl
        typed switchboard plan --det
        typed switchboard plan --format j
        typed switchboard keys r
        typed switchboard export t
        complete -p switchboard
        """);

    assertThat(output("bash", "--norc", "script"))
        .containsExactly(
            "switchboard pl -> plan",
            "switchboard plan --det -> --detailed-exitcode",
            "switchboard plan --format j -> json junit",
            "switchboard keys r -> rotate",
            "switchboard export t -> terraform",
            "complete -o default -F _complete_switchboard switchboard");
  }

  @Test
  void zshLoadsIt() throws Exception {
    shell("zsh");
    Files.writeString(folder.resolve("script"), """
        autoload -U compinit && compinit -u -D
        source completion
        echo ${_comps[switchboard]}
        """);

    assertThat(output("zsh", "-f", "script"))
        .containsExactly("_bash_complete -F _complete_switchboard -o default");
  }

  private void shell(String name) throws Exception {
    boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(place -> Files.isExecutable(Path.of(place, name)));
    if (!there) {
      System.out.println("no " + name + " on this machine: it does not load the completion");
    }
    assumeTrue(there, name);
    List<String> completion = output(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-jar",
        System.getProperty("switchboard.jar"),
        "generate-completion");
    Files.write(folder.resolve("completion"), completion);
  }

  private List<String> output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(folder.resolve("errors").toFile())
        .start();
    try (var output = process.getInputStream()) {
      List<String> lines =
          new String(output.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(process.waitFor()).isZero();
      assertThat(folder.resolve("errors")).isEmptyFile();
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }
}
