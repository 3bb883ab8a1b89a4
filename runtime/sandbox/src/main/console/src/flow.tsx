// The application as a picture: each webhook, what led where in this run, coloured by what was visited.
import { useEffect, useRef, useState } from "preact/hooks";
import { get } from "./api";
import { handled, inBox, layout, mermaid, named, WIDTH, BOX, type Graph } from "./graph";
import { Copy, Said } from "./parts";
import { useWebhooks } from "./store";
import { many } from "./text";

export function Flow() {
  const { attempts } = useWebhooks();
  const [graph, setGraph] = useState<Graph | null>(null);
  const [said, setSaid] = useState("");
  const picture = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const later = setTimeout(() => get<Graph>("/flow").then(setGraph, (failure: Error) => setSaid(failure.message)), 150);
    return () => clearTimeout(later);
  }, [attempts]);
  if (said) return <Said bad>{said}</Said>;
  if (!graph) return <p class="empty">Reading</p>;
  if (graph.nodes.length === 0) return <p class="empty">No application has a webhook yet. Create one under <a href="#/applications">Applications</a>, or run <code>switchboard apply</code>.</p>;
  const drawn = layout(graph);
  const visited = graph.nodes.filter((each) => each.visits > 0).length;
  return (
    <div class="flow">
      <div class="bar">
        <p class="count" role="status">{visited} of {many(graph.nodes.length, "webhook")} visited in this run</p>
        <button type="button" onClick={() => download(picture.current!)}>Save as SVG</button>
        <Copy text={() => mermaid(graph)}>Copy as Mermaid</Copy>
      </div>
      <div class="scroll" tabIndex={0} role="region" aria-label="Picture of the call-flow">
        <svg ref={picture} xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${drawn.width} ${drawn.height}`} width={drawn.width} height={drawn.height} role="img" aria-label={`Call-flow with ${graph.nodes.length} webhooks`}>
          <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0l8 4-8 4z" class="tip" /></marker></defs>
          {drawn.links.map((each) => (
            <g key={each.key} class="link">
              <path d={each.line} marker-end="url(#tip)" />
              <text x={each.x} y={each.y} text-anchor="middle">{each.label}</text>
            </g>
          ))}
          {drawn.boxes.map(({ node, x, y }) => (
            <g key={node.path} class={`node ${node.failures > 0 ? "bad" : node.visits > 0 ? "good" : ""}`} transform={`translate(${x} ${y})`}>
              <title>{`${named(node)}: ${many(node.visits, "visit")}, ${node.failures} failed${node.handlers.map((each) => `; ${handled(each)}`).join("")}`}</title>
              <rect width={WIDTH} height={BOX} rx="8" />
              <text x="12" y="20" class="kind">{node.kind}{node.application ? ` · ${node.application}` : ""}</text>
              <text x="12" y="38">{named(node)}</text>
              <text x="12" y="72" class="kind">{inBox(node.handlers)}</text>
              <text x="12" y="55" class="kind">{node.visits === 0 ? "not visited" : `${many(node.visits, "visit")}${node.failures ? `, ${node.failures} failed` : ""}`}</text>
            </g>
          ))}
        </svg>
      </div>
      <ul class="unseen">{graph.nodes.filter((each) => each.handlers.length > 0).map((each) => <li key={each.path}>{each.path} is handled by {each.handlers.map(handled).join(", ")}</li>)}{graph.links.map((each) => <li key={`${each.from} ${each.action} ${each.to}`}>{each.from} leads by {each.action} to {each.to}, {many(each.times, "time")}</li>)}</ul>
    </div>
  );
}

/** The picture with its colours in it, for a document. */
function download(picture: SVGSVGElement): void {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const from = [picture, ...picture.querySelectorAll("*")];
  const to = [copy, ...copy.querySelectorAll("*")];
  from.forEach((element, index) => {
    const style = getComputedStyle(element);
    for (const name of ["fill", "stroke", "stroke-width", "font-family", "font-size"]) to[index]!.setAttribute(name, style.getPropertyValue(name));
  });
  const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "call-flow.svg";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // Saving begins when it will.
}
