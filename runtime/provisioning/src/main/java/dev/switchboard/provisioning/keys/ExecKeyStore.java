package dev.switchboard.provisioning.keys;

import dev.switchboard.provisioning.Failure;
import dev.switchboard.provisioning.ProvisioningException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keys behind a helper, as git keeps credentials: {@code <command> get <name>} prints every key of the app as PEM, one
 * after the other, and nothing where there is none; {@code <command> store <name>} reads one from its standard input. Exit
 * status 0 means done. What a helper prints is never shown.
 */
public final class ExecKeyStore implements KeyStore {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MOST_BYTES = 1024 * 1024;
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----[A-Za-z0-9+/=\\s]+-----END PRIVATE KEY-----");

  private final List<String> command;
  private final String name;

  /**
   * Keys behind a command.
   *
   * @param command the program and its first arguments; no shell reads it
   * @param name tells apart what the helper keeps, for instance {@code production/com.acme.PizzaLine}
   */
  public ExecKeyStore(List<String> command, String name) {
    this.command = List.copyOf(command);
    this.name = name;
  }

  @Override
  public List<ApplicationKey> keys() {
    List<ApplicationKey> keys = new ArrayList<>();
    Matcher found = KEY.matcher(run("get", ""));
    while (found.find()) {
      keys.add(ApplicationKey.fromPem(found.group(), describe()));
    }
    return List.copyOf(keys);
  }

  @Override
  public void store(ApplicationKey key) {
    if (!keys().contains(key)) {
      run("store", key.privatePem());
    }
  }

  private String run(String verb, String input) {
    List<String> line = new ArrayList<>(command);
    line.add(verb);
    line.add(name);
    Process process;
    try {
      process = new ProcessBuilder(line)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw failed("cannot be started", e);
    }
    try {
      CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process));
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException ignored) {
        // A helper need not read what it does not want; its status tells.
      }
      byte[] bytes = output.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
      if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failed("does not end", null);
      }
      if (process.exitValue() != 0) {
        throw failed("ends with status " + process.exitValue(), null);
      }
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (TimeoutException | ExecutionException e) {
      throw failed("does not answer", null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static byte[] read(Process process) {
    try {
      return process.getInputStream().readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new IllegalStateException("the helper's output broke", e);
    }
  }

  private ProvisioningException failed(String how, @Nullable Exception cause) {
    return new ProvisioningException(
        Failure.FAILED,
        "The key helper \"" + command.get(0) + "\" " + how + ".",
        "Run it by hand with \"get " + name + "\" to see why.",
        cause);
  }

  @Override
  public String describe() {
    return "the key helper \"" + command.get(0) + "\"";
  }
}
