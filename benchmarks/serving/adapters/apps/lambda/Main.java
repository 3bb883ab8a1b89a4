package line;

import dev.switchboard.awslambda.LambdaWebhooks;

/** Our function. */
public final class Main extends LambdaWebhooks {
  public Main() {
    super(Line.webhooks());
  }

  public static void main(String... args) throws Exception {
    Invocations.run(Main::new, args);
  }
}
