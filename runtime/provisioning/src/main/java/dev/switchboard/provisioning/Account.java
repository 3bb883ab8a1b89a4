package dev.switchboard.provisioning;

import java.net.URI;
import java.util.Objects;

/**
 * The account to provision, and where its APIs are.
 *
 * @param apiKey names the account; no secret
 * @param apiSecret goes into the {@code Authorization} header and nowhere else
 * @param apiHost of the Application API
 * @param restHost of the Numbers API
 */
public record Account(String apiKey, String apiSecret, URI apiHost, URI restHost) {
  private static final URI API = URI.create("https://api.nexmo.com");
  private static final URI REST = URI.create("https://rest.nexmo.com");

  /** Checks that nothing is blank and that both hosts are http or https addresses. */
  public Account {
    if (apiKey.isBlank() || apiSecret.isBlank()) {
      throw new ProvisioningException(
          Failure.CREDENTIALS,
          "The API key or the API secret is empty.",
          "Set VONAGE_API_KEY and VONAGE_API_SECRET to those of the account's dashboard.");
    }
    apiHost = root(apiHost);
    restHost = root(restHost);
  }

  /** An account of the live platform. */
  public static Account of(String apiKey, String apiSecret) {
    return new Account(apiKey, apiSecret, API, REST);
  }

  /**
   * The same account with both APIs at one address, as the sandbox serves them.
   *
   * @param host for instance {@code http://127.0.0.1:8070}
   */
  public Account at(URI host) {
    return new Account(apiKey, apiSecret, host, host);
  }

  private static URI root(URI host) {
    String scheme = Objects.requireNonNullElse(host.getScheme(), "");
    if (!(scheme.equals("http") || scheme.equals("https")) || host.getHost() == null) {
      throw new ProvisioningException(
          Failure.INVALID,
          "\"" + host + "\" is no address of an API.",
          "Write it with its scheme, such as https://api.nexmo.com or http://127.0.0.1:8070.");
    }
    String text = host.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : host;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "account " + apiKey + " at " + apiHost;
  }
}
