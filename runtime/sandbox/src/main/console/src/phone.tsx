// A phone: choose a number, call it, hear, press, speak, hang up. Several calls at once.
import { useEffect, useRef, useState } from "preact/hooks";
import { applications, numbers, type PhoneNumber } from "./account";
import { get, send } from "./api";
import { Copy, Said, useTail } from "./parts";
import { many, path } from "./text";

type Step = { step: string; at: string; text?: string; kind?: string; about?: string; method?: string; url?: string; status?: number; failure?: string; actions?: string[] };
type Transcript = { title: string; earlier: number; steps: Step[] };
type Call = { uuid: string; status: string; over: boolean; done: boolean; listens: boolean; transcript: Transcript };

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

export function Phone() {
  const [linked, setLinked] = useState<PhoneNumber[] | null>(null);
  const [from, setFrom] = useState("447700900001");
  const [to, setTo] = useState("");
  const [calls, setCalls] = useState<string[]>([]);
  const [aloud, setAloud] = useState(false);
  const [said, setSaid] = useState("");
  const failed = (failure: Error) => setSaid(failure.message);

  function look(): void {
    Promise.all([applications(), numbers()]).then(([apps, all]) => {
      const voice = new Set(apps.filter((each) => each.capabilities.voice).map((each) => each.id));
      const mine = all.filter((each) => each.app_id !== undefined && voice.has(each.app_id));
      setLinked(mine);
      setTo((chosen) => mine.some((each) => each.msisdn === chosen) ? chosen : mine[0]?.msisdn ?? "");
    }, failed);
  }
  useEffect(() => {
    look();
    get<string[]>("/control/calls").then((all) => setCalls(all.slice(-5).reverse()), failed);
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, []);

  return (
    <div class="phone">
      <form class="bar" onSubmit={(event) => {
        event.preventDefault();
        setSaid("");
        send<Call>("POST", "/control/calls", { from, to, wait: false }).then((call) => setCalls((all) => [call.uuid, ...all]), failed);
      }}>
        <label>You are <input value={from} onInput={(event) => setFrom(event.currentTarget.value)} inputMode="tel" required pattern="[0-9]{7,15}" title="7 to 15 digits, country code first" /></label>
        <label>Call <select value={to} onChange={(event) => setTo(event.currentTarget.value)} required>
          {(linked ?? []).map((each) => <option key={each.msisdn}>{each.msisdn}</option>)}
        </select></label>
        <button type="submit" disabled={!to}>Call</button>
        <label class="check"><input type="checkbox" checked={aloud} onChange={(event) => {
          setAloud(event.currentTarget.checked);
          speechSynthesis.cancel();
        }} /> read aloud</label>
      </form>
      {said && <Said bad>{said}</Said>}
      {linked?.length === 0 && <p class="empty">No number reaches an application with voice. Link one under <a href="#/applications">Applications</a>, or run <code>switchboard apply</code>.</p>}
      <div class="cards">{calls.map((uuid) => <CallCard key={uuid} uuid={uuid} aloud={aloud} />)}</div>
    </div>
  );
}

function CallCard({ uuid, aloud }: { uuid: string; aloud: boolean }) {
  const [call, setCall] = useState<Call | null>(null);
  const [words, setWords] = useState("");
  const [said, setSaid] = useState("");
  const spoken = useRef(0);
  const doing = useRef<Promise<unknown>>(Promise.resolve());

  useEffect(() => {
    const gone = new AbortController();
    void (async () => {
      let seen = -1;
      while (!gone.signal.aborted) {
        try {
          const now: Call = await get<Call>(`/control/calls/${uuid}${seen < 0 ? "" : `?steps_after=${seen}`}`, gone.signal);
          seen = now.transcript.earlier + now.transcript.steps.length;
          setCall((before) => ({ ...now, transcript: together(before?.transcript, now.transcript) }));
          if (now.done) return;
        } catch (failure) {
          if (!gone.signal.aborted) setSaid((failure as Error).message);
          return;
        }
      }
    })();
    return () => gone.abort();
  }, [uuid]);

  const steps = call?.transcript.steps ?? [];
  // Places are counted from the start of the call, also where its first steps are forgotten.
  const earlier = call?.transcript.earlier ?? 0;
  const total = earlier + steps.length;
  const log = useTail<HTMLOListElement>(total);
  useEffect(() => {
    if (aloud) steps.slice(Math.max(0, spoken.current - earlier)).filter((each) => each.step === "heard").forEach((each) => speechSynthesis.speak(new SpeechSynthesisUtterance(each.text ?? "")));
    spoken.current = total;
  }, [total]);

  // One after another: two requests at once may arrive in either order, and keys have one.
  const act = (action: string, body: Record<string, string>) => {
    doing.current = doing.current.then(() => send<Call>("POST", `/control/calls/${uuid}/${action}`, { ...body, wait: false }))
      .then(() => setSaid(""), (failure: Error) => setSaid(failure.message));
  };
  if (!call) return <article class="card" aria-label="Call">{said ? <Said bad>{said}</Said> : "Ringing"}</article>;
  const key = (event: KeyboardEvent) => {
    if (call.over || event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement || !KEYS.includes(event.key)) return;
    event.preventDefault();
    act("press", { digits: event.key });
  };
  return (
    <article class="card" aria-label={call.transcript.title} onKeyDown={key}>
      <div class="bar"><h2>{call.transcript.title}</h2><span class={`pill ${call.over ? "pending" : "good"}`} role="status">{call.status}</span></div>
      {earlier > 0 && <p class="count">{many(earlier, "earlier step")} not kept</p>}
      <ol class={`log ${steps.length > 200 ? "long" : ""}`} ref={log} aria-label="What happened" tabIndex={0}>{steps.map((step, index) => <li key={earlier + index} class={step.step}>{line(step)}</li>)}</ol>
      {said && <Said bad>{said}</Said>}
      {!call.over && <>
        <div class="keys" role="group" aria-label="Keys">{KEYS.map((key) => <button key={key} type="button" onClick={() => act("press", { digits: key })}>{key}</button>)}</div>
        <form class="bar" onSubmit={(event) => { event.preventDefault(); act("say", { text: words }); setWords(""); }}>
          <label class="grow">Say <input value={words} onInput={(event) => setWords(event.currentTarget.value)} required /></label>
          <button type="submit">Speak</button>
          <button type="button" class="danger" onClick={() => act("hangup", {})}>Hang up</button>
        </form>
      </>}
      <Copy text={() => asTest(call)}>Copy as JUnit test</Copy>
    </article>
  );
}

/** The sandbox forgets the first steps of a very long call; the page keeps what it has seen of them. */
function together(before: Transcript | undefined, now: Transcript): Transcript {
  if (!before || before.earlier >= now.earlier || before.earlier + before.steps.length < now.earlier) return now;
  return { ...now, earlier: before.earlier, steps: [...before.steps.slice(0, now.earlier - before.earlier), ...now.steps] };
}

function line(step: Step): string {
  switch (step.step) {
    case "heard": return `“${step.text ?? ""}”`;
    case "webhook": return `${step.method} ${path(step.url ?? "")} ${step.about ?? ""} → ${step.status || step.failure || "under way"}`;
    default: return step.text ?? "";
  }
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** The call as a test with the kit: what was heard and done, in its order. */
function asTest(call: Call): string {
  const from = /\d{7,15}/.exec(call.transcript.title)?.[0] ?? "447700900001";
  const body = call.transcript.steps.flatMap((step) => {
    const pressed = /^presses (.+)$/.exec(step.text ?? "");
    const spoken = /^says "(.*)"$/s.exec(step.text ?? "");
    if (step.step === "heard") return [`call.hears(${quoted(step.text ?? "")});`];
    if (step.step === "did" && pressed) return [`call.press(${quoted(pressed[1]!)});`];
    if (step.step === "did" && spoken) return [`call.says(${quoted(spoken[1]!)});`];
    if (step.step === "did" && /hangs up/.test(step.text ?? "")) return ["call.hangUp();"];
    return [];
  });
  return ["@Test", "void replaysTheCall(Sandbox sandbox) {", `  Call call = sandbox.call(${quoted(from)});`, ...body.map((each) => `  ${each}`), "}", ""].join("\n");
}
