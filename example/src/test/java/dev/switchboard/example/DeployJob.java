package dev.switchboard.example;

import dev.switchboard.provisioning.Msisdn;
import dev.switchboard.provisioning.Plan;
import java.net.URI;

/** What {@code docs/deploying.md} shows of a deploy job. */
final class DeployJob {
  private DeployJob() {}

  public static void main(String... args) {
    Plan plan = PizzaLineProvisioner.of(
            URI.create("https://pizza.example"), "production", Msisdn.of("447700900123"))
        .plan();
    System.out.println(plan);
    if (plan.refusals().isEmpty()) {
      plan.apply();
    }
  }
}
