package dev.switchboard.provisioning.config;

import java.util.Optional;

/**
 * The account of an environment. Whatever is absent is found as the CLI finds it: {@code VONAGE_API_KEY} and so on, then
 * the files of the official CLI.
 *
 * @param apiKey account key
 * @param apiSecret account secret; always by reference
 * @param signatureSecret secret of the signed webhooks; always by reference
 * @param apiHost Application API, {@code https://api.nexmo.com} by default
 * @param restHost Numbers API, {@code https://rest.nexmo.com} by default
 */
public record AccountSettings(
    Optional<Setting> apiKey,
    Optional<Setting> apiSecret,
    Optional<Setting> signatureSecret,
    Optional<Setting> apiHost,
    Optional<Setting> restHost) {
  /** Nothing said. */
  public static final AccountSettings NONE = new AccountSettings(
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
