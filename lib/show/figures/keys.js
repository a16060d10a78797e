// Charts by keyboard: Tab leads to a chart, the arrow keys from point to point. What Plotly shows beside a point under the
// pointer is shown and read aloud; Enter does what a click does.
const POINTS = ".barlayer .point > path, .scatterlayer .points > path";
const SHOWN = 120; // milliseconds after which Plotly has shown what the pointer is over
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const SAME = 3; // pixels that points of one row, or of one column, lie apart at most

const voice = document.createElement("div");
voice.className = "spoken-chart";
voice.setAttribute("aria-live", "polite");

function prepare() {
  for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    const opens = chart._fullLayout?.clickmode?.includes("select") ? "; Enter: open" : "";
    const name = `Points of the chart. Arrow keys: from point to point; Page Down: all of them in turn${opens}`;
    if (chart.getAttribute("aria-label") === name) continue;
    chart.tabIndex = 0;
    chart.setAttribute("role", "application");
    chart.setAttribute("aria-label", name);
  }
}

function points(chart) {
  return [...chart.querySelectorAll(POINTS)]
    .map((path) => ({ path, box: path.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1)
    .map(({ path, box }) => ({ path, x: box.x + box.width / 2, y: box.y + box.height / 2 }))
    .sort((one, other) => (Math.abs(one.y - other.y) > SAME ? one.y - other.y : one.x - other.x));
}

function beside(chart, every, from, [right, down]) {
  const rows = chart._fullLayout.yaxis.type === "category";
  const costs = every.map((to) => {
    const [x, y] = [to.x - from.x, to.y - from.y];
    const [along, across] = down ? [y * down, Math.abs(x)] : [x * right, Math.abs(y)];
    if (along <= SAME || (rows && right && across > SAME)) return Infinity;
    return along + across * (rows ? 0.001 : 2); // where there are rows, none is left out
  });
  const least = Math.min(...costs);
  return least < Infinity ? every[costs.indexOf(least)] : from;
}

function next(chart, every, key) {
  const from = every.findIndex(({ path }) => path.matches(".at"));
  if (from < 0 || key === "Home") return every[0];
  if (key === "End") return every.at(-1);
  if (key === "PageDown") return every[Math.min(from + 1, every.length - 1)];
  if (key === "PageUp") return every[Math.max(from - 1, 0)];
  return beside(chart, every, every[from], STEPS[key]);
}

function mouse(chart, type, { path }) {
  const { x, y, width, height } = path.getBoundingClientRect();
  const place = { clientX: x + width / 2, clientY: y + height / 2, bubbles: true, view: window };
  chart.querySelector(".nsewdrag").dispatchEvent(new MouseEvent(type, place));
}

function leave(chart) {
  chart.querySelector(".at")?.classList.remove("at");
  chart.querySelector(".nsewdrag")?.dispatchEvent(new MouseEvent("mouseout", { bubbles: true }));
}

function go(chart, to) {
  chart.querySelector(".at")?.classList.remove("at");
  to.path.classList.add("at");
  to.path.scrollIntoView({ block: "nearest" });
  mouse(chart, "mousemove", to);
  setTimeout(() => {
    const lines = [...chart.querySelectorAll(".hovertext text.nums")].flatMap((text) => {
      const parts = [...text.querySelectorAll("tspan.line")];
      return parts.length ? parts.map((part) => part.textContent) : [text.textContent];
    });
    voice.textContent = lines.map((line) => line.trim()).join(", ");
  }, SHOWN);
}

function press(event) {
  const chart = event.target;
  if (!chart.matches?.(".js-plotly-plot") || event.ctrlKey || event.metaKey || event.altKey) return;
  const every = points(chart);
  const here = every.find(({ path }) => path.matches(".at"));
  if (event.key === "Enter" && here) {
    for (const type of ["mousemove", "mousedown", "mouseup"]) mouse(chart, type, here);
  } else if (every.length && (event.key in STEPS || ["Home", "End", "PageUp", "PageDown"].includes(event.key))) {
    go(chart, next(chart, every, event.key));
  } else return;
  event.preventDefault();
}

function blur(event) {
  if (event.target.matches?.(".js-plotly-plot")) leave(event.target);
}

export default function () {
  const drawn = new MutationObserver(prepare);
  drawn.observe(document.body, { childList: true, subtree: true });
  prepare();
  document.body.append(voice);
  document.addEventListener("keydown", press);
  document.addEventListener("focusout", blur);
  return () => {
    drawn.disconnect();
    voice.remove();
    document.removeEventListener("keydown", press);
    document.removeEventListener("focusout", blur);
  };
}
