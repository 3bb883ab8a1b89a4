package example;

import dev.switchboard.annotations.AnswerUrl;
import dev.switchboard.annotations.SwitchboardApp;
import dev.switchboard.annotations.VoiceApp;
import dev.switchboard.webhooks.CallState;
import dev.switchboard.webhooks.ncco.Ncco;
import dev.switchboard.webhooks.voice.AnswerRequest;
import javax.inject.Inject;
import lombok.NonNull;
import lombok.RequiredArgsConstructor;

/** Lombok writes its constructor, Dagger calls that, MapStruct writes what it is given. */
@VoiceApp(name = "Line")
@SwitchboardApp(handlers = Desk.class)
@RequiredArgsConstructor(onConstructor_ = @Inject)
public class Line {
  private final @NonNull BookingMapper mapper;

  @AnswerUrl
  Ncco answer(AnswerRequest call, CallState<Booking> state) {
    Booking booking = mapper.booking(new Order("a taxi"));
    return Ncco.of(Ncco.talk(booking.getWhat()));
  }
}
