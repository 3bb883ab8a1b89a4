package dev.switchboard.provisioning.keys;

import dev.switchboard.provisioning.Failure;
import dev.switchboard.provisioning.ProvisioningException;
import java.util.List;
import java.util.Map;

/** A key that the environment of the process holds, as pipelines hand secrets over. It cannot keep a new one. */
public final class EnvKeyStore implements KeyStore {
  private final String variable;
  private final Map<String, String> environment;

  /**
   * A key in a variable.
   *
   * @param variable holds the private key as PEM; line breaks may be written {@code \n}
   * @param environment of the process
   */
  public EnvKeyStore(String variable, Map<String, String> environment) {
    this.variable = variable;
    this.environment = environment;
  }

  @Override
  public List<ApplicationKey> keys() {
    String pem = environment.get(variable);
    return pem == null || pem.isBlank()
        ? List.of()
        : List.of(ApplicationKey.fromPem(pem.replace("\\n", "\n"), describe()));
  }

  @Override
  public void store(ApplicationKey key) {
    if (!keys().contains(key)) {
      throw new ProvisioningException(
          Failure.REFUSED,
          "A new key cannot be kept in " + describe() + ".",
          "Make one (openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048), put it into the secret behind that"
              + " variable, and run it again; or keep keys in files.");
    }
  }

  @Override
  public String describe() {
    return "the environment variable " + variable;
  }
}
