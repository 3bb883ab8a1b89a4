// The only door to the sandbox. Every request carries the token of the page's address, kept for this tab alone.

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Fields = { [name: string]: Json };

const ROOT = "/console/api";
const KEPT = "switchboard-token";

/** Takes the token out of the address, so that no screenshot and no bookmark holds it. */
export function takeToken(): boolean {
  const shown = /^#token=([\w-]+)/.exec(location.hash);
  if (shown) {
    sessionStorage.setItem(KEPT, shown[1]!);
    history.replaceState(null, "", `${location.pathname}#/timeline`);
  }
  return sessionStorage.getItem(KEPT) !== null;
}

function headers(more: Record<string, string> = {}): Record<string, string> {
  return { Authorization: `Bearer ${sessionStorage.getItem(KEPT) ?? ""}`, ...more };
}

/** What a refused request says, in one sentence. */
export class Refused extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

async function explained(response: Response): Promise<Refused> {
  const text = await response.text();
  try {
    const body = JSON.parse(text) as Fields;
    const wrong = body.invalid_parameters;
    const parts = Array.isArray(wrong)
      ? wrong.map((each) => { const one = each as Fields; return `${String(one.name)}: ${String(one.reason)}`; })
      : [];
    const said = [body.detail ?? body["error-code-label"] ?? body.title, ...parts].filter(Boolean).join("; ");
    return new Refused(response.status, said || `status ${response.status}`);
  } catch {
    return new Refused(response.status, text || `status ${response.status}`);
  }
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(ROOT + path, { headers: headers(), ...(signal ? { signal } : {}) });
  if (!response.ok) throw await explained(response);
  return (await response.json()) as T;
}

export async function send<T>(method: string, path: string, body?: Json): Promise<T> {
  const init: RequestInit = { method, headers: headers() };
  if (body !== undefined) {
    init.headers = headers({ "Content-Type": "application/json" });
    init.body = JSON.stringify(body);
  }
  return answer<T>(await fetch(ROOT + path, init));
}

/** The Numbers API takes forms. */
export async function form<T>(path: string, fields: Record<string, string>): Promise<T> {
  return answer<T>(await fetch(ROOT + path, {
    method: "POST",
    headers: headers({ "Content-Type": "application/x-www-form-urlencoded" }),
    body: new URLSearchParams(fields).toString(),
  }));
}

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) throw await explained(response);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export type Batch = { complete: boolean; attempts: Attempt[] };

export type Attempt = {
  id: number; at: string; kind: string; about: string; method: string; url: string; attempt: number;
  signed: boolean; limit_ms: number; application?: string; uuid?: string;
  status?: number; failure?: string; latency_ms?: number;
};

export type WholeAttempt = Attempt & { payload: Fields; answer?: string; actions?: string[]; handlers: { name: string; source: string }[] };

/** Follows the webhooks for as long as the page lives. EventSource cannot send a header, so the events are read by hand. */
export async function follow(onBatch: (batch: Batch) => void, onState: (live: boolean, refused: boolean) => void): Promise<never> {
  let last = 0;
  for (;;) {
    try {
      const response = await fetch(`${ROOT}/webhooks?after=${last}`, { headers: headers() });
      if (!response.ok || !response.body) {
        onState(false, response.status === 401);
      } else {
        onState(true, false);
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        let rest = "";
        for (;;) {
          const { done, value } = await reader.read();
          if (done) break;
          const events = (rest + value).split("\n\n");
          rest = events.pop() ?? "";
          for (const event of events) {
            const id = /^id: (\d+)/m.exec(event);
            const data = /^data: (.*)$/m.exec(event);
            if (data) onBatch(JSON.parse(data[1]!) as Batch);
            if (id) last = Number(id[1]);
          }
        }
      }
    } catch {
      // The sandbox stopped, or starts again: shown, and tried again.
    }
    onState(false, false);
    await new Promise((later) => setTimeout(later, 1000));
  }
}
