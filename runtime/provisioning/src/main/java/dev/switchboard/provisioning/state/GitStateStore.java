package dev.switchboard.provisioning.state;

import dev.switchboard.provisioning.Failure;
import dev.switchboard.provisioning.ProvisioningException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * State as a ref of its own on the project's remote: {@code refs/switchboard/<environment>/<app>}, a chain of commits with
 * one file each. A push with {@code --force-with-lease} is the compare-and-swap; the remote is the lock and the history
 * that every team already runs. No branch, index or work tree is touched. Needs the {@code git} program, 2.30 or newer.
 */
public final class GitStateStore implements StateStore {
  private static final String FILE = "state.json";
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private final Path repository;
  private final String remote;
  private final String ref;

  /**
   * State on a remote.
   *
   * @param repository a folder of the project's work tree
   * @param remote its name, usually {@code origin}
   * @param name {@code <environment>/<app>}: letters, digits, dots, dashes, underscores and slashes
   */
  public GitStateStore(Path repository, String remote, String name) {
    if (!name.matches("[A-Za-z0-9_$-][A-Za-z0-9_.$-]*(/[A-Za-z0-9_$-][A-Za-z0-9_.$-]*)*")
        || remote.startsWith("-")) {
      throw new ProvisioningException(
          Failure.INVALID,
          "\"" + name + "\" on \"" + remote + "\" is no place for state.",
          "Use a plain name.");
    }
    this.repository = repository;
    this.remote = remote;
    this.ref = "refs/switchboard/" + name;
  }

  @Override
  public Optional<Stored> read() {
    String listed = git("", Map.of(), "ls-remote", remote, ref).orThrow("read").strip();
    if (listed.isEmpty()) {
      return Optional.empty();
    }
    String commit = listed.substring(0, listed.indexOf('\t'));
    git("", Map.of(), "fetch", "--quiet", "--no-tags", remote, ref).orThrow("read");
    // Of the commit that was listed: the ref may have moved since, and then the swap will tell.
    return Optional.of(
        new Stored(git("", Map.of(), "show", commit + ":" + FILE).orThrow("read"), commit));
  }

  @Override
  public Optional<Stored> replace(@Nullable String expected, String document) {
    String blob = git(document, Map.of(), "hash-object", "-w", "--stdin")
        .orThrow("written")
        .strip();
    String tree = git("100644 blob " + blob + "\t" + FILE + "\n", Map.of(), "mktree")
        .orThrow("written")
        .strip();
    List<String> commit = new ArrayList<>(List.of("commit-tree", tree, "-m", "Switchboard state"));
    if (expected != null) {
      commit.addAll(List.of("-p", expected));
    }
    String made =
        git("", AUTHOR, commit.toArray(String[]::new)).orThrow("written").strip();
    String lease = "--force-with-lease=" + ref + ":" + (expected == null ? "" : expected);
    Outcome pushed =
        git("", Map.of(), "push", "--quiet", "--porcelain", lease, remote, made + ":" + ref);
    if (pushed.status() == 0) {
      return Optional.of(new Stored(document, made));
    }
    // A push that failed may have lost, may not have arrived, or may have lost only its answer: the
    // remote knows.
    Optional<Stored> there = read();
    if (there.filter(stored -> stored.revision().equals(made)).isPresent()) {
      return there;
    }
    if (!there.map(Stored::revision).equals(Optional.ofNullable(expected))) {
      return Optional.empty();
    }
    pushed.orThrow("written");
    return Optional.empty();
  }

  /** Whoever runs it may have no name configured; the state's own fields say what happened. */
  private static final Map<String, String> AUTHOR = Map.of(
      "GIT_AUTHOR_NAME", "Switchboard",
      "GIT_AUTHOR_EMAIL", "switchboard@localhost",
      "GIT_COMMITTER_NAME", "Switchboard",
      "GIT_COMMITTER_EMAIL", "switchboard@localhost");

  private record Outcome(int status, String output, String where) {
    String orThrow(String verb) {
      if (status == 0) {
        return output;
      }
      throw new ProvisioningException(
          Failure.UNREACHABLE,
          "The state in " + where + " cannot be " + verb + ": git ends with status " + status + ".",
          "Check that \"git fetch\" and \"git push\" work here without a question.");
    }
  }

  private Outcome git(String input, Map<String, String> variables, String... arguments) {
    List<String> line = new ArrayList<>(List.of("git", "-C", repository.toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(variables);
    // A pipeline has nobody to answer a question.
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new ProvisioningException(
          Failure.FAILED,
          "The program git cannot be started.",
          "Install it, or keep the state in a file.",
          e);
    }
    try {
      CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process));
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException ignored) {
        // Its status tells.
      }
      String text = output.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
      return new Outcome(process.waitFor(), text, describe());
    } catch (TimeoutException | ExecutionException e) {
      return new Outcome(-1, "", describe());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome(-1, "", describe());
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(Process process) {
    try {
      return new String(process.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("git's output broke", e);
    }
  }

  @Override
  public String describe() {
    return ref + " on " + remote;
  }
}
