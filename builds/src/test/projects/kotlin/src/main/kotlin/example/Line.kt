package example

import dev.switchboard.annotations.AnswerUrl
import dev.switchboard.annotations.EventUrl
import dev.switchboard.annotations.VoiceApp
import dev.switchboard.webhooks.WebhookRouter
import dev.switchboard.webhooks.ncco.Ncco
import dev.switchboard.webhooks.voice.AnswerRequest
import dev.switchboard.webhooks.voice.CallEvent
import dev.switchboard.webhooks.voice.VoiceEvent

@VoiceApp(name = "Line")
class Line {
  @AnswerUrl
  fun answer(call: AnswerRequest): Ncco = Ncco.of(Ncco.talk("Hello."))

  @EventUrl
  fun over(event: CallEvent.Completed) {
    println(event)
  }

  @EventUrl
  fun event(event: VoiceEvent) {
    println(event)
  }
}

/** Generated before Kotlin is compiled, so Kotlin can name it. */
fun router(): WebhookRouter = LineRouter(Line())
