package dev.switchboard.mavenplugin;

import dev.switchboard.commands.Console;
import org.apache.maven.plugin.logging.Log;

/** Says what a command says as lines of the build's log. */
final class MavenConsole implements Console {
  private final Log log;

  MavenConsole(Log log) {
    this.log = log;
  }

  @Override
  public void line(String text) {
    log.info(Wording.inMaven(text));
  }

  @Override
  public void problem(String sentence) {
    log.error(Wording.inMaven(sentence));
  }
}
