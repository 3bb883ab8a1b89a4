package dev.switchboard.sandbox.web;

import dev.switchboard.sandbox.fault.Fault;
import dev.switchboard.sandbox.fault.Faults;
import dev.switchboard.sandbox.time.Loop;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Makes the faults of API requests happen. */
public final class FaultyGate implements Gate {
  /** A hanging answer ends with the sandbox, or after this. */
  private static final Duration HANG = Duration.ofHours(1);

  private final Loop loop;
  private final Faults faults;
  private final Map<String, ApiResponse> lists = new ConcurrentHashMap<>();

  /** A gate that asks for the faults of each path. */
  public FaultyGate(Loop loop, Faults faults) {
    this.loop = loop;
    this.faults = faults;
  }

  @Override
  public ApiResponse pass(ApiRequest request, Supplier<ApiResponse> api) {
    Optional<Fault> fault =
        isOurs(request.path()) ? Optional.empty() : faults.ofPath(request.path());
    return fault.isEmpty() ? remember(request, api.get()) : happen(fault.get(), request, api);
  }

  /** Faults are made for the platform's APIs, never for what controls them. */
  private static boolean isOurs(String path) {
    return path.startsWith("/sandbox") || path.startsWith("/console");
  }

  private ApiResponse happen(Fault fault, ApiRequest request, Supplier<ApiResponse> api) {
    return switch (fault.kind()) {
      case REFUSE, RESET -> throw new Dropped();
      case HANG -> {
        sleep(HANG);
        throw new Dropped();
      }
      case RESET_AFTER_COMMIT -> {
        ApiResponse lost = api.get();
        throw new Dropped(lost);
      }
      case STATUS -> refusal(fault.status());
      case SLOW -> {
        sleep(fault.delay());
        yield api.get();
      }
      case STALE_LIST -> {
        ApiResponse earlier = lists.get(key(request));
        yield earlier != null ? earlier : api.get();
      }
      case DUPLICATE, REORDER -> throw new IllegalStateException("no fault of a path: " + fault);
    };
  }

  private ApiResponse remember(ApiRequest request, ApiResponse response) {
    if (request.method().equals("GET")
        && !isOurs(request.path())
        && response.status() == 200
        && response.body().length < 1 << 20) {
      if (lists.size() > 100) {
        lists.clear();
      }
      lists.put(key(request), response);
    }
    return response;
  }

  private static String key(ApiRequest request) {
    return request.path() + request.query();
  }

  private static ApiResponse refusal(int status) {
    return status == 429
        ? Problems.tooMany().response()
        : Problems.of(status, "about:blank", "Fault", "The sandbox was told to answer this.")
            .response();
  }

  private void sleep(Duration time) {
    CountDownLatch over = new CountDownLatch(1);
    loop.after(time, over::countDown);
    try {
      over.await();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new Dropped();
    }
  }
}
