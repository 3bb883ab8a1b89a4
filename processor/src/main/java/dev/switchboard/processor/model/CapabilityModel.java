package dev.switchboard.processor.model;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A capability that the app has.
 *
 * @param kind which
 * @param settings what the user wrote, by annotation member; values are String, Integer, Boolean, enum constants by their name
 * @param site the annotation
 */
public record CapabilityModel(
    CapabilityKind kind, SortedMap<String, Setting<Object>> settings, Site site) {

  /** Copies the map. */
  public CapabilityModel {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** A text, if one is written. */
  public Optional<Setting<String>> text(String member) {
    return typed(member, String.class);
  }

  /** A number, if one is written. */
  public Optional<Setting<Integer>> number(String member) {
    return typed(member, Integer.class);
  }

  /** A flag, or its default. */
  public boolean flag(String member, boolean byDefault) {
    return typed(member, Boolean.class).map(Setting::value).orElse(byDefault);
  }

  /** Whether the user wrote it. */
  public boolean says(String member) {
    return settings.containsKey(member);
  }

  private <T> Optional<Setting<T>> typed(String member, Class<T> type) {
    return Optional.ofNullable(settings.get(member))
        .filter(setting -> type.isInstance(setting.value()))
        .map(setting -> new Setting<>(type.cast(setting.value()), setting.site()));
  }
}
