package line;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Our starter: the annotated class is a bean. */
@SpringBootApplication
public class Main {
  public static void main(String... args) {
    SpringApplication.run(
        Main.class,
        "--server.address=127.0.0.1",
        "--server.port=" + System.getenv("PORT"),
        "--switchboard.base-url=" + Line.BASE_URL,
        "--spring.main.banner-mode=off");
  }

  @Bean
  Line line() {
    return new Line();
  }
}
