// People who write, on every channel, and what the app wrote back.
import { useEffect, useState } from "preact/hooks";
import { get, send, type Fields } from "./api";
import { Said, useTail } from "./parts";
import { useWebhooks } from "./store";
import { result } from "./text";

type Step = { step: string; text?: string; message_uuid?: string; about?: string; status?: number; failure?: string; attempt?: number };
type Transcript = { title: string; steps: Step[] };

/** What the app can be told of a message that it sent. */
const STATUSES = ["delivered", "read", "rejected", "undeliverable", "submitted"];

/** What a person can send there (the platform's inbound types). */
const TYPES: Record<string, string[]> = {
  sms: ["text"],
  mms: ["text", "image", "vcard", "audio", "video"],
  rcs: ["text", "image", "video", "file", "location"],
  whatsapp: ["text", "image", "audio", "video", "file", "sticker", "location"],
  messenger: ["text", "image", "audio", "video", "file"],
  viber_service: ["text", "image", "video", "file"],
};

export function Messages() {
  const { attempts } = useWebhooks();
  const [people, setPeople] = useState<string[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [channel, setChannel] = useState("whatsapp");
  const [from, setFrom] = useState("447700900001");
  const [to, setTo] = useState("");
  const [type, setType] = useState("text");
  const [content, setContent] = useState("");
  const [said, setSaid] = useState("");
  const failed = (failure: Error) => setSaid(failure.message);
  const messages = attempts.filter((each) => each.kind.startsWith("messages.")).map(result).join();
  useEffect(() => { get<string[]>("/control/messages").then(setPeople, failed); }, [messages]);

  function write(): void {
    setSaid("");
    const body: Fields = { channel, from, wait: false };
    if (to) body.to = to;
    Object.assign(body, object(type, content));
    send("POST", "/control/messages", body).then(async () => {
      setContent("");
      setPeople(await get<string[]>("/control/messages"));
      setChosen(`${channel}:${from}`);
    }).catch(failed);
  }

  const open = chosen !== null && people.includes(chosen) ? chosen : people[people.length - 1] ?? "";
  return (
    <div class="messages">
      <form class="composer" aria-label="Write to the app" onSubmit={(event) => { event.preventDefault(); write(); }}>
        <div class="bar">
          <label>Channel <select value={channel} onChange={(event) => { setChannel(event.currentTarget.value); setType("text"); }}>{Object.keys(TYPES).map((each) => <option key={each}>{each}</option>)}</select></label>
          <label>You are <input value={from} onInput={(event) => setFrom(event.currentTarget.value)} required /></label>
          <label>To <input value={to} onInput={(event) => setTo(event.currentTarget.value)} placeholder="the only number" /></label>
          <label>Type <select value={type} onChange={(event) => setType(event.currentTarget.value)}>{TYPES[channel]!.map((each) => <option key={each}>{each}</option>)}</select></label>
        </div>
        <div class="bar">
          <label class="grow">{type === "text" ? "Text" : type === "location" ? "Latitude, longitude" : "Address of the file"}
            <input value={content} onInput={(event) => setContent(event.currentTarget.value)} required placeholder={type === "location" ? "51.5, -0.12" : type === "text" ? "" : "https://..."} />
          </label>
          <button type="submit">Send</button>
        </div>
      </form>
      {said && <Said bad>{said}</Said>}
      {people.length === 0 ? <p class="empty">Nobody has written yet.</p> : (
        <div class="threads">
          <ul class="people" aria-label="People">{people.map((each) => (
            <li key={each}><button type="button" class="quiet" aria-pressed={each === open} onClick={() => setChosen(each)}>{each.replace(":", " · ")}</button></li>
          ))}</ul>
          <Thread key={open} person={open} version={messages} />
        </div>
      )}
    </div>
  );
}

function object(type: string, content: string): Fields {
  if (type === "text") return { message_type: "text", text: content };
  if (type === "location") {
    const [lat, long] = content.split(",").map(Number);
    return { message_type: "location", location: { lat: lat ?? 0, long: long ?? 0 } };
  }
  return { message_type: type, [type]: { url: content } };
}

function Thread({ person, version }: { person: string; version: string }) {
  const [thread, setThread] = useState<Transcript | null>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const gone = new AbortController();
    const [channel, ...name] = person.split(":");
    get<Transcript>(`/control/messages/${encodeURIComponent(channel!)}/${encodeURIComponent(name.join(":"))}`, gone.signal).then((now) => { setThread(now); setSaid(""); }, (failure: Error) => {
      if (!gone.signal.aborted) setSaid(failure.message);
    });
    return () => gone.abort();
  }, [person, version]);
  const log = useTail<HTMLOListElement>(thread?.steps.length ?? 0);
  if (said) return <Said bad>{said}</Said>;
  if (!thread) return <p class="empty">Reading</p>;
  return (
    <ol class="log thread" ref={log} aria-label={thread.title} tabIndex={0}>
      {thread.steps.map((step, index) => <li key={index} class={step.step}>{line(step)}{step.step === "got" && step.message_uuid && <Status uuid={step.message_uuid} />}</li>)}
    </ol>
  );
}

/** One more status of a message, as the platform would tell it. */
function Status({ uuid }: { uuid: string }) {
  const [status, setStatus] = useState(STATUSES[0]!);
  const [said, setSaid] = useState("");
  return (
    <form class="bar" aria-label="Status of this message" onSubmit={(event) => {
      event.preventDefault();
      setSaid("");
      send("POST", `/control/messages/${uuid}/statuses`, { status }).catch((failure: Error) => setSaid(failure.message));
    }}>
      <select aria-label="Status" value={status} onChange={(event) => setStatus(event.currentTarget.value)}>{STATUSES.map((each) => <option key={each}>{each}</option>)}</select>
      <button type="submit" class="quiet">Tell the app</button>
      {said && <Said bad>{said}</Said>}
    </form>
  );
}

function line(step: Step): string {
  if (step.step !== "webhook") return step.text ?? "";
  return `${step.about ?? ""}${(step.attempt ?? 1) > 1 ? ` (attempt ${step.attempt})` : ""} → ${step.status || step.failure || "under way"}`;
}
