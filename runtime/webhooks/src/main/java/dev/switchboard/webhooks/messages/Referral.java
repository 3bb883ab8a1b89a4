package dev.switchboard.webhooks.messages;

import dev.switchboard.webhooks.Json;
import java.net.URI;
import java.util.Optional;

/**
 * The advert or post that a person came from.
 *
 * @param json all of it
 */
public record Referral(Json json) {
  /** Words of it. */
  public Optional<String> body() {
    return json.text("body");
  }

  /** Its headline. */
  public Optional<String> headline() {
    return json.text("headline");
  }

  /** Its id. */
  public Optional<String> sourceId() {
    return json.text("source_id");
  }

  /** Such as {@code ad} or {@code post}. */
  public Optional<String> sourceType() {
    return json.text("source_type");
  }

  /** Where it is. */
  public Optional<URI> sourceUrl() {
    return json.uri("source_url");
  }

  /** {@code image} or {@code video}. */
  public Optional<String> mediaType() {
    return json.text("media_type");
  }

  /** Its picture. */
  public Optional<URI> imageUrl() {
    return json.uri("image_url");
  }

  /** Its film. */
  public Optional<URI> videoUrl() {
    return json.uri("video_url");
  }

  /** A small picture of its film. */
  public Optional<URI> thumbnailUrl() {
    return json.uri("thumbnail_url");
  }

  /** The click, for attribution. */
  public Optional<String> clickId() {
    return json.text("ctwa_clid");
  }
}
