"use strict";
/* Draws the model of a process with where it stands. The tables beside it say the same, and stand there without this file. */

const SCALES = [0.4, 0.55, 0.7, 0.85, 1, 1.25, 1.5];
const MARGIN = 20;

async function draw(diagram) {
  const answer = await fetch(diagram.dataset.model, { credentials: "same-origin" });
  if (!answer.ok) return;
  const place = diagram.querySelector(".diagram-canvas");
  const view = diagram.querySelector(".diagram-window");
  diagram.hidden = false;
  const viewer = new window.BpmnJS({
    container: place,
    bpmnRenderer: { defaultFillColor: "var(--surface)", defaultStrokeColor: "currentColor" },
  });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get("canvas");
  const { x, y, width, height } = canvas.viewbox().inner;
  const box = { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };

  const show = (scale) => {
    place.style.width = `${box.width * scale}px`;
    place.style.height = `${box.height * scale}px`;
    canvas.resized();
    canvas.viewbox(box);
  };
  const elements = viewer.get("elementRegistry");
  const mark = (ids = "", marker) => {
    const known = ids.split(" ").filter((id) => elements.get(id));
    for (const id of known) canvas.addMarker(id, marker);
    return known;
  };
  mark(diagram.dataset.done, "is-done");
  const [now] = [...mark(diagram.dataset.standing, "is-standing"), ...mark(diagram.dataset.now, "is-now")];

  const middle = (scale) => {
    const at = now ? elements.get(now) : { x: box.x, y: box.y, width: 0, height: 0 };
    view.scrollLeft = (at.x + at.width / 2 - box.x) * scale - view.clientWidth / 2;
    view.scrollTop = (at.y + at.height / 2 - box.y) * scale - view.clientHeight / 2;
  };
  let size = SCALES.indexOf(0.85);
  const turn = (step) => {
    size = Math.min(SCALES.length - 1, Math.max(0, size + step));
    show(SCALES[size]);
    middle(SCALES[size]);
  };
  for (const button of diagram.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => turn(button.dataset.zoom === "in" ? 1 : -1));
  }
  // The maker's mark stays in sight, and leads to the maker as its link says; what the library would open instead needs
  // styles that pages may not have.
  diagram.append(place.querySelector(".bjs-powered-by"));
  diagram.addEventListener("click", (event) => event.target.closest(".bjs-powered-by") && event.stopPropagation(), true);
  turn(0);
}

for (const diagram of document.querySelectorAll(".diagram")) draw(diagram);
