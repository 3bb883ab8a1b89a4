// What the page knows of the webhooks: every attempt by number, drawn at most once a frame.
import { useEffect, useState } from "preact/hooks";
import { follow, type Attempt } from "./api";

/** The sandbox forgets older ones too. */
const KEPT = 12_000;

export type State = { attempts: Attempt[]; live: boolean; refused: boolean };

let rows: Attempt[] = [];
const places = new Map<number, number>();
let state: State = { attempts: rows, live: false, refused: false };
const listeners = new Set<(state: State) => void>();
let drawing = false;

function changed(change: Partial<State> = {}): void {
  state = { ...state, ...change };
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    // A new array, so that a view that remembers what it made of the old one sees the change.
    state = { ...state, attempts: rows.slice() };
    listeners.forEach((listener) => listener(state));
  });
}

function take(attempt: Attempt): void {
  const place = places.get(attempt.id);
  if (place !== undefined) {
    rows[place] = attempt;
  } else {
    places.set(attempt.id, rows.push(attempt) - 1);
  }
}

function trim(): void {
  if (rows.length <= KEPT) return;
  rows = rows.slice(rows.length - KEPT);
  places.clear();
  rows.forEach((row, place) => places.set(row.id, place));
}

export function start(): void {
  void follow(
    (batch) => {
      if (!batch.complete) {
        rows = [];
        places.clear();
      }
      batch.attempts.forEach(take);
      trim();
      changed();
    },
    (live, refused) => changed({ live, refused }),
  );
}

/** The page's knowledge, and a new drawing whenever it changes. */
export function useWebhooks(): State {
  const [seen, setSeen] = useState(state);
  useEffect(() => {
    listeners.add(setSeen);
    setSeen(state);
    return () => { listeners.delete(setSeen); };
  }, []);
  return seen;
}
