package dev.switchboard.webhooks.verify;

import static dev.switchboard.webhooks.Said.assertSays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.webhooks.Json;
import org.junit.jupiter.api.Test;

class VerifyEventTest {
  @Test
  void readsAnAttempt() {
    assertSays(VerifyEvent.of(Json.parse("""
            {"request_id":"r-1","type":"event","channel":"silent_auth","status":"action_pending",
             "triggered_at":"2026-01-01T14:00:00.000Z","finalized_at":"2026-01-01T14:00:30.000Z","client_ref":"order-7",
             "action":{"type":"check","check_url":"https://check.example/1"}}""")), VerifyEvent.Attempt.class, """
        actionType=check
        channel=silent_auth
        checkUrl=https://check.example/1
        clientRef=order-7
        finalizedAt=2026-01-01T14:00:30Z
        requestId=r-1
        status=action_pending
        triggeredAt=2026-01-01T14:00:00Z
        type=event""");
  }

  @Test
  void readsASummary() {
    assertSays(VerifyEvent.of(Json.parse("""
            {"request_id":"r-1","type":"summary","status":"failed","submitted_at":"2026-01-01T14:00:00Z",
             "channel_timeout":300,"price":"0.10","client_ref":"order-7",
             "workflow":[{"channel":"sms","initiated_at":"2026-01-01T14:00:00Z","status":"expired"},
                         {"channel":"voice","initiated_at":"2026-01-01T14:05:00Z","status":"failed"}]}""")), VerifyEvent.Summary.class, """
        channelTimeout=PT5M
        clientRef=order-7
        price=0.10
        requestId=r-1
        status=failed
        submittedAt=2026-01-01T14:00:00Z
        type=summary
        workflow[0]:=Step
        workflow[0].channel=sms
        workflow[0].initiatedAt=2026-01-01T14:00:00Z
        workflow[0].status=expired
        workflow[1]:=Step
        workflow[1].channel=voice
        workflow[1].initiatedAt=2026-01-01T14:05:00Z
        workflow[1].status=failed""");
  }

  @Test
  void keepsWhatItDoesNotKnow() {
    VerifyEvent event =
        VerifyEvent.of(Json.parse("{\"type\":\"riddle\",\"status\":\"solved\",\"answer\":42}"));
    assertThat(event).isInstanceOf(VerifyEvent.Unknown.class);
    assertThat(event.status()).hasValue("solved");
    assertThat(event.unknownFields()).containsExactly("/answer");
  }
}
