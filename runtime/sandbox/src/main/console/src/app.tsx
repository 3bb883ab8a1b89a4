// The frame: what there is to see, and whether the sandbox is there.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Applications } from "./applications";
import { Flow } from "./flow";
import { Messages } from "./messages";
import { Phone } from "./phone";
import { Plan } from "./plan";
import { useWebhooks } from "./store";
import { Timeline } from "./timeline";

const VIEWS: { name: string; title: string; view: () => JSX.Element }[] = [
  { name: "timeline", title: "Time-line", view: Timeline },
  { name: "phone", title: "Phone", view: Phone },
  { name: "messages", title: "Messages", view: Messages },
  { name: "flow", title: "Call-flow", view: Flow },
  { name: "plan", title: "Plan", view: Plan },
  { name: "applications", title: "Applications", view: Applications },
];

function here(): string {
  const name = location.hash.replace(/^#\//, "").split("/")[0] ?? "";
  return VIEWS.some((each) => each.name === name) ? name : "timeline";
}

export function App() {
  const [name, setName] = useState(here());
  const { live, refused } = useWebhooks();
  useEffect(() => {
    const moved = () => setName(here());
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
  const view = VIEWS.find((each) => each.name === name)!;
  useEffect(() => { document.title = `${view.title} · Switchboard console`; }, [name]);
  if (refused) return <Locked />;
  return (
    <div class="frame">
      <a class="skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById("main")?.focus(); }}>Skip to the view</a>
      <header>
        <p class="brand"><img src="/console/icon.svg" alt="" width="24" height="24" /> Switchboard</p>
        <nav aria-label="Views">
          {VIEWS.map((each) => (
            <a key={each.name} href={`#/${each.name}`} aria-current={each.name === name ? "page" : undefined}>{each.title}</a>
          ))}
        </nav>
        <p class={`live ${live ? "good" : "bad"}`} role="status">{live ? "live" : "no sandbox"}</p>
      </header>
      <main id="main" tabIndex={-1}>
        <h1>{view.title}</h1>
        {/* Kept alive, so that a call goes on while one looks elsewhere. */}
        {VIEWS.map((each) => (
          <section key={each.name} hidden={each.name !== name} aria-label={each.title}>
            {(each.name === name || each.name === "phone") && <each.view />}
          </section>
        ))}
      </main>
    </div>
  );
}

export function Locked() {
  return (
    <main class="locked">
      <h1>Switchboard console</h1>
      <p>Open the address that <code>switchboard sandbox</code> printed: its token lets you in. A sandbox that was started again has a new one.</p>
    </main>
  );
}
