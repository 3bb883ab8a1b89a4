package dev.switchboard.provisioning.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an environment binds for an app.
 *
 * @param baseUrl where it is served
 * @param values for each <code>${name}</code> of the manifest
 * @param numbers an MSISDN for each number name of the manifest
 * @param keys where its private key lives
 */
public record AppSettings(
    Optional<Setting> baseUrl,
    Map<String, Setting> values,
    Map<String, Setting> numbers,
    Optional<Place<Place.Keys>> keys) {
  /** Keeps the order of the file. */
  public AppSettings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }

  /** These settings, with {@code override} in front of them: one by one, so that an app rebinds only what differs. */
  AppSettings under(AppSettings override) {
    Map<String, Setting> allValues = new LinkedHashMap<>(values);
    allValues.putAll(override.values);
    Map<String, Setting> allNumbers = new LinkedHashMap<>(numbers);
    allNumbers.putAll(override.numbers);
    return new AppSettings(
        override.baseUrl.or(() -> baseUrl), allValues, allNumbers, override.keys.or(() -> keys));
  }
}
