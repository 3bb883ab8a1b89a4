package example;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import dev.switchboard.webhooks.WebhookRouter;

/** The router is made from what Dagger makes. */
@Component(modules = Serving.Wiring.class)
public interface Serving {
  WebhookRouter router();

  @Module
  interface Wiring {
    @Provides
    static BookingMapper mapper() {
      return new BookingMapperImpl();
    }

    @Provides
    static WebhookRouter router(Line line, Desk desk) {
      return new LineRouter(line, desk);
    }
  }

  static WebhookRouter make() {
    return DaggerServing.create().router();
  }
}
