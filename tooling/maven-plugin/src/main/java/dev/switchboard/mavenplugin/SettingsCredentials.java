package dev.switchboard.mavenplugin;

import dev.switchboard.commands.CommandException;
import dev.switchboard.commands.Outcome;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** The account as Maven's settings keep it: a server whose user name is the API key and whose password is the secret. */
final class SettingsCredentials {
  private static final String KEY = "VONAGE_API_KEY";
  private static final String SECRET = "VONAGE_API_SECRET";
  private static final String SIGNATURE = "VONAGE_SIGNATURE_SECRET";

  private SettingsCredentials() {}

  /**
   * The environment variables, and from the settings what they do not have.
   *
   * @param server id of the server that is the account
   * @param signatureServer id of the server whose password is the signature secret
   */
  static Map<String, String> complete(
      Map<String, String> variables,
      Settings settings,
      SettingsDecrypter decrypter,
      String server,
      String signatureServer) {
    Map<String, String> complete = new HashMap<>(variables);
    if (isBlank(variables, KEY) || isBlank(variables, SECRET)) {
      Server account = settings.getServer(server);
      if (account != null && account.getUsername() != null) {
        complete.put(KEY, account.getUsername());
        complete.put(SECRET, password(account, decrypter));
      }
    }
    if (isBlank(variables, SIGNATURE) && settings.getServer(signatureServer) != null) {
      complete.put(SIGNATURE, password(settings.getServer(signatureServer), decrypter));
    }
    return complete;
  }

  private static boolean isBlank(Map<String, String> variables, String name) {
    return variables.getOrDefault(name, "").isBlank();
  }

  private static String password(Server server, SettingsDecrypter decrypter) {
    String written = server.getPassword();
    String password = decrypter
        .decrypt(new DefaultSettingsDecryptionRequest(server))
        .getServer()
        .getPassword();
    // A password that could not be decrypted comes back as it was written.
    boolean encrypted = written != null && written.matches("(?s).*\\{.+\\}.*");
    if (password == null || password.isBlank() || (encrypted && password.equals(written))) {
      throw new CommandException(
          Outcome.CREDENTIALS,
          "The password of server \"" + server.getId()
              + "\" in settings.xml is empty or cannot be decrypted. Encrypt it again with \"mvn"
              + " --encrypt-password\", and check the master password in settings-security.xml.");
    }
    return password;
  }
}
