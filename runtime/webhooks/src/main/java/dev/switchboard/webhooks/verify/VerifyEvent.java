package dev.switchboard.webhooks.verify;

import dev.switchboard.webhooks.Json;
import dev.switchboard.webhooks.Payload;
import dev.switchboard.webhooks.WebhookRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a verification goes: one {@link Attempt} for each channel tried, one {@link Summary} at the end. */
public sealed interface VerifyEvent extends Payload {
  /** Reads it from a request. */
  static VerifyEvent read(WebhookRequest request) {
    return of(request.json());
  }

  /** Reads it by its type. */
  static VerifyEvent of(Json json) {
    return switch (json.text("type").orElse("")) {
      case "event" -> new Attempt(json);
      case "summary" -> new Summary(json);
      default -> new Unknown(json);
    };
  }

  /**
   * Identity of the verification.
   *
   * @throws dev.switchboard.webhooks.JsonException where there is none
   */
  default String requestId() {
    return json().required("request_id");
  }

  /** {@code event} or {@code summary}, as the platform wrote it. */
  default Optional<String> type() {
    return json().text("type");
  }

  /**
   * {@code completed}, {@code failed}, {@code expired}, {@code user_rejected}, {@code action_pending} or {@code unused}.
   */
  default Optional<String> status() {
    return json().text("status");
  }

  /** The reference that the request gave. */
  default Optional<String> clientRef() {
    return json().text("client_ref");
  }

  /** One channel was tried. */
  record Attempt(Json json) implements VerifyEvent {
    /** Such as {@code sms}, {@code whatsapp}, {@code voice}, {@code email}, {@code silent_auth}. */
    public Optional<String> channel() {
      return json.text("channel");
    }

    /** When it was begun. */
    public Optional<Instant> triggeredAt() {
      return json.time("triggered_at");
    }

    /** When it ended. */
    public Optional<Instant> finalizedAt() {
      return json.time("finalized_at");
    }

    /** What is to be done now: {@code check}, for silent authentication. */
    public Optional<String> actionType() {
      return json.get("action").text("type");
    }

    /** The address that the device is to open. */
    public Optional<URI> checkUrl() {
      return json.get("action").uri("check_url");
    }

    @Override
    public List<String> unknownFields() {
      return VerifyFields.EVENT.unknownIn(json);
    }
  }

  /** The verification is over. */
  record Summary(Json json) implements VerifyEvent {
    /** When it was asked for. */
    public Optional<Instant> submittedAt() {
      return json.time("submitted_at");
    }

    /** How long each channel was given. */
    public Optional<Duration> channelTimeout() {
      return json.seconds("channel_timeout");
    }

    /** Euro. */
    public Optional<BigDecimal> price() {
      return json.decimal("price");
    }

    /** The channels in the order they were to be tried. */
    public List<Step> workflow() {
      List<Step> steps = new ArrayList<>();
      for (Json step : json.get("workflow").items()) {
        steps.add(new Step(step));
      }
      return List.copyOf(steps);
    }

    @Override
    public List<String> unknownFields() {
      return VerifyFields.SUMMARY.unknownIn(json);
    }
  }

  /**
   * A channel of a verification.
   *
   * @param json all of it
   */
  record Step(Json json) {
    /** Its name. */
    public Optional<String> channel() {
      return json.text("channel");
    }

    /** When it was begun. */
    public Optional<Instant> initiatedAt() {
      return json.time("initiated_at");
    }

    /** How it went. */
    public Optional<String> status() {
      return json.text("status");
    }
  }

  /**
   * Types without a type in this major version's first release. What a minor release learns gets a record <em>below
   * this</em>.
   */
  sealed interface Other extends VerifyEvent permits Unknown {}

  /** A type this version does not know. */
  record Unknown(Json json) implements Other {
    @Override
    public List<String> unknownFields() {
      return VerifyFields.COMMON.unknownIn(json);
    }
  }
}
