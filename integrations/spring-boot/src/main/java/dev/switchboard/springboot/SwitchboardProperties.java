package dev.switchboard.springboot;

import dev.switchboard.webhooks.NccoChecks;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How webhooks are served.
 *
 * @param baseUrl Where the platform reaches the app, such as https://pizza.example. By default the address it listens on.
 * @param signatureSecret The account's signature secret. By default the environment variable VONAGE_SIGNATURE_SECRET.
 * @param insecure Whether to take webhooks from anybody, without looking at signatures.
 * @param maxBody The largest body taken; larger ones are answered 413.
 * @param deadlineMargin How long before the platform's time-out a handler that is late is answered for.
 * @param stateKeep How long the state of a call is kept after its last change.
 * @param nccoChecks What happens to an NCCO that the platform would refuse: FAIL or LOG. By default FAIL where the base URL is a loopback
 *     address, else LOG.
 * @param grace How long to wait at shutdown for webhooks in flight, while new ones are answered 503.
 * @param sandbox The platform on this machine, for development and tests.
 */
@ConfigurationProperties("switchboard")
public record SwitchboardProperties(
    @Nullable URI baseUrl,
    @Nullable String signatureSecret,
    @DefaultValue("false") boolean insecure,
    @DefaultValue("1MB") DataSize maxBody,
    @DefaultValue("250ms") Duration deadlineMargin,
    @DefaultValue("1d") Duration stateKeep,
    @Nullable NccoChecks nccoChecks,
    @DefaultValue("15s") Duration grace,
    @DefaultValue Sandbox sandbox) {
  /**
   * The platform on this machine. Needs switchboard-sandbox on the class path.
   *
   * @param enabled Whether to start a sandbox and to tell it of the apps.
   * @param port The port that its APIs and its console listen on; 0 for any free one.
   * @param virtualTime Whether its time stands still until it is moved, as in tests.
   */
  public record Sandbox(
      @DefaultValue("false") boolean enabled,
      @DefaultValue("0") int port,
      @DefaultValue("false") boolean virtualTime) {}

  /** Without the secret. */
  @Override
  public String toString() {
    return "switchboard properties for "
        + (baseUrl == null ? "the address it listens on" : baseUrl);
  }
}
