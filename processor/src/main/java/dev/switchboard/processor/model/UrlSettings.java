package dev.switchboard.processor.model;

import java.util.Optional;

/**
 * What a webhook annotation says of its URL; empty where the user wrote nothing.
 *
 * @param path below the base URL
 * @param method GET or POST
 * @param connectTimeout milliseconds
 * @param socketTimeout milliseconds
 * @param capability constant name of the capability
 * @param videoKind constant name of the video callback
 * @param secret reference to a video secret
 */
public record UrlSettings(
    Optional<Setting<String>> path,
    Optional<Setting<String>> method,
    Optional<Setting<Integer>> connectTimeout,
    Optional<Setting<Integer>> socketTimeout,
    Optional<Setting<String>> capability,
    Optional<Setting<String>> videoKind,
    Optional<Setting<String>> secret) {

  /** Nothing written. */
  public static final UrlSettings NONE = new UrlSettings(
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty(),
      Optional.empty());
}
