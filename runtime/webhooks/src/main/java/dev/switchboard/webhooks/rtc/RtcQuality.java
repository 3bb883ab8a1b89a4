package dev.switchboard.webhooks.rtc;

import dev.switchboard.webhooks.Json;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How good a leg sounded.
 *
 * @param json all of it
 */
public record RtcQuality(Json json) {
  /** Mean opinion score, from 1 to 5. */
  public Optional<BigDecimal> mosScore() {
    return json.decimal("mos_score");
  }

  /** Quality in percent. */
  public Optional<BigDecimal> qualityPercentage() {
    return json.decimal("quality_percentage");
  }

  /** Lowest variance of the jitter. */
  public Optional<BigDecimal> jitterMinVariance() {
    return json.decimal("jitter_min_var");
  }

  /** Highest variance of the jitter. */
  public Optional<BigDecimal> jitterMaxVariance() {
    return json.decimal("jitter_max_var");
  }

  /** Packets lost to jitter, a rate. */
  public Optional<BigDecimal> jitterLossRate() {
    return json.decimal("jitter_loss_rate");
  }

  /** Bursts of jitter, a rate. */
  public Optional<BigDecimal> jitterBurstRate() {
    return json.decimal("jitter_burst_rate");
  }

  /** Flaws in all. */
  public Optional<Long> flawTotal() {
    return json.integer("flaw_total");
  }

  /** Packets in all. */
  public Optional<Long> packetCount() {
    return json.integer("packet_cnt");
  }

  /** Packets lost, in percent. */
  public Optional<BigDecimal> packetLossPercentage() {
    return json.decimal("packet_loss_perc");
  }
}
