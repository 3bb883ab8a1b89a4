package dev.switchboard.webhooks.ncco;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the builders allow is valid, and comes back as it was. {@link NccoBreachesTest} is about the rest. */
class NccoPropertiesTest {
  private static final URI BASE = URI.create("https://pizza.example");

  @Provide
  Arbitrary<List<Step>> steps() {
    return AnyNcco.steps();
  }

  @Property(tries = 500)
  void whateverIsBuiltIsAccepted(@ForAll("steps") List<Step> steps) {
    assertThat(AnyNcco.of(steps).check())
        .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
        .isEmpty();
  }

  @Property(tries = 500)
  void whateverIsBuiltComesBackTheSame(@ForAll("steps") List<Step> steps) {
    Ncco ncco = AnyNcco.of(steps);
    assertThat(Ncco.parse(ncco.json().write())).isEqualTo(ncco);
    String written = ncco.write(BASE);
    Ncco back = Ncco.parse(written);
    assertThat(back.write(URI.create("http://localhost")))
        .as("nothing relative is left")
        .isEqualTo(written);
    List<Action> typed = back.actions();
    assertThat(Ncco.of(typed.get(0), typed.subList(1, typed.size()).toArray(Action[]::new)))
        .as("rebuilt of its typed actions")
        .isEqualTo(back);
    assertThat(typed)
        .extracting(Action::getClass)
        .isEqualTo(ncco.actions().stream().map(Action::getClass).toList());
  }
}
