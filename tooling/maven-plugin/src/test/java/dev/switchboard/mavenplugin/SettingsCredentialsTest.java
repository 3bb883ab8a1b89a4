package dev.switchboard.mavenplugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.commands.CommandException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** With Maven's own decrypter, and a master password made for the test. */
class SettingsCredentialsTest {
  @TempDir
  Path folder;

  private final Settings settings = new Settings();
  private String encrypted = "";
  private SettingsDecrypter decrypter = unreadable();

  private static SettingsDecrypter unreadable() {
    return request -> {
      throw new AssertionError("not asked for yet");
    };
  }

  @BeforeEach
  void encrypt() throws Exception {
    DefaultPlexusCipher cipher = new DefaultPlexusCipher();
    String master = cipher.encryptAndDecorate("master", "settings.security");
    Path file = Files.writeString(
        folder.resolve("settings-security.xml"),
        "<settingsSecurity><master>" + master + "</master></settingsSecurity>");
    encrypted = cipher.encryptAndDecorate("the-secret", "master");
    decrypter =
        new DefaultSettingsDecrypter(new DefaultSecDispatcher(cipher, Map.of(), file.toString()));
  }

  @Test
  void anEncryptedPasswordIsTheSecret() {
    server("vonage", "key", encrypted);
    server("vonage-signature", "", encrypted);

    assertThat(complete(Map.of("HOME", "h")))
        .containsEntry("HOME", "h")
        .containsEntry("VONAGE_API_KEY", "key")
        .containsEntry("VONAGE_API_SECRET", "the-secret")
        .containsEntry("VONAGE_SIGNATURE_SECRET", "the-secret");
  }

  @Test
  void theEnvironmentComesFirstAndIsNotMixed() {
    server("vonage", "key", "plain");

    assertThat(complete(Map.of("VONAGE_API_KEY", "a", "VONAGE_API_SECRET", "b")))
        .containsEntry("VONAGE_API_KEY", "a")
        .containsEntry("VONAGE_API_SECRET", "b");
    assertThat(complete(Map.of("VONAGE_API_KEY", "a", "VONAGE_API_SECRET", " ")))
        .as("half an account is none")
        .containsEntry("VONAGE_API_KEY", "key")
        .containsEntry("VONAGE_API_SECRET", "plain");
  }

  @Test
  void withoutAServerNothingIsAdded() {
    assertThat(complete(Map.of("A", "b"))).containsExactly(Map.entry("A", "b"));
  }

  @Test
  void whatCannotBeDecryptedIsSaidWithoutShowingIt() {
    server("vonage", "key", "{bm90IGVuY3J5cHRlZCBoZXJl}");

    assertThatThrownBy(() -> complete(Map.of()))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("server \"vonage\" in settings.xml")
        .hasMessageContaining("--encrypt-password")
        .hasMessageNotContaining("bm90IGVuY3J5cHRlZCBoZXJl");
  }

  private Map<String, String> complete(Map<String, String> variables) {
    return SettingsCredentials.complete(
        variables, settings, decrypter, "vonage", "vonage-signature");
  }

  private void server(String id, String user, String password) {
    Server server = new Server();
    server.setId(id);
    server.setUsername(user);
    server.setPassword(password);
    settings.addServer(server);
  }
}
