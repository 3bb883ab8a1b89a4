package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.provisioning.KeptFolders;
import dev.switchboard.provisioning.SecretSearch;
import dev.switchboard.provisioning.SuiteSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Searches what a suite printed, wrote and reported for the secrets that it made up and the keys that it generated. */
final class SuiteSearch {
  private SuiteSearch() {}

  /** Finds nothing, or fails. */
  static void findsNothing(Path reports) throws IOException {
    assertThat(SuiteSecrets.all()).isNotEmpty();
    assertThat(SuiteSecrets.said()).hasSizeGreaterThan(1000);
    SecretSearch search = new SecretSearch(SuiteSecrets.all());
    search.folder(KeptFolders.ROOT); // First: here are the keys.
    if (Files.isDirectory(reports)) {
      search.folder(reports);
    }
    search.search("what was printed", SuiteSecrets.said());
    System.out.println("secrets: " + search.summary());
    assertThat(search.found()).isEmpty();
  }
}
