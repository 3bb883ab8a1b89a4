// What the project wants, what it was made by the last apply, and what is live, side by side.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { get, type Json } from "./api";
import { Said } from "./parts";
import { useWebhooks } from "./store";
import { many } from "./text";

type Row = { path: string; desired?: Json; last_applied?: Json; live?: Json };
type Project = { app: string; environment: string; application_id: string; exists: boolean; rows: Row[] };

export function Plan() {
  const { attempts } = useWebhooks();
  const [projects, setProjects] = useState<Project[] | null>(null);
  const [different, setDifferent] = useState(false);
  const [said, setSaid] = useState("");
  const read = () => get<Project[]>("/projects").then(setProjects, (failure: Error) => setSaid(failure.message));
  useEffect(() => {
    const later = setTimeout(() => void read(), 150);
    return () => clearTimeout(later);
  }, [attempts]);
  if (said) return <Said bad>{said}</Said>;
  if (!projects) return <p class="empty">Reading</p>;
  if (projects.length === 0) return <p class="empty">No project has told what it wants yet: <code>switchboard dev</code>, <code>plan</code> and <code>apply</code> do, when the environment is this sandbox.</p>;
  return (
    <div class="plan">
      <div class="bar">
        <p class="count" role="status">{many(projects.length, "project")}</p>
        <label class="check"><input type="checkbox" checked={different} onChange={(event) => setDifferent(event.currentTarget.checked)} /> differences only</label>
        <button type="button" class="quiet" onClick={() => void read()}>Look again</button>
      </div>
      {projects.map((project) => <Sides key={`${project.app} ${project.environment}`} project={project} different={different} />)}
    </div>
  );
}

function Sides({ project, different }: { project: Project; different: boolean }) {
  const title = `${project.app} in ${project.environment}`;
  const open = project.rows.filter((row) => verdict(row).open);
  const shown = different ? open : project.rows;
  return (
    <section class="section" aria-label={title}>
      <h2>{title}</h2>
      <p class="count">{summary(project, open.length)}</p>
      {shown.length > 0 && (
        <div class="scroll" tabIndex={0} role="region" aria-label={`Values of ${title}`}>
          <table>
            <thead><tr><th scope="col">Value</th><th scope="col">Desired</th><th scope="col">Last applied</th><th scope="col">Live</th><th scope="col">What it means</th></tr></thead>
            <tbody>{shown.map((row) => {
              const means = verdict(row);
              return (
                <tr key={row.path} class={means.open ? "open" : ""}>
                  <th scope="row">{breaking(shortName(row.path))}</th><td>{breaking(text(row.desired))}</td><td>{breaking(text(row.last_applied))}</td><td>{breaking(text(row.live))}</td><td>{means.text}</td>
                </tr>
              );
            })}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function summary(project: Project, open: number): string {
  if (project.application_id === "") return "Not applied yet.";
  if (!project.exists) return `The application ${project.application_id} is gone; apply makes a new one.`;
  return open === 0 ? "The platform is what the project says." : `${many(open, "value")} not as the project says.`;
}

/** What an apply would do with a value, in the words of the plan. */
function verdict(row: Row): { open: boolean; text: string } {
  const desired = text(row.desired), applied = text(row.last_applied), live = text(row.live);
  if (row.desired === undefined && row.last_applied === undefined) return { open: false, text: "not of the project; left as it is" };
  if (desired === live) return { open: false, text: desired === applied ? "as applied" : "as desired" };
  // The platform's own default: a value that was never written is none that was changed.
  if (row.path === "privacy.improve_ai" && row.last_applied === undefined) return { open: false, text: "set when the application is made" };
  if (applied === live) return { open: true, text: row.desired === undefined ? "apply removes it" : row.live === undefined ? "apply adds it" : "apply changes it" };
  return { open: true, text: desired === applied ? "changed elsewhere; apply brings it back" : "changed here and elsewhere" };
}

/** As the plan on the command line names a value: voice.answer_url.address. */
function shortName(path: string): string {
  return path.startsWith("capabilities.") ? path.slice("capabilities.".length).replace(".webhooks.", ".") : path;
}

/** A long name or address may go on in the next line, where a reader expects it: behind a dot, a slash or an underscore. */
function breaking(words: string): ComponentChildren[] {
  return words.split(/(?<=[./_])/).flatMap((part, index) => index === 0 ? [part] : [<wbr key={index} />, part]);
}

function text(value: Json | undefined): string {
  return value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
}
