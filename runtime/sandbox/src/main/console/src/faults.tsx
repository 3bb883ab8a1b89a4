// What goes wrong on purpose.
import { useEffect, useState } from "preact/hooks";
import { get, send } from "./api";
import { Said } from "./parts";

const TARGETS = ["answer_url", "fallback_answer_url", "event_url", "input", "record", "notify", "connect", "inbound_url", "status_url", "/v2/applications", "/account/numbers", "/v1/messages", "/v1/calls"];
const FAULTS = ["refuse", "reset", "reset-after-commit", "hang", "slow:PT2S", "duplicate", "reorder", "stale-list", "429", "500", "503"];

export function Faults() {
  const [lines, setLines] = useState<string[]>([]);
  const [target, setTarget] = useState(TARGETS[0]!);
  const [fault, setFault] = useState(FAULTS[0]!);
  const [times, setTimes] = useState(1);
  const [said, setSaid] = useState("");
  const failed = (failure: Error) => setSaid(failure.message);
  const read = () => get<string[]>("/control/faults").then(setLines, failed);
  useEffect(() => { void read(); }, []);
  return (
    <details class="faults" onToggle={() => void read()}>
      <summary>Faults{lines.length > 0 ? ` (${lines.length} waiting)` : ""}</summary>
      <form class="bar" onSubmit={(event) => {
        event.preventDefault();
        setSaid("");
        send<string[]>("POST", "/control/faults", { target, fault, times }).then(setLines, failed);
      }}>
        <label>Where <select value={target} onChange={(event) => setTarget(event.currentTarget.value)}>{TARGETS.map((each) => <option key={each}>{each}</option>)}</select></label>
        <label>What <select value={fault} onChange={(event) => setFault(event.currentTarget.value)}>{FAULTS.map((each) => <option key={each}>{each}</option>)}</select></label>
        <label>Times <input type="number" min={0} max={1000} value={times} onInput={(event) => setTimes(Number(event.currentTarget.value))} title="0: until switched off" /></label>
        <button type="submit">Switch on</button>
        <button type="button" class="quiet" disabled={lines.length === 0} onClick={() => void send("DELETE", "/control/faults").then(read, failed)}>All off</button>
      </form>
      {said && <Said bad>{said}</Said>}
      {lines.length > 0 && <ul>{lines.map((line) => <li key={line}><code>{line}</code></li>)}</ul>}
    </details>
  );
}
