package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Rest.Reply;
import dev.switchboard.webhooks.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acceptance 4, and the emulator's checklist of the Numbers API. */
class NumbersApiTest {
  private static final String NUMBER = "447700900123";

  private final Sandbox sandbox = Sandbox.start(SandboxSettings.defaults());
  private final Rest rest = new Rest(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void linksAndUnlinks() {
    String id = rest.json("POST", "/v2/applications", "{\"name\":\"x\"}").json().required("id");
    Reply linked = rest.form(
        "/number/update",
        "country=GB&msisdn=" + NUMBER + "&app_id=" + id
            + "&moHttpUrl=https%3A%2F%2Fa.example%2Fsms");
    assertThat(linked.status()).isEqualTo(200);
    assertThat(linked.json())
        .isEqualTo(Json.object("error-code", "200", "error-code-label", "success"));
    assertThat(number().text("app_id")).contains(id);
    assertThat(number().text("moHttpUrl")).contains("https://a.example/sms");
    assertThat(rest.get("/account/numbers?application_id=" + id).json().integer("count"))
        .contains(1L);
    assertThat(rest.get("/account/numbers?has_application=false").json().integer("count"))
        .contains(5L);

    rest.form("/number/update", "country=GB&msisdn=" + NUMBER);
    assertThat(number().has("app_id")).isFalse();
    assertThat(number().has("moHttpUrl")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "country=GB&msisdn=447700900999, 420",
    "country=US&msisdn=447700900123, 420",
    "country=GB&msisdn=447700900123&app_id=7e1b8c1e-0000-4000-8000-000000000000, 420",
    "country=GB&msisdn=447700900123&voiceCallbackType=tel, 420",
    "country=GB&msisdn=447700900123&voiceCallbackType=pigeon&voiceCallbackValue=x, 420",
    "msisdn=447700900123, 400",
  })
  void refusesAnUpdate(String form, int status) {
    Reply reply = rest.form("/number/update", form);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().text("error-code")).contains(Integer.toString(status));
  }

  @Test
  void findsBuysAndCancels() {
    Json found = rest.get("/number/search?country=US&features=SMS,VOICE&size=3").json();
    assertThat(found.get("numbers").items()).hasSize(3);
    String msisdn = found.get("numbers").get(0).required("msisdn");
    assertThat(found.get("numbers").get(0).text("cost")).isPresent();

    assertThat(rest.form("/number/buy", "country=US&msisdn=" + msisdn).status()).isEqualTo(200);
    assertThat(rest.form("/number/buy", "country=US&msisdn=" + msisdn).status()).isEqualTo(420);
    assertThat(rest.get("/account/numbers?pattern=" + msisdn).json().integer("count"))
        .contains(1L);
    assertThat(rest.form("/number/cancel", "country=US&msisdn=" + msisdn).status())
        .isEqualTo(200);
    assertThat(rest.form("/number/cancel", "country=US&msisdn=" + msisdn).status())
        .isEqualTo(420);
  }

  @ParameterizedTest
  @CsvSource({
    "pattern=4477009,4",
    "pattern=123&search_pattern=2,1",
    "pattern=0090&search_pattern=1,4",
    "country=US,2"
  })
  void filters(String query, long count) {
    assertThat(rest.get("/account/numbers?" + query).json().integer("count")).contains(count);
  }

  @Test
  void takesBothFormsOfCredentials() {
    Rest none = rest.as("");
    assertThat(none.get("/account/numbers?api_key=sandbox&api_secret=sandbox-secret")
            .status())
        .isEqualTo(200);
    Reply refused = none.get("/account/numbers?api_key=sandbox&api_secret=wrong");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.json().text("error-code-label")).contains("authentication failed");
    assertThat(none.get("/account/numbers").status()).isEqualTo(401);
    assertThat(rest.get("/number/update").status()).isEqualTo(405);
    assertThat(rest.get("/account/numbers?size=101").status()).isEqualTo(400);
  }

  private Json number() {
    return rest.get("/account/numbers?pattern=" + NUMBER).json().get("numbers").get(0);
  }
}
