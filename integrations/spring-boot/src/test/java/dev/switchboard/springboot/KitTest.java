package dev.switchboard.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.springboot.shop.Kitchen;
import dev.switchboard.springboot.shop.PhoneLine;
import dev.switchboard.springboot.shop.Shop;
import dev.switchboard.testing.AppUnderTest;
import dev.switchboard.testing.SwitchboardTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The testing kit around an app that Spring Boot 4 serves, on the JUnit that Spring Boot brings, which is 6. */
@SpringBootTest(
    classes = Shop.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "switchboard.signature-secret=a-secret-for-tests")
@SwitchboardTest(value = PhoneLine.class, signatureSecret = "a-secret-for-tests")
class KitTest {
  @Autowired
  private Kitchen kitchen;

  @LocalServerPort
  private int port;

  @AppUnderTest
  URI app() {
    return URI.create("http://localhost:" + port);
  }

  @Test
  void takesAnOrder(Sandbox sandbox) {
    kitchen.orders().clear();
    sandbox
        .call("447700900009")
        .hears("Welcome.")
        .hears("Press 1 for a pizza.")
        .press("1")
        .hears("That makes 1.")
        .hangUp();
    assertThat(kitchen.orders()).containsExactly("pizza 1");
  }

  @Test
  void runsOnJUnit6() {
    assertThat(Test.class.getPackage().getImplementationVersion()).startsWith("6.");
  }
}
