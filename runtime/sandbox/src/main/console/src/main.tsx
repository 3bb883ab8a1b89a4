import { render } from "preact";
import { takeToken } from "./api";
import { App, Locked } from "./app";
import { start } from "./store";

const root = document.getElementById("console")!;
root.replaceChildren();
if (takeToken()) {
  start();
  render(<App />, root);
} else {
  render(<Locked />, root);
}
