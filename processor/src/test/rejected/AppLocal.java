import dev.switchboard.annotations.*;

/** Nothing of these is shown to processors; javac's syntax trees are. */
class AppLocal {
  final Runnable inInitializer = () -> {
    @VbcApp(name = "Line")
    class InLambda {} // expect: SWB116
  };

  void method() {
    @dev.switchboard.annotations.VbcApp(name = "Line")
    @SwitchboardApp(path = "nothing more is said of it")
    class InMethod {} // expect: SWB116

    @AppLocal.VoiceApp
    class NoApp {}

    new Object() {
      @VbcApp(name = "Line")
      class InAnonymous {} // expect: SWB116
    };
  }

  /** Another capability than ours. */
  @interface VoiceApp {}
}
