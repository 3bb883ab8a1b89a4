package dev.switchboard.cli;

import dev.switchboard.cli.Main.Surroundings;
import dev.switchboard.provisioning.SuiteSecrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a command did, run in this process.
 *
 * @param exitCode what it would exit with
 * @param out what it printed
 * @param err what it complained
 */
record Run(int exitCode, String out, String err) {
  static Run in(Path folder, String... args) {
    return in(folder, Map.of(), args);
  }

  static Run in(Path folder, Map<String, String> variables, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false);
    int exitCode =
        Main.run(new Surroundings(terminal, variables, folder, question -> Optional.empty()), args);
    // What is said is searched for secrets when the suite ends.
    SuiteSecrets.say((Object) (out.toString() + err));
    return new Run(exitCode, out.toString(), err.toString());
  }
}
