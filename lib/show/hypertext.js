// Reports clicks on links of the dashboard's own HTML; brings what is opened into view and keeps the keyboard's place.
const PATIENCE = 5000; // milliseconds in which the new HTML must have arrived

const HOLD = 1000; // milliseconds in which the page around it may still grow

let shown = "";
let leaving = ""; // path of the page to which a link leads, until it is shown

// Streamlit writes the new page's parameters to the old page's address first: Back would lead to a page nobody was on.
const push = history.pushState.bind(history);
history.pushState = (state, title, url) => {
  if (leaving && url && new URL(url, location.href).pathname !== leaving) return;
  leaving = "";
  push(state, title, url);
};

function hold(element, until, signal) {
  if (signal.aborted || Date.now() > until) return;
  element.scrollIntoView();
  requestAnimationFrame(() => hold(element, until, signal));
}

function settle(id, isOpen, until) {
  const element = document.getElementById(id);
  if (element?.matches(".lesarten .open") === isOpen) {
    (element.hasAttribute("tabindex") ? element : element.querySelector("a")).focus({ preventScroll: true });
    const moved = new AbortController(); // whoever scrolls, types or clicks is not to be dragged back
    for (const name of ["wheel", "touchstart", "pointerdown", "keydown"]) {
      document.addEventListener(name, () => moved.abort(), { signal: moved.signal });
    }
    if (isOpen) hold(element, Date.now() + HOLD, moved.signal);
  } else if (Date.now() < until) {
    requestAnimationFrame(() => settle(id, isOpen, until));
  }
}

export default function ({ data, setTriggerValue }) {
  const follow = (event) => {
    const link = event.target.closest?.(".lesarten a");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const address = link?.getAttribute("href");
    if (!address || !plain || /^[a-z]+:/i.test(address)) return;
    event.preventDefault();
    const path = new URL(address, location.href).pathname;
    leaving = path === location.pathname ? "" : path;
    setTimeout(() => (leaving = ""), PATIENCE);
    setTriggerValue("followed", address);
  };
  document.addEventListener("click", follow);
  if (data.view !== shown) settle(data.view || shown, Boolean(data.view), Date.now() + PATIENCE);
  shown = data.view;
  return () => document.removeEventListener("click", follow);
}
