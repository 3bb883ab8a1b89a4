package dev.switchboard.server;

/**
 * System properties that the JDK's engine reads once, when its first class is loaded. Set here before that; what the user has set stays.
 */
final class EngineLimits {
  private EngineLimits() {}

  static void set() {
    // Without it every answer on a kept-alive connection waits 40 ms for the client's delayed
    // acknowledgement.
    set("sun.net.httpserver.nodelay", "true");
    // Seconds for a request to arrive whole, and for its answer to be taken.
    set("sun.net.httpserver.maxReqTime", "15");
    set("sun.net.httpserver.maxRspTime", "60");
    set("sun.net.httpserver.idleInterval", "30");
    set("sun.net.httpserver.maxReqHeaders", "100");
    set("sun.net.httpserver.maxReqHeaderSize", "65536");
    set("jdk.httpserver.maxConnections", "10000");
  }

  private static void set(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
