package dev.switchboard.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last of those that run the jar: neither their output nor their files hold a secret. */
@Order(Integer.MAX_VALUE)
class SuiteSecretsIT {
  @Test
  void noProcessLetASecretOut() throws IOException {
    SuiteSearch.findsNothing(Path.of("target/failsafe-reports"));
  }
}
