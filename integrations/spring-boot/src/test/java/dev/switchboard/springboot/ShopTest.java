package dev.switchboard.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Call;
import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.springboot.shop.Kitchen;
import dev.switchboard.springboot.shop.Shop;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The shop as its users meet it: called and written to through a sandbox. */
@SpringBootTest(
    classes = Shop.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "switchboard.sandbox.enabled=true",
      "switchboard.sandbox.virtual-time=true",
      "management.endpoints.web.exposure.include=health,info",
      "management.endpoint.health.show-details=always",
      "management.endpoint.health.probes.enabled=true"
    })
class ShopTest {
  private static final String CUSTOMER = "447700900009";
  private static final String MENU = "Press 1 for a pizza.";

  @Autowired
  private Sandbox sandbox;

  @Autowired
  private Kitchen kitchen;

  @Autowired
  private MeterRegistry meters;

  @LocalServerPort
  private int port;

  @BeforeEach
  void forget() {
    kitchen.orders().clear();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  void anAnnotatedBeanTakesCalls() {
    Call call = sandbox.call(CUSTOMER);
    call.hears("Welcome.").hears(MENU).press("1");
    call.hears("That makes 1.").hears(MENU).press("1");
    call.hears("That makes 2.").hears(MENU).press("9");
    call.hears("Goodbye.").ends();

    assertThat(kitchen.orders()).containsExactly("pizza 1", "pizza 2");
    assertThat(meters
            .get("switchboard.webhook")
            .tags("kind", "answer_url", "outcome", "handled", "status", "200")
            .timer()
            .count())
        .isPositive();
  }

  @Test
  void itsHandlerBeanTakesMessages() {
    sandbox.sms(CUSTOMER).says("A pizza, please.");
    sandbox.advance(java.time.Duration.ofSeconds(1));

    assertThat(kitchen.orders()).containsExactly("for " + CUSTOMER);
  }

  @Test
  void healthAndInfoTellOfItAndOfNoSecret() throws Exception {
    String health = get("/actuator/health").body();
    String info = get("/actuator/info").body();

    assertThat(health)
        .contains(
            "\"switchboard\":{\"details\":{\"apps\":[\"dev.switchboard.springboot.shop.PhoneLine\"]},\"status\":\"UP\"}");
    assertThat(info)
        .contains("\"baseUrl\":\"http://localhost:" + port + "\"")
        .contains("answer_url of dev.switchboard.springboot.shop.PhoneLine, signed")
        .doesNotContain(sandbox.settings().signatureSecret());
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
  }

  @Test
  void strangersAreRefusedAndOtherPathsAreNotOurs() throws Exception {
    assertThat(get("/webhooks/answer").statusCode()).isEqualTo(401);
    assertThat(get("/webhooks").statusCode()).isEqualTo(404);
  }
}
