// Reports clicks on links of the dashboard's own HTML, and brings an element into view when its name changes.
const PATIENCE = 3000; // milliseconds until the element must be there

let shown = null;

function bringIntoView(id, until) {
  const element = document.getElementById(id);
  if (element) {
    element.scrollIntoView({ block: element.offsetHeight > window.innerHeight / 2 ? "start" : "center" });
    (element.querySelector("a") ?? element).focus({ preventScroll: true });
  } else if (Date.now() < until) {
    requestAnimationFrame(() => bringIntoView(id, until));
  }
}

export default function ({ data, setTriggerValue }) {
  const follow = (event) => {
    const link = event.target.closest?.(".lesarten a");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const address = link?.getAttribute("href");
    if (!address || !plain || /^[a-z]+:/i.test(address)) return;
    event.preventDefault();
    setTriggerValue("followed", address);
  };
  document.addEventListener("click", follow);
  if (data.view && data.view !== shown) bringIntoView(data.view, Date.now() + PATIENCE);
  shown = data.view;
  return () => document.removeEventListener("click", follow);
}
