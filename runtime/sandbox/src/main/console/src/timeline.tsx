// Every webhook as it happens, with its answer; replay and faults beside it.
import { useEffect, useMemo, useState } from "preact/hooks";
import { get, send, type Attempt, type WholeAttempt } from "./api";
import { Faults } from "./faults";
import { handled } from "./graph";
import { Copy, Said, pretty } from "./parts";
import { Rows } from "./rows";
import { useWebhooks } from "./store";
import { clock, explanation, many, outcome, path, result } from "./text";

export function Timeline() {
  const { attempts } = useWebhooks();
  const [chosen, setChosen] = useState<number | null>(null);
  const [words, setWords] = useState("");
  const [failed, setFailed] = useState(false);
  const shown = useMemo(() => {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    return attempts.filter((each) => (!failed || outcome(each) === "bad")
      && wanted.every((word) => `${each.kind} ${each.about} ${each.method} ${each.url} ${each.status ?? ""} ${each.failure ?? ""} ${each.uuid ?? ""}`.toLowerCase().includes(word)));
  }, [attempts, words, failed]);
  const bad = useMemo(() => attempts.filter((each) => outcome(each) === "bad").length, [attempts]);
  return (
    <div class={`split ${chosen === null ? "" : "open"}`}>
      <div class="list">
        <div class="bar">
          <label class="grow">Find <input type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} placeholder="path, kind, status, call" /></label>
          <label class="check"><input type="checkbox" checked={failed} onChange={(event) => setFailed(event.currentTarget.checked)} /> failures only</label>
          <button type="button" disabled={attempts.length === 0} onClick={() => void send("POST", "/webhooks/replay")}>Replay all</button>
        </div>
        <p class="count" role="status">{count(attempts.length, shown.length, bad)}</p>
        {attempts.length === 0
          ? <p class="empty">No webhook yet. Make a call under <a href="#/phone">Phone</a> or write under <a href="#/messages">Messages</a>.</p>
          : <Rows label="Webhooks" items={shown} chosen={chosen} onChoose={setChosen} row={(each) => <Line attempt={each} />} />}
        <Faults />
      </div>
      {chosen !== null && <Detail id={chosen} version={result(attempts.find((each) => each.id === chosen) ?? ({} as Attempt))} onClose={() => setChosen(null)} />}
    </div>
  );
}

function count(all: number, shown: number, bad: number): string {
  const some = shown === all ? many(all, "webhook") : `${shown} of ${many(all, "webhook")}`;
  return bad === 0 ? some : `${some}, ${bad} failed`;
}

function Line({ attempt }: { attempt: Attempt }) {
  const how = outcome(attempt);
  return (
    <>
      <span class="time">{clock(attempt.at)}</span>
      <span class="method">{attempt.method}</span>
      <span class="path">{path(attempt.url)}</span>
      <span class="about">{attempt.about}{attempt.attempt > 1 ? ` (attempt ${attempt.attempt})` : ""}</span>
      <span class={`pill ${how}`}>{result(attempt)}</span>
      <span class="latency">{attempt.latency_ms === undefined ? "" : `${attempt.latency_ms} ms`}</span>
    </>
  );
}

function Detail({ id, version, onClose }: { id: number; version: string; onClose: () => void }) {
  const [whole, setWhole] = useState<WholeAttempt | null>(null);
  const [said, setSaid] = useState<{ bad: boolean; text: string } | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    setSaid(null);
    get<WholeAttempt>(`/webhooks/${id}`, gone.signal).then(setWhole, (failure: Error) => {
      if (!gone.signal.aborted) setSaid({ bad: true, text: failure.message });
    });
    return () => gone.abort();
  }, [id, version]);
  if (!whole) return <aside class="detail" aria-label="Webhook">{said && <Said bad>{said.text}</Said>}</aside>;
  const why = explanation(whole);
  return (
    <aside class="detail" aria-label={`Webhook ${whole.id}`}>
      <div class="bar">
        <h2>{whole.method} {path(whole.url)}</h2>
        <button type="button" onClick={() => void send("POST", `/webhooks/${id}/replay`).then(
          () => setSaid({ bad: false, text: "Sent again, freshly signed." }), (failure: Error) => setSaid({ bad: true, text: failure.message }))}>Replay</button>
        <button type="button" class="quiet" onClick={onClose}>Close</button>
      </div>
      {said && <Said bad={said.bad}>{said.text}</Said>}
      {why && <p class="why" role="note">{why}</p>}
      <dl>
        <dt>Webhook</dt><dd>{whole.kind}, {whole.about || "no details"}</dd>
        <dt>Address</dt><dd class="wrap">{whole.url}</dd>
        {whole.handlers.length > 0 && <><dt>Handler</dt><dd class="wrap">{whole.handlers.map(handled).join(", ")}</dd></>}
        <dt>Signature</dt><dd>{!whole.signed ? "not signed by the platform" : whole.status === 401 ? "signed, refused by the app" : "signed (HS256, payload_hash)"}</dd>
        <dt>Answer</dt><dd><span class={`pill ${outcome(whole)}`}>{result(whole)}</span></dd>
        <dt>Latency</dt><dd><Latency attempt={whole} /></dd>
      </dl>
      {whole.actions && whole.actions.length > 0 && <>
        <h3>NCCO</h3>
        <ol class="steps">{whole.actions.map((action) => <li key={action}>{action}</li>)}</ol>
      </>}
      <div class="bar"><h3>Payload</h3><Copy text={() => JSON.stringify(whole.payload, null, 2)}>Copy</Copy></div>
      <pre tabIndex={0} aria-label="Payload">{JSON.stringify(whole.payload, null, 2)}</pre>
      {whole.answer && <><h3>Answer body</h3><pre tabIndex={0} aria-label="Answer body">{pretty(whole.answer)}</pre></>}
    </aside>
  );
}

function Latency({ attempt }: { attempt: Attempt }) {
  if (attempt.latency_ms === undefined) return <>under way</>;
  return <>
    <meter min={0} max={attempt.limit_ms} high={attempt.limit_ms * 0.5} optimum={0} value={attempt.latency_ms} aria-label="Latency against the time-out" /> {attempt.latency_ms} of {attempt.limit_ms} ms
  </>;
}
