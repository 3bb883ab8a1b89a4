package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchboard.manifest.reader.ManifestReader;
import dev.switchboard.provisioning.keys.FileKeyStore;
import dev.switchboard.provisioning.state.FileStateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong outside of us: a sentence, a remedy, an exit code, and nothing lost. */
class BadInputTest {
  @TempDir
  Path folder;

  private FakePlatform platform;

  @BeforeEach
  void anApplicationThatIsApplied() throws IOException {
    platform = new FakePlatform();
    deployment(platform.account()).plan().apply();
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  private Deployment deployment(Account account) {
    return Deployment.of(Fixtures.manifest(List.of(), Fixtures.voice("eu-west")))
        .bindings(Fixtures.bindings())
        .account(account)
        .state(new FileStateStore(state()))
        .keys(new FileKeyStore(folder.resolve("keys")))
        .build();
  }

  private Path state() {
    return folder.resolve("state.json");
  }

  /** A sentence on what is wrong and one on what to do; and once it is put right, nothing was lost. */
  private void check(int exitCode, String problem, String remedy, ThrowingCallable run) {
    int writes = platform.writes().size();
    ProvisioningException failure = catchThrowableOfType(ProvisioningException.class, run);
    assertThat(failure).as(problem).isNotNull();
    assertThat(failure.failure().exitCode()).as(failure.getMessage()).isEqualTo(exitCode);
    assertThat(failure.problem()).contains(problem).endsWith(".");
    assertThat(failure.remedy()).contains(remedy).endsWith(".");
    assertThat(platform.writes()).hasSize(writes);
    SuiteSecrets.say((Throwable) failure);
  }

  private void nothingLost() {
    assertThat(deployment(platform.account()).plan().isEmpty()).isTrue();
  }

  @Test
  void wrongCredentials() {
    Account wrong = Account.of(FakePlatform.KEY, SuiteSecrets.fresh()).at(platform.uri());
    check(
        8,
        "does not accept the API key",
        "VONAGE_API_SECRET",
        () -> deployment(wrong).plan());
    nothingLost();
  }

  @Test
  void wrongCredentialsBeforeTheFirstApply() {
    Account wrong = Account.of(FakePlatform.KEY, SuiteSecrets.fresh()).at(platform.uri());
    Path fresh = folder.resolve("fresh");
    Deployment first = Deployment.of(Fixtures.manifest(List.of(), Fixtures.voice("eu-west")))
        .bindings(Fixtures.bindings())
        .account(wrong)
        .state(new FileStateStore(fresh.resolve("state.json")))
        .keys(new FileKeyStore(fresh.resolve("keys")))
        .build();
    check(8, "does not accept the API key", "VONAGE_API_SECRET", first::plan);
    check(
        8,
        "does not accept the API key",
        "VONAGE_API_SECRET",
        () -> first.plan().apply());
    assertThat(fresh).doesNotExist();
    assertThat(platform.requests).endsWith("GET /v2/applications", "GET /v2/applications");
    nothingLost();
  }

  @Test
  void noCredentials() {
    check(8, "is empty", "VONAGE_API_KEY", () -> Account.of("", ""));
  }

  @Test
  void wrongAccountAndWrongHost() {
    check(
        4,
        "belongs to the account",
        "credentials of that account",
        () -> deployment(Account.of("another", platform.secret).at(platform.uri()))
            .plan());
    check(
        4,
        "belongs to the host",
        "Use that host",
        () -> deployment(Account.of(FakePlatform.KEY, platform.secret)).plan());
    nothingLost();
  }

  @Test
  void halfAState() throws IOException {
    String whole = Files.readString(state());
    for (String half : List.of(whole.substring(0, whole.length() / 2), "", "[]", "null", "{}")) {
      Files.writeString(state(), half);
      check(
          65,
          "is damaged",
          "rebuilt from the private key",
          () -> deployment(platform.account()).plan());
    }
    Files.delete(state());
    Plan rebuilt = deployment(platform.account()).plan();
    assertThat(rebuilt.changes()).isEmpty();
    rebuilt.apply();
    nothingLost();
    assertThat(platform.applications).hasSize(1);
  }

  @Test
  void aStateOfANewerVersion() throws IOException {
    String state = Files.readString(state());
    Files.writeString(
        state(), state.replace("\"schemaVersion\" : \"1\"", "\"schemaVersion\" : \"2\""));
    check(
        65,
        "has version 2",
        "the release that wrote it",
        () -> deployment(platform.account()).plan());
    Files.writeString(state(), state);
    nothingLost();
  }

  @Test
  void aKeyThatOthersMayRead() throws IOException {
    Path key;
    try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
      key = files.findFirst().orElseThrow();
    }
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    check(
        65,
        "may be read or written by other users",
        "chmod 600",
        () -> deployment(platform.account()).plan());
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    nothingLost();
  }

  @Test
  void twoJobsAtOnce() {
    Deployment second = deployment(platform.account());
    try (Session first = Session.open(
        new FileStateStore(state()),
        Clock.systemUTC(),
        Duration.ofMinutes(1),
        second.context().beginning())) {
      assertThat(first.state().leaseHolder()).isPresent();
      check(
          5,
          "Another run holds the lease",
          "Wait for it",
          () -> second.rotateKey(ProgressListener.NONE));
      assertThat(second.plan().changes()).isEmpty();
    }
    nothingLost();
  }

  @Test
  void aManifestOfAnotherMajorVersion() {
    assertThatThrownBy(
            () -> ManifestReader.read(
                "{\"schemaVersion\":\"2\",\"app\":\"a.B\",\"application\":{\"name\":\"B\",\"capabilities\":{}}}"))
        .hasMessage("The manifest has schemaVersion 2; this version of Switchboard reads 1."
            + " Use the tools of the release that compiled the app.");
  }

  @Test
  void anEmptyOrBrokenSavedPlan() {
    for (String text : List.of("", "{}", "[]", "{\"schemaVersion\":\"9\"}")) {
      check(
          65,
          "no plan of this release",
          "plan --out",
          () -> deployment(platform.account()).saved(text));
    }
  }
}
