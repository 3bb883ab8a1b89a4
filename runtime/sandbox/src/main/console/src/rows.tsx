// A list that draws only what is in sight: ten thousand rows cost no more than fifty.
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

const HEIGHT = 34;
const BEYOND = 8;

export function Rows<T extends { id: number }>({ label, items, chosen, onChoose, row }: {
  label: string; items: T[]; chosen: number | null; onChoose: (id: number) => void; row: (item: T) => JSX.Element;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [following, setFollowing] = useState(true);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => setHeight(box.current?.clientHeight ?? 600));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (following && box.current) box.current.scrollTop = items.length * HEIGHT;
  }, [items.length, following, height]);
  const place = items.findIndex((item) => item.id === chosen);
  useEffect(() => { if (chosen === null) setFollowing(true); }, [chosen]);

  const first = Math.max(0, Math.floor(top / HEIGHT) - BEYOND);
  const last = Math.min(items.length, Math.ceil((top + height) / HEIGHT) + BEYOND);

  function choose(index: number): void {
    const item = items[Math.max(0, Math.min(items.length - 1, index))];
    if (!item || !box.current) return;
    setFollowing(false);
    onChoose(item.id);
    const at = items.indexOf(item) * HEIGHT;
    if (at < box.current.scrollTop) box.current.scrollTop = at;
    if (at + HEIGHT > box.current.scrollTop + height) box.current.scrollTop = at + HEIGHT - height;
  }

  function key(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(height / HEIGHT) - 1);
    const from = place < 0 ? items.length : place;
    const to = { ArrowUp: from - 1, ArrowDown: from + 1, PageUp: from - page, PageDown: from + page, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(to);
  }

  function scrolled(): void {
    const element = box.current!;
    setTop(element.scrollTop);
    setFollowing(element.scrollTop + element.clientHeight >= element.scrollHeight - HEIGHT / 2);
  }

  return (
    <div ref={box} class="rows" role="listbox" tabIndex={0} aria-label={label} data-count={items.length}
      aria-activedescendant={place >= first && place < last ? `row-${chosen}` : undefined} onKeyDown={key} onScroll={scrolled}>
      <div role="presentation" style={{ height: `${items.length * HEIGHT}px`, position: "relative" }}>
        {items.slice(first, last).map((item, index) => (
          <div key={item.id} id={`row-${item.id}`} role="option" class="row" aria-selected={item.id === chosen}
            aria-setsize={items.length} aria-posinset={first + index + 1} onClick={() => choose(first + index)}
            style={{ position: "absolute", top: `${(first + index) * HEIGHT}px`, height: `${HEIGHT}px`, left: 0, right: 0 }}>
            {row(item)}
          </div>
        ))}
      </div>
    </div>
  );
}
