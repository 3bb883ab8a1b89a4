// One application's settings. What the form does not show goes back as it came.
import { useState } from "preact/hooks";
import { save, type Application, type Capability } from "./account";
import type { Fields } from "./api";
import { Dialog, Said } from "./parts";

/** Webhooks of each capability, and the methods that the platform takes there. */
const KINDS: Record<string, Record<string, string[]>> = {
  voice: { answer_url: ["GET", "POST"], fallback_answer_url: ["GET", "POST"], event_url: ["POST", "GET"] },
  messages: { inbound_url: ["POST"], status_url: ["POST"] },
  rtc: { event_url: ["POST", "GET"] },
  verify: { status_url: ["POST"] },
  vbc: {},
  network_apis: {},
};

export function Editor({ app, onClose, onSaved }: { app: Application | null; onClose: () => void; onSaved: (app: Application) => void }) {
  const [name, setName] = useState(app?.name ?? "");
  const [capabilities, setCapabilities] = useState<Record<string, Capability>>(structuredClone(app?.capabilities ?? {}));
  const [said, setSaid] = useState("");

  function change(capability: string, with_: Capability | null): void {
    const { [capability]: _, ...rest } = capabilities;
    setCapabilities(with_ === null ? rest : { ...rest, [capability]: with_ });
  }

  function webhook(capability: string, kind: string, field: string, value: string): void {
    const now = capabilities[capability] ?? {};
    const webhooks = { ...(now.webhooks ?? {}) };
    const one = { http_method: KINDS[capability]![kind]![0]!, ...webhooks[kind], [field]: value };
    if (one.address) webhooks[kind] = one;
    else delete webhooks[kind];
    change(capability, { ...now, webhooks });
  }

  function submit(): void {
    const { _links, id, ...kept } = (app ?? {}) as Fields;
    void _links;
    void id;
    save(app?.id ?? null, { ...kept, name, capabilities: capabilities as unknown as Fields }).then(onSaved, (failure: Error) => setSaid(failure.message));
  }

  return (
    <Dialog title={app ? `Edit ${app.name}` : "New application"} onClose={onClose}>
      <form class="editor" onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <label>Name <input value={name} onInput={(event) => setName(event.currentTarget.value)} required maxLength={200} /></label>
        {Object.entries(KINDS).map(([capability, kinds]) => {
          const on = capabilities[capability];
          return (
            <fieldset key={capability}>
              <legend><label class="check"><input type="checkbox" checked={on !== undefined} onChange={(event) => change(capability, event.currentTarget.checked ? {} : null)} /> {capability}</label></legend>
              {on !== undefined && Object.entries(kinds).map(([kind, methods]) => (
                <div key={kind} class="bar">
                  <label class="grow">{kind} <input type="url" value={on.webhooks?.[kind]?.address ?? ""} placeholder="https://" onInput={(event) => webhook(capability, kind, "address", event.currentTarget.value)} /></label>
                  <label>Method <select value={on.webhooks?.[kind]?.http_method ?? methods[0]} onChange={(event) => webhook(capability, kind, "http_method", event.currentTarget.value)}>{methods.map((each) => <option key={each}>{each}</option>)}</select></label>
                </div>
              ))}
            </fieldset>
          );
        })}
        {said && <Said bad>{said}</Said>}
        <div class="bar"><button type="submit">{app ? "Save" : "Create"}</button></div>
      </form>
    </Dialog>
  );
}
