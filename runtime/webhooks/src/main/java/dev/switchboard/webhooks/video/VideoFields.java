package dev.switchboard.webhooks.video;

import dev.switchboard.webhooks.known.KnownFields;

/** What the accessors of this package read: nothing. */
final class VideoFields {
  static final KnownFields NONE = KnownFields.of();

  private VideoFields() {}
}
