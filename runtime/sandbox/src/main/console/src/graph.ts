// Where the boxes of the call-flow stand: a column for each step away from the platform.

export type Handler = { name: string; source: string };
export type Node = { path: string; kind: string; method: string; application: string; declared: boolean; visits: number; failures: number; handlers: Handler[] };
export type Link = { from: string; to: string; action: string; times: number };
export type Graph = { nodes: Node[]; links: Link[] };

export const WIDTH = 250;
export const BOX = 84;
const ACROSS = 130;
const DOWN = 26;
const MARGIN = 20;

export type Drawn = {
  width: number; height: number;
  boxes: { node: Node; x: number; y: number }[];
  links: { key: string; line: string; label: string; x: number; y: number }[];
};

export function layout(graph: Graph): Drawn {
  const column = columns(graph);
  const filled: number[] = [];
  const boxes = graph.nodes.map((node) => {
    const at = column.get(node.path) ?? 0;
    const row = filled[at] ?? 0;
    filled[at] = row + 1;
    return { node, x: MARGIN + at * (WIDTH + ACROSS), y: MARGIN + row * (BOX + DOWN) };
  });
  const place = new Map(boxes.map((box) => [box.node.path, box]));
  const links = graph.links.flatMap((link) => {
    const from = place.get(link.from);
    const to = place.get(link.to);
    if (!from || !to) return [];
    const ahead = to.x > from.x;
    const [x1, y1] = [from.x + WIDTH, from.y + BOX / 2];
    const [x2, y2] = [ahead ? to.x : to.x + WIDTH, to.y + BOX / 2 + (link.from === link.to ? 14 : 0)];
    const bend = ahead ? ACROSS / 2 : 70;
    const line = `M${x1} ${y1} C${x1 + bend} ${y1} ${ahead ? x2 - bend : x2 + bend} ${y2} ${x2} ${y2}`;
    return [{ key: `${link.from} ${link.action} ${link.to}`, line, label: `${link.action} ×${link.times}`, x: ahead ? (x1 + x2) / 2 : x1 + 60, y: (y1 + y2) / 2 - 6 }];
  });
  return { width: 2 * MARGIN + filled.length * (WIDTH + ACROSS), height: 2 * MARGIN + Math.max(1, ...filled.map((each) => each ?? 0)) * (BOX + DOWN), boxes, links };
}

/** How many links lie between a webhook and the platform; what nothing leads to stands first. */
function columns(graph: Graph): Map<string, number> {
  const at = new Map<string, number>();
  const reached = new Set(graph.links.filter((link) => link.from !== link.to).map((link) => link.to));
  const next = graph.nodes.filter((node) => node.declared || !reached.has(node.path)).map((node) => node.path);
  next.forEach((path) => at.set(path, 0));
  while (next.length > 0) {
    const from = next.shift()!;
    for (const link of graph.links.filter((each) => each.from === from && !at.has(each.to))) {
      at.set(link.to, at.get(from)! + 1);
      next.push(link.to);
    }
  }
  return at;
}

export function mermaid(graph: Graph): string {
  const name = new Map(graph.nodes.map((node, index) => [node.path, `n${index}`]));
  const text = (words: string) => words.replace(/"/g, "#quot;").replace(/[<>]/g, "");
  return [
    "flowchart LR",
    ...graph.nodes.map((node) => `  ${name.get(node.path)}["${text(named(node))}<br/>${text(node.kind)}${node.handlers.map((each) => `<br/>${text(handled(each))}`).join("")}"]`),
    ...graph.links.map((link) => `  ${name.get(link.from)} -->|${text(link.action)}| ${name.get(link.to)}`),
    "",
  ].join("\n");
}

/** A webhook: its method, where that is known, and its path. */
export function named(node: Node): string {
  return node.method ? `${node.method} ${node.path}` : node.path;
}

/** A method and where it stands. */
export function handled(handler: Handler): string {
  return handler.source ? `${handler.name} (${handler.source})` : handler.name;
}

/** The first of the methods behind a box, as far as there is room. */
export function inBox(handlers: Handler[]): string {
  if (handlers.length === 0) return "";
  const first = handlers[0]!;
  const more = handlers.length > 1 ? ` +${handlers.length - 1}` : "";
  const name = `${first.name.replace(/\(.*\)$/, "")}${first.source ? ` ${first.source}` : ""}`;
  const room = 38 - more.length;
  return (name.length > room ? `${name.slice(0, room - 1)}…` : name) + more;
}
