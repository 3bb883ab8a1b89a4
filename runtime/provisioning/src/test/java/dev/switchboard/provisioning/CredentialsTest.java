package dev.switchboard.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an account is found, and what counts where it stands in several places. */
class CredentialsTest {
  @TempDir
  Path folder;

  private Path home;
  private Path project;

  @BeforeEach
  void folders() throws IOException {
    home = folder.resolve("home");
    Files.createDirectories(home.resolve(".vonage"));
    project = Files.createDirectories(folder.resolve("project"));
  }

  private String found(Map<String, String> variables) {
    return Credentials.find(variables, home, project)
        .map(account -> account.apiKey() + ":" + account.apiSecret())
        .orElse("none");
  }

  @Test
  void variablesBeforeTheProjectBeforeTheHome() throws IOException {
    assertThat(found(Map.of())).isEqualTo("none");
    Files.writeString(
        home.resolve(".vonage/config.json"), "{\"api-key\":\"k-home\",\"api-secret\":\"s-home\"}");
    assertThat(found(Map.of())).isEqualTo("k-home:s-home");
    Files.writeString(
        project.resolve(".vonagerc"),
        "{\"apiKey\":\"k-project\",\"apiSecret\":\"s-project\",\"appId\":\"a\",\"privateKey\":\"p\"}");
    assertThat(found(Map.of())).isEqualTo("k-project:s-project");
    assertThat(found(Map.of("VONAGE_API_KEY", "k-var", "VONAGE_API_SECRET", "s-var")))
        .isEqualTo("k-var:s-var");
  }

  @Test
  void whatIsIncompleteIsPassedOver() throws IOException {
    Files.writeString(project.resolve(".vonagerc"), "{\"apiKey\":\"k-project\"}");
    Files.writeString(
        home.resolve(".vonage/config.json"), "{\"apiKey\":\"k-home\",\"apiSecret\":\"s-home\"}");
    assertThat(found(Map.of("VONAGE_API_KEY", "k-var"))).isEqualTo("k-home:s-home");
    assertThat(found(Map.of("VONAGE_API_KEY", "k-var", "VONAGE_API_SECRET", " ")))
        .isEqualTo("k-home:s-home");
    assertThat(found(Map.of("VONAGE_API_SECRET", "s-var"))).isEqualTo("k-home:s-home");
  }

  @Test
  void anotherHost() {
    Account account = Credentials.find(
            Map.of(
                "VONAGE_API_KEY", "k",
                "VONAGE_API_SECRET", "s",
                "VONAGE_API_HOST", "http://127.0.0.1:8080"),
            home,
            project)
        .orElseThrow();
    assertThat(account.apiHost()).isEqualTo(URI.create("http://127.0.0.1:8080"));
    assertThat(account.restHost()).isEqualTo(URI.create("http://127.0.0.1:8080"));
    ProvisioningException failure = catchThrowableOfType(
        ProvisioningException.class,
        () -> found(Map.of(
            "VONAGE_API_KEY", "k", "VONAGE_API_SECRET", "s", "VONAGE_API_HOST", "not a host")));
    assertThat(failure.failure()).isEqualTo(Failure.INVALID);
    assertThat(failure.remedy()).contains("https://api.nexmo.com");
  }

  @Test
  void aFileThatIsNoJsonIsNotQuoted() throws IOException {
    String secret = SuiteSecrets.fresh();
    Files.writeString(project.resolve(".vonagerc"), "apiSecret=" + secret);
    ProvisioningException failure =
        catchThrowableOfType(ProvisioningException.class, () -> found(Map.of()));
    assertThat(failure.failure()).isEqualTo(Failure.CREDENTIALS);
    assertThat(failure.problem()).contains(".vonagerc", "cannot be read as JSON");
    assertThat(failure.remedy()).contains("VONAGE_API_KEY");
    SuiteSecrets.say((Throwable) failure);
    // The file itself is the user's.
    Files.delete(project.resolve(".vonagerc"));
  }
}
