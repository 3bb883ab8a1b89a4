// How things are said.
import type { Attempt } from "./api";

export function path(url: string): string {
  try {
    return new URL(url).pathname;
  } catch {
    return url;
  }
}

export function host(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

export function clock(at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? at : time.toISOString().slice(11, 23);
}

export type Outcome = "pending" | "good" | "bad";

export function outcome(attempt: Attempt): Outcome {
  if (attempt.status === undefined) return "pending";
  return attempt.status >= 200 && attempt.status < 300 && !attempt.failure ? "good" : "bad";
}

export function result(attempt: Attempt): string {
  if (attempt.status === undefined) return "under way";
  if (attempt.status === 0) return attempt.failure || "no answer";
  return attempt.failure && attempt.failure !== `HTTP ${attempt.status}` ? `${attempt.status} ${attempt.failure}` : String(attempt.status);
}

/** A number of things: 1 webhook, 2 webhooks. */
export function many(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** Why a webhook failed and what to do, in the words of the start-up log and the diagnostics. */
export function explanation(attempt: Attempt): string | null {
  if (outcome(attempt) !== "bad") return null;
  const where = host(attempt.url);
  switch (attempt.status) {
    case 0:
      return /time|answer/i.test(attempt.failure ?? "") && (attempt.latency_ms ?? 0) >= attempt.limit_ms
        ? `No answer within ${attempt.limit_ms} ms. Answer first and work later, or return a CompletionStage; a longer socketTimeout on the annotation has its limit too.`
        : `Nothing took the request at ${where}. Is the app running there, and is that its base URL in switchboard.yaml?`;
    case 401:
      return "The app refused the signature. Start it with the sandbox's signature secret in VONAGE_SIGNATURE_SECRET; a clock that is off by more than five minutes does this too.";
    case 404:
      return `No handler at ${path(attempt.url)}. The application's address and the app's routes differ: run "switchboard plan" and apply it.`;
    case 405:
      return `The app serves ${path(attempt.url)}, but not by ${attempt.method}. The method in the annotation and on the platform differ: run "switchboard plan".`;
    case 400:
      return "The app could not read the payload; its answer names the place.";
    case 413:
      return "The payload is larger than the app's limit.";
    case 500:
      return "The handler threw. The answer has an id; the app's log has the exception under that id.";
    case 503:
      return "The handler was not done in time, or the app cannot reach what it needs. The platform tries this again.";
    default:
      return attempt.failure
        ? `The answer was of no use: ${attempt.failure}.`
        : `The app answered ${attempt.status}, and the platform takes only 2xx for yes.`;
  }
}
