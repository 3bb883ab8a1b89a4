package dev.switchboard.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RouteTest {
  @Test
  void carriesThePlatformsDefaults() {
    assertThat(Route.answer("/a")).hasToString("answer_url GET /a");
    assertThat(Route.answer("/a").socketTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(Route.event("/e").socketTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(Route.event("/e").method()).isEqualTo("POST");
    assertThat(Route.video("archive_status", "/v").kind()).isEqualTo("video.archive_status");
    assertThat(Route.verifyStatus("/s").signed()).isFalse();
    assertThat(Route.inbound("/i").signed()).isTrue();
    assertThat(Route.inbound("/i").unsigned().signed()).isFalse();
  }

  @Test
  void knowsWhatThePlatformAsksForAgain() {
    assertThat(Route.answer("/a").asksAgain()).isTrue();
    assertThat(Route.event("/e").asksAgain()).isFalse();
    assertThat(Route.nccoEvent("/e").asksAgain()).isTrue();
    assertThat(Route.callback("/c").asksAgain()).isFalse();
    assertThat(Route.nccoCallback("/c").asksAgain()).isTrue();
    assertThat(Route.status("/s").asksAgain()).isTrue();
    assertThat(Route.rtcEvent("/r").asksAgain()).isFalse();
  }

  @Test
  void encodesParameters() {
    Route<Payload> route =
        Route.<Payload>nccoCallback("/choice").with("size", "very large").with("a&b", "ü=+");
    assertThat(route.target()).isEqualTo("/choice?size=very%20large&a%26b=%C3%BC%3D%2B");
    assertThat(route.path()).isEqualTo("/choice");
    WebhookRequest request = WebhookRequest.post(route.target(), "{}");
    assertThat(request.parameter("size")).contains("very large");
    assertThat(request.parameter("a&b")).contains("ü=+");
  }

  @Test
  void isAValue() {
    assertThat(Route.answer("/a"))
        .isEqualTo(Route.answer("/a"))
        .hasSameHashCodeAs(Route.answer("/a"));
    assertThat(Route.answer("/a")).isNotEqualTo(Route.answer("/a").socketTimeout(3000));
  }

  @Test
  void refusesWhatIsNoPath() {
    assertThatThrownBy(() -> Route.answer("answer")).hasMessageContaining("starts with /");
    assertThatThrownBy(() -> Route.answer("/a?b=c")).hasMessageContaining("no query");
    assertThatThrownBy(() -> Route.answer("/a").method("PUT")).hasMessageContaining("GET or POST");
  }
}
