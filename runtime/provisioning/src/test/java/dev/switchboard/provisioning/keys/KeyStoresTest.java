package dev.switchboard.provisioning.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.switchboard.provisioning.ProvisioningException;
import dev.switchboard.webhooks.signing.RsaKeys;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStoresTest {
  private static final ApplicationKey key = ApplicationKey.generate();

  @TempDir
  Path folder;

  @BeforeAll
  static void posix() {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
  }

  @Test
  void aKeySurvivesItsPemForm() {
    assertThat(ApplicationKey.fromPem("# note\n" + key.privatePem(), "a test")).isEqualTo(key);
    assertThat(ApplicationKey.fingerprintOf(key.publicPem().replace("\n", "\r\n")))
        .contains(key.fingerprint());
    assertThat(ApplicationKey.fingerprintOf("PUBLIC_KEY")).isEmpty();
    assertThat(key.toString()).isEqualTo("key " + key.fingerprint().substring(0, 12));
  }

  @Test
  void filesAreForTheOwnerOnly() throws IOException {
    FileKeyStore store = new FileKeyStore(folder.resolve("deep/keys"));
    store.store(key);
    store.store(key);
    Path file = folder.resolve("deep/keys/" + key.fingerprint() + ".pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(file.resolveSibling("."))))
        .isEqualTo("rwx------");
    assertThat(store.keys()).containsExactly(key);

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(store::keys)
        .isInstanceOf(ProvisioningException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void noKeyIsKeptInsideAProject() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    assertThatThrownBy(() -> new FileKeyStore(folder.resolve("keys")).store(key))
        .isInstanceOf(ProvisioningException.class)
        .hasMessageContaining("SWITCHBOARD_KEYS");
    assertThat(folder.resolve("keys")).doesNotExist();
  }

  @Test
  void whatIsNoKeyIsSaidWithoutQuotingIt() throws IOException {
    String secret = key.privatePem().replace("PRIVATE KEY", "RSA PRIVATE KEY");
    assertThatThrownBy(() -> ApplicationKey.fromPem(secret, "x.pem"))
        .hasMessageContaining("is no RSA key")
        .hasMessageNotContaining(secret.substring(40, 80));
    assertThatThrownBy(() -> ApplicationKey.fromPem("nothing", "x.pem"))
        .hasMessageContaining("x.pem");
  }

  @Test
  void readsTheOlderFormOfAKeyAsWell() {
    byte[] pkcs8 =
        Base64.getMimeDecoder().decode(key.privatePem().replaceAll("-----[A-Z ]+-----", ""));
    byte[] pkcs1 =
        Arrays.copyOfRange(pkcs8, 26, pkcs8.length); // What the header of a 2048-bit key wraps.
    String pem = "-----BEGIN RSA PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(pkcs1)
        + "\n-----END RSA PRIVATE KEY-----\n";

    assertThat(ApplicationKey.fromPem(pem, "x.pem")).isEqualTo(key);
  }

  @Test
  void aShortKeyIsRefused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    String pem = RsaKeys.pem(generator.generateKeyPair().getPrivate());

    assertThatThrownBy(() -> ApplicationKey.fromPem(pem, "x.pem"))
        .isInstanceOf(ProvisioningException.class)
        .hasMessageContaining("shorter than 2048 bits");
  }

  @Test
  void theEnvironmentHoldsOneKeyAndKeepsNone() {
    EnvKeyStore store =
        new EnvKeyStore("KEY", Map.of("KEY", key.privatePem().replace("\n", "\\n")));
    assertThat(store.keys()).containsExactly(key);
    store.store(key);
    assertThatThrownBy(() -> new EnvKeyStore("KEY", Map.of()).store(key))
        .hasMessageContaining("openssl genpkey");
  }

  @Test
  void aHelperKeepsKeys() throws IOException {
    Path helper = folder.resolve("helper.sh");
    Files.writeString(helper, """
        case "$1" in
          get) cat "$0.$(basename "$2")" 2>/dev/null; exit 0;;
          store) cat >> "$0.$(basename "$2")";;
          *) exit 3;;
        esac
        """);
    ExecKeyStore store =
        new ExecKeyStore(List.of("sh", helper.toString()), "production/com.acme.Phone");
    assertThat(store.keys()).isEmpty();
    store.store(key);
    store.store(key);
    assertThat(store.keys()).containsExactly(key);
    assertThatThrownBy(() -> new ExecKeyStore(List.of("sh", "-c", "exit 4"), "x").keys())
        .hasMessageContaining("status 4");
    assertThatThrownBy(
            () -> new ExecKeyStore(List.of(folder.resolve("none").toString()), "x").keys())
        .hasMessageContaining("cannot be started");
  }
}
