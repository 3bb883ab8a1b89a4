package dev.switchboard.provisioning.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What editors are told by the schema, and what the reader does, is the same. */
class ConfigSchemaTest {
  private static final Schema SCHEMA = schema();

  @Test
  void acceptsTheWholeFile() {
    assertThat(SCHEMA.validate(ConfigurationTest.WHOLE, InputFormat.YAML)).isEmpty();
  }

  static Stream<String> wrong() {
    return Stream.of(
        "{ environments: {} }",
        "{ enviroments: { a: { baseUrl: x } } }",
        "{ environments: { a: { baseURl: x } } }",
        "{ environments: { 'a b': { baseUrl: x } } }",
        "{ environments: { a: {} } }",
        "{ environments: { a: { protect: 'true' } } }",
        "{ environments: { a: { values: 3 } } }",
        "{ environments: { a: { keys: vault } } }",
        "{ environments: { a: { keys: exec } } }",
        "{ environments: { a: { state: s3 } } }",
        "{ environments: { a: { account: { apiSecret: plain } } } }",
        "{ environments: { a: { account: { secret: '${X}' } } } }",
        "{ environments: { a: { apps: { b.C: { protect: true } } } } }");
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesWhatTheReaderRefuses(String yaml) {
    assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isNotEmpty();
    assertThat(refusedByReader(yaml)).isTrue();
  }

  static Stream<String> right() {
    return Stream.of(
        "{ environments: { a: { baseUrl: x } } }",
        "{ $schema: y, environments: { a: { sandbox: 'http://127.0.0.1:1', keys: env, state: 'git: upstream' } } }",
        "{ environments: { a: { keys: 'file: ~/keys', values: , numbers: { n: 447700900001 }, apps: { b.C: } } } }");
  }

  @ParameterizedTest
  @MethodSource("right")
  void acceptsWhatTheReaderAccepts(String yaml) {
    assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isEmpty();
    assertThat(refusedByReader(yaml)).isFalse();
  }

  private static boolean refusedByReader(String yaml) {
    try {
      Configuration.parse(yaml, "c.yaml");
      return false;
    } catch (ConfigException refused) {
      return true;
    }
  }

  private static Schema schema() {
    try (InputStream in = Objects.requireNonNull(
        Configuration.class.getResourceAsStream("/META-INF/switchboard/switchboard.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(in, InputFormat.JSON);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
