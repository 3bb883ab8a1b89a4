package dev.switchboard.provisioning;

import java.net.URI;

/** Stands in for the real one, which this module must not depend on: what generated code calls of it. */
public final class Provisioner {
  private Provisioner() {}

  public static Provisioner of(Class<?> app, URI baseUrl) {
    return new Provisioner();
  }

  public Provisioner value(String name, String value) {
    return this;
  }

  public Provisioner number(String name, Msisdn number) {
    return this;
  }
}
