// The account's applications, in every section that their capabilities belong to; numbers are linked by choosing.
import { useEffect, useState } from "preact/hooks";
import { applications, link, numbers, remove, type Application, type PhoneNumber } from "./account";
import { Editor } from "./editor";
import { Copy, Dialog, Said } from "./parts";
import { many } from "./text";

const SECTIONS: [string, string][] = [
  ["voice", "Voice"], ["messages", "Messages"], ["rtc", "RTC"], ["verify", "Verify"], ["vbc", "VBC"], ["network_apis", "Network APIs"], ["video", "Video"],
];

export function Applications() {
  const [apps, setApps] = useState<Application[] | null>(null);
  const [phones, setPhones] = useState<PhoneNumber[]>([]);
  const [editing, setEditing] = useState<Application | "new" | null>(null);
  const [leaving, setLeaving] = useState<Application | null>(null);
  const [key, setKey] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const failed = (failure: Error) => setSaid(failure.message);
  const read = () => Promise.all([applications(), numbers()]).then(([all, mine]) => { setApps(all); setPhones(mine); }, failed);
  useEffect(() => { void read(); }, []);
  if (!apps) return said ? <Said bad>{said}</Said> : <p class="empty">Reading</p>;
  const bare = apps.filter((each) => Object.keys(each.capabilities ?? {}).length === 0);
  return (
    <div class="applications">
      <div class="bar"><p class="count" role="status">{many(apps.length, "application")}, {many(phones.length, "number")}</p><button type="button" onClick={() => setEditing("new")}>New application</button></div>
      {said && <Said bad>{said}</Said>}
      {apps.length === 0 && <p class="empty">None yet. Create one here, or run <code>switchboard apply</code> in your project.</p>}
      {[...SECTIONS, ["", "No capability"] as [string, string]].map(([capability, title]) => {
        const inside = capability ? apps.filter((each) => each.capabilities?.[capability]) : bare;
        return inside.length > 0 && (
          <section key={title} class="section" aria-label={title}>
            <h2>{title}</h2>
            {inside.map((app) => (
              <article key={app.id} class="card" aria-label={app.name}>
                <div class="bar"><h3>{app.name}</h3><button type="button" class="quiet" onClick={() => setEditing(app)}>Edit</button><button type="button" class="quiet danger" onClick={() => setLeaving(app)}>Delete</button></div>
                <p class="id"><code>{app.id}</code> <Copy text={() => app.id}>Copy id</Copy></p>
                {capability && <dl>{Object.entries(app.capabilities[capability]?.webhooks ?? {}).map(([kind, webhook]) => [<dt key={kind}>{kind}</dt>, <dd key={`${kind}-at`} class="wrap">{webhook.http_method ?? "POST"} {webhook.address || "no address"}</dd>])}</dl>}
              </article>
            ))}
          </section>
        );
      })}
      <section class="section" aria-label="Numbers">
        <h2>Numbers</h2>
        <ul class="numbers">{phones.map((phone) => (
          <li key={phone.msisdn}><label>{phone.country} {phone.msisdn}
            <select value={phone.app_id ?? ""} onChange={(event) => void link(phone, event.currentTarget.value).then(read, failed)}>
              <option value="">no application</option>
              {apps.map((app) => <option key={app.id} value={app.id}>{app.name}</option>)}
            </select></label></li>
        ))}</ul>
      </section>
      {editing && <Editor app={editing === "new" ? null : editing} onClose={() => setEditing(null)} onSaved={(saved) => {
        setEditing(null);
        const made = saved.keys?.private_key;
        if (typeof made === "string") setKey(made);
        void read();
      }} />}
      {leaving && <Leave app={leaving} onClose={() => setLeaving(null)} onGone={() => { setLeaving(null); void read(); }} />}
      {key && (
        <Dialog title="The private key" onClose={() => setKey(null)}>
          <p>This is the only time it is shown. Keep it where nobody else reads it.</p>
          <Copy text={() => key}>Copy the private key</Copy>
        </Dialog>
      )}
    </div>
  );
}

function Leave({ app, onClose, onGone }: { app: Application; onClose: () => void; onGone: () => void }) {
  const [name, setName] = useState("");
  const [said, setSaid] = useState("");
  return (
    <Dialog title={`Delete ${app.name}`} onClose={onClose}>
      <form onSubmit={(event) => { event.preventDefault(); remove(app.id).then(onGone, (failure: Error) => setSaid(failure.message)); }}>
        <p>Its numbers will reach nobody, and its tokens will be refused.</p>
        <label>Type its name to confirm <input value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>
        {said && <Said bad>{said}</Said>}
        <div class="bar"><button type="submit" class="danger" disabled={name !== app.name}>Delete</button></div>
      </form>
    </Dialog>
  );
}
