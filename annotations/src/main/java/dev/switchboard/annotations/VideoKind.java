package dev.switchboard.annotations;

/** The callbacks of the video capability. */
public enum VideoKind {
  /** {@code archive_status}. */
  ARCHIVE_STATUS,
  /** {@code broadcast_status}. */
  BROADCAST_STATUS,
  /** {@code captions_status}. */
  CAPTIONS_STATUS,
  /** {@code connection_created}. */
  CONNECTION_CREATED,
  /** {@code connection_destroyed}. */
  CONNECTION_DESTROYED,
  /** {@code render_status}. */
  RENDER_STATUS,
  /** {@code session_created}. */
  SESSION_CREATED,
  /** {@code session_destroyed}. */
  SESSION_DESTROYED,
  /** {@code session_notification}. */
  SESSION_NOTIFICATION,
  /** {@code sip_call_created}. */
  SIP_CALL_CREATED,
  /** {@code sip_call_destroyed}. */
  SIP_CALL_DESTROYED,
  /** {@code sip_call_mute_forced}. */
  SIP_CALL_MUTE_FORCED,
  /** {@code sip_call_updated}. */
  SIP_CALL_UPDATED,
  /** {@code stream_created}. */
  STREAM_CREATED,
  /** {@code stream_destroyed}. */
  STREAM_DESTROYED
}
