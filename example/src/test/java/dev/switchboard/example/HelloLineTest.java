package dev.switchboard.example;

import dev.switchboard.sandbox.Sandbox;
import dev.switchboard.testing.SwitchboardTest;
import org.junit.jupiter.api.Test;

@SwitchboardTest(HelloLine.class)
class HelloLineTest {
  @Test
  void greets(Sandbox sandbox) {
    sandbox.call("447700900001").hears("Hello.").ends();
  }
}
