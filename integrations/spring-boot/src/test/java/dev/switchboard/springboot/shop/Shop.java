package dev.switchboard.springboot.shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
public class Shop {
  /** Starts it. */
  public static void main(String... args) {
    SpringApplication.run(Shop.class, args);
  }
}
