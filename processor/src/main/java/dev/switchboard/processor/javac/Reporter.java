package dev.switchboard.processor.javac;

import dev.switchboard.processor.diagnostics.Diagnostic;
import dev.switchboard.processor.diagnostics.Severity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/** Prints findings at their places, each once: two apps may list one handler class. Lives for one round. */
public final class Reporter {
  private final Messager messager;
  private final Set<String> printed = new HashSet<>();

  /** A reporter through the compiler. */
  public Reporter(Messager messager) {
    this.messager = messager;
  }

  /** Prints one. */
  public void print(Diagnostic diagnostic, SiteIndex sites) {
    if (!printed.add(diagnostic.site() + diagnostic.text())) {
      return;
    }
    Kind kind = diagnostic.rule().severity() == Severity.ERROR ? Kind.ERROR : Kind.WARNING;
    Optional<SiteIndex.Place> found = sites.find(diagnostic.site());
    if (found.isEmpty()) {
      messager.printMessage(kind, diagnostic.text());
      return;
    }
    SiteIndex.Place place = found.get();
    if (place.annotation() == null) {
      messager.printMessage(kind, diagnostic.text(), place.element());
    } else if (place.value() == null) {
      messager.printMessage(kind, diagnostic.text(), place.element(), place.annotation());
    } else {
      messager.printMessage(
          kind, diagnostic.text(), place.element(), place.annotation(), place.value());
    }
  }
}
