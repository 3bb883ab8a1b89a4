package line;

import com.vonage.client.voice.EventWebhook;
import com.vonage.client.voice.ncco.ConnectAction;
import com.vonage.client.voice.ncco.Ncco;
import com.vonage.client.voice.ncco.PhoneEndpoint;
import com.vonage.client.voice.ncco.StreamAction;
import com.vonage.client.voice.ncco.TalkAction;
import com.vonage.jwt.Jwt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The official SDK by hand in Spring Boot. It checks signatures, not payload hashes: the SDK knows none. */
@SpringBootApplication
@RestController
public class App {
  private static final String SECRET = System.getenv("VONAGE_SIGNATURE_SECRET");

  public static void main(String[] args) {
    SpringApplication.run(
        App.class,
        "--server.address=127.0.0.1",
        "--server.port=" + System.getenv("PORT"),
        "--spring.main.banner-mode=off");
  }

  @GetMapping(path = "/webhooks/answer", produces = "application/json")
  ResponseEntity<String> answer(
      @RequestParam("from") String from,
      @RequestHeader(name = "Authorization", required = false) String authorization) {
    if (refused(authorization)) {
      return ResponseEntity.status(401).build();
    }
    return ResponseEntity.ok(new Ncco(
            TalkAction.builder("Hello " + from + ".").build(),
            StreamAction.builder("https://example.com/music.mp3").build(),
            ConnectAction.builder(PhoneEndpoint.builder("447700900001").build()).build())
        .toJson());
  }

  @PostMapping("/webhooks/event")
  ResponseEntity<Void> event(
      @RequestBody String body,
      @RequestHeader(name = "Authorization", required = false) String authorization) {
    if (refused(authorization)) {
      return ResponseEntity.status(401).build();
    }
    EventWebhook.fromJson(body);
    return ResponseEntity.noContent().build();
  }

  private static boolean refused(String header) {
    return SECRET != null
        && (header == null || !Jwt.verifySignature(header.substring("Bearer ".length()), SECRET));
  }
}
