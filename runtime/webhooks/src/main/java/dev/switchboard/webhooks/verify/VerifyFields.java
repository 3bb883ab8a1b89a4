package dev.switchboard.webhooks.verify;

import dev.switchboard.webhooks.known.KnownFields;

/** What the accessors of this package read. */
final class VerifyFields {
  static final KnownFields COMMON = KnownFields.of("request_id", "type", "status", "client_ref");
  static final KnownFields EVENT = COMMON
      .texts("channel", "triggered_at", "finalized_at")
      .object("action", KnownFields.of("type", "check_url"));
  static final KnownFields SUMMARY = COMMON
      .texts("submitted_at", "channel_timeout", "price")
      .items("workflow", KnownFields.of("channel", "initiated_at", "status"));

  private VerifyFields() {}
}
