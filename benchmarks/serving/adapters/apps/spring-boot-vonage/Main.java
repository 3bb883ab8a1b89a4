package line;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The SDK by hand in Spring Boot. */
@SpringBootApplication
@RestController
public class Main {
  public static void main(String... args) {
    SpringApplication.run(
        Main.class,
        "--server.address=127.0.0.1",
        "--server.port=" + System.getenv("PORT"),
        "--spring.main.banner-mode=off");
  }

  @GetMapping(path = "/webhooks/answer", produces = "application/json")
  ResponseEntity<String> answer(
      @RequestParam("from") String from,
      @RequestHeader(name = "Authorization", required = false) String authorization) {
    return Hand.refused(authorization)
        ? ResponseEntity.status(401).build()
        : ResponseEntity.ok(Hand.answer(from));
  }

  @PostMapping("/webhooks/event")
  ResponseEntity<Void> event(
      @RequestBody String body,
      @RequestHeader(name = "Authorization", required = false) String authorization) {
    if (Hand.refused(authorization)) {
      return ResponseEntity.status(401).build();
    }
    Hand.event(body);
    return ResponseEntity.noContent().build();
  }
}
