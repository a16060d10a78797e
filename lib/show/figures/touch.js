// Plotly selects what the pointer was over before the click: of a finger, what was tapped the time before. So the point
// that is touched is shown to it first.
function point(event) {
  const [{ clientX, clientY }] = event.touches;
  if (event.target.matches?.(".js-plotly-plot .drag")) {
    event.target.dispatchEvent(new MouseEvent("mousemove", { clientX, clientY, bubbles: true }));
  }
}

export default function () {
  document.addEventListener("touchstart", point, { capture: true, passive: true });
  return () => document.removeEventListener("touchstart", point, { capture: true });
}
