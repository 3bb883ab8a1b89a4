// Small pieces that several views use.
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** A line that says what went wrong or right; read out by screen readers. */
export function Said({ bad, children }: { bad?: boolean; children: ComponentChildren }) {
  return children ? <p class={`said ${bad ? "bad" : "good"}`} role={bad ? "alert" : "status"}>{children}</p> : null;
}

/** Keeps its width when it says that it is done: else a click on its neighbour would move the neighbour away from under it. */
export function Copy({ text, children }: { text: () => string; children: ComponentChildren }) {
  const [done, setDone] = useState(false);
  return (
    <button type="button" class="quiet copy" onClick={() => void copied(text()).then(() => setDone(true))} onBlur={() => setDone(false)}>
      <span class={done ? "instead" : ""}>{children}</span>
      {done && <span class="done">Copied</span>}
    </button>
  );
}

async function copied(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/** A dialog of the browser's own: it keeps the focus and closes by Escape. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => { dialog.current?.showModal(); }, []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-label={title}>
      <div class="bar"><h2>{title}</h2><button type="button" class="quiet" onClick={() => dialog.current?.close()}>Close</button></div>
      {children}
    </dialog>
  );
}

/** A list that shows its newest line, unless somebody has scrolled up to read. It moves itself alone, not the page. */
export function useTail<T extends HTMLElement>(count: number): { current: T | null } {
  const list = useRef<T>(null);
  const following = useRef(true);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const scrolled = () => { following.current = element.scrollTop + element.clientHeight >= element.scrollHeight - 120; };
    element.addEventListener("scroll", scrolled);
    return () => element.removeEventListener("scroll", scrolled);
  }, [count]);
  useLayoutEffect(() => {
    if (following.current && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [count]);
  return list;
}

export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
