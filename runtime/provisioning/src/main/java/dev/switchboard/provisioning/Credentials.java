package dev.switchboard.provisioning;

import dev.switchboard.platformapi.ApiClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Finds an account where people already keep it: {@code VONAGE_API_KEY} and {@code VONAGE_API_SECRET}, else the files of
 * the official CLI, {@code .vonagerc} in the project before {@code .vonage/config.json} in the home folder.
 */
public final class Credentials {
  private static final long MOST_BYTES = 1024 * 1024;

  private Credentials() {}

  /**
   * Looks for an account.
   *
   * @param environment the variables of the process; {@code VONAGE_API_HOST} replaces both hosts
   * @param home the user's home folder
   * @param project where the project's own file may lie
   * @return the first that is complete; empty when there is none
   * @throws ProvisioningException when one of the files cannot be read
   */
  public static Optional<Account> find(Map<String, String> environment, Path home, Path project) {
    Optional<Account> account =
        account(environment.get("VONAGE_API_KEY"), environment.get("VONAGE_API_SECRET"));
    for (Path file :
        List.of(project.resolve(".vonagerc"), home.resolve(".vonage").resolve("config.json"))) {
      account = account.isPresent() ? account : read(file);
    }
    String host = environment.get("VONAGE_API_HOST");
    return account.map(found -> host == null || host.isBlank() ? found : found.at(address(host)));
  }

  private static URI address(String host) {
    try {
      return URI.create(host);
    } catch (IllegalArgumentException e) {
      throw new ProvisioningException(
          Failure.INVALID,
          "VONAGE_API_HOST is no address.",
          "Write it like https://api.nexmo.com.",
          e);
    }
  }

  private static Optional<Account> account(@Nullable String key, @Nullable String secret) {
    return key == null || key.isBlank() || secret == null || secret.isBlank()
        ? Optional.empty()
        : Optional.of(Account.of(key, secret));
  }

  private static Optional<Account> read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      JsonNode config = ApiClient.mapper().readTree(Files.readString(file));
      return account(text(config, "api-key", "apiKey"), text(config, "api-secret", "apiSecret"));
    } catch (IOException | JacksonException e) {
      // Without the cause: it may quote the file.
      throw new ProvisioningException(
          Failure.CREDENTIALS,
          "The Vonage CLI's file " + file + " cannot be read as JSON.",
          "Repair it, or set VONAGE_API_KEY and VONAGE_API_SECRET.");
    }
  }

  private static @Nullable String text(JsonNode config, String... names) {
    for (String name : names) {
      if (config.path(name).isString()) {
        return config.path(name).asString();
      }
    }
    return null;
  }
}
