package dev.switchboard.provisioning.platform;

import dev.switchboard.provisioning.Account;
import java.net.http.HttpClient;
import java.time.Duration;

/** The real client, which waits for nothing between its attempts. */
public final class QuickPlatform {
  private QuickPlatform() {}

  public static Platform of(Account account, Duration timeout) {
    return new RestPlatform(
        account,
        HttpClient.newBuilder().connectTimeout(timeout).build(),
        timeout,
        new Retries(length -> {}, () -> 0.5),
        1_000);
  }
}
