// Keeps parts of a page true. <div id="stock" data-live="stock:SKU order:7" data-live-src="/part/of/page"> is fetched
// again soon after a message about one of its topics. Without data-live-src the page itself is asked again and the
// element with the same id is taken from the answer. Only what differs is
// changed, and flashes; with data-live-still it changes without a flash. Every message is also sent as a "stoa:live" event on the document.
const DEBOUNCE = 120;
// Another process may answer, which hears of a new brand a moment later than the one that told us, and nothing tells us again.
const DEBOUNCE_BRAND = 350;
// Parts of a page that change together come with one look at it.
const TOGETHER = 20;
// Set by the reader's browser, not by the server's page.
const THEIRS = new Set(["open", "data-sent"]);
const timers = new WeakMap();
const own = document.currentScript ?? document.querySelector("script[data-live-worker]");
let send = () => {};

function topics() {
  const found = new Set();
  for (const element of document.querySelectorAll("[data-live]")) {
    element.dataset.live.split(/\s+/).filter(Boolean).forEach((topic) => found.add(topic));
  }
  return [...found];
}

function received(message) {
  document.dispatchEvent(new CustomEvent("stoa:live", { detail: message }));
  const about = new Set(message.topics ?? []);
  for (const element of document.querySelectorAll("[data-live]")) {
    const heard = element.dataset.live.split(/\s+/).filter((topic) => about.has(topic));
    if (heard.length) soon(element, heard.every(isBrand) ? DEBOUNCE_BRAND : DEBOUNCE);
  }
}

function isBrand(topic) {
  return topic.startsWith("brand:");
}

// However many messages come, an element is asked for again at most once at a time and never put off.
function soon(element, delay = DEBOUNCE) {
  if (timers.has(element)) return;
  timers.set(element, setTimeout(() => {
    timers.delete(element);
    refresh(element);
  }, delay));
}

let page;
// Nobody looks at this answer: what is told only once is not told to it.
function look() {
  if (!page) {
    page = ask(location.href, { "Stoa-Live": "again" }).then((html) => html === null ? null : new DOMParser().parseFromString(html, "text/html"));
    setTimeout(() => { page = undefined; }, TOGETHER);
  }
  return page;
}

async function ask(address, headers) {
  const answer = await fetch(address, { headers, credentials: "same-origin" });
  return answer.ok && !answer.redirected ? answer.text() : null;
}

async function refresh(element) {
  if (!element.isConnected) return;
  const source = element.dataset.liveSrc;
  try {
    const fresh = source ? inside(element, await ask(source, { "HX-Request": "true" })) : (await look())?.getElementById(element.id);
    if (!fresh) return;
    const touched = new Set();
    children(element, fresh, touched);
    window.htmx?.process(element);
    if (!("liveStill" in element.dataset)) touched.forEach(flash);
  } catch { /* the next message, or the next visit, brings it */ }
}

function inside(element, html) {
  if (html === null) return null;
  const box = element.cloneNode(false);
  box.innerHTML = html;
  return box;
}

// What stays the same stays where it is, so that the focus, what somebody typed and what they opened outlive the change.
function become(old, fresh, touched) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data.trim() === fresh.data.trim()) return;
    old.data = fresh.data;
    touched.add(old.parentElement);
    return;
  }
  for (const { name, value } of fresh.attributes) if (name !== "open" && old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && !THEIRS.has(name)) old.removeAttribute(name);
  children(old, fresh, touched);
}

// Every wanted node takes the place of the old one that it is: what was only pushed down by something new stays untouched.
function children(old, fresh, touched) {
  const had = said(old);
  const wanted = said(fresh);
  const pairs = paired(had, wanted);
  const kept = new Set(pairs.values());
  had.filter((node) => !kept.has(node)).forEach((node) => node.remove());
  let next = had.find((node) => kept.has(node)) ?? null;
  for (const node of wanted) {
    const there = pairs.get(node);
    const come = there ?? document.importNode(node, true);
    if (come === next) next = following(next);
    else old.insertBefore(come, next);
    if (there) become(there, node, touched);
    else if (come.nodeType === Node.ELEMENT_NODE) touched.add(come);
  }
}

function following(node) {
  do node = node.nextSibling; while (node && node.nodeType !== Node.ELEMENT_NODE && !node.data.trim());
  return node;
}

// By id, then by what they say, then by class and heading, then what is left of the same kind, in order.
const LIKENESS = [(node) => node.id || null, text, title, () => ""];

function paired(had, wanted) {
  const pairs = new Map();
  let free = had;
  for (const likeness of LIKENESS) {
    const offered = new Map();
    for (const node of free) {
      const key = sort(node, likeness);
      if (key) (offered.get(key) ?? offered.set(key, []).get(key)).push(node);
    }
    for (const node of wanted) {
      const twin = pairs.has(node) ? null : offered.get(sort(node, likeness))?.shift();
      if (twin) pairs.set(node, twin);
    }
    const taken = new Set(pairs.values());
    free = free.filter((node) => !taken.has(node));
  }
  return pairs;
}

function sort(node, likeness) {
  const key = likeness(node);
  return key === null ? null : `${node.nodeName}#${node.id ?? ""} ${key}`;
}

function text(node) {
  return node.textContent.replace(/\s+/g, " ").trim();
}

function title(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  return `${node.className.baseVal ?? node.className}`.replace(/ ?changed$/, "") + (node.querySelector("h1,h2,h3,th,dt,time")?.textContent ?? "");
}

// Blanks between elements say nothing, and differ between a page and a part of it.
function said(element) {
  return [...element.childNodes].filter((node) => node.nodeType === Node.ELEMENT_NODE || node.data.trim());
}

function flash(element) {
  const line = element.closest("li,tr,h1,h2,.card,.note") ?? element;
  line.classList.remove("changed");
  void line.offsetWidth;
  line.classList.add("changed");
}

// The stream itself tells what was missed while it was away for a moment; what people rely on is asked again all the same.
function missed() {
  return [...document.querySelectorAll("[data-live]")].filter((element) => !element.dataset.live.split(/\s+/).every(isBrand));
}

function state(value) {
  document.documentElement.dataset.liveState = value;
  if (value === "open" && state.before === "closed") missed().forEach((element) => soon(element));
  state.before = value;
}

function shared(worker) {
  const { port } = new SharedWorker(worker, { name: "stoa-live" });
  port.onmessage = ({ data }) => (data.message ? received(data.message) : state(data.state));
  port.start();
  addEventListener("pagehide", () => port.postMessage({ leave: true }));
  addEventListener("pageshow", () => port.postMessage({ topics: topics() }));
  return () => port.postMessage({ topics: topics() });
}

function alone() {
  let stream, asked;
  return () => {
    const wanted = topics().sort().join(",");
    if (wanted === asked) return;
    stream?.close();
    asked = wanted;
    if (!wanted) return;
    stream = new EventSource(`/live?topics=${encodeURIComponent(wanted)}`);
    stream.onmessage = ({ data }) => received(JSON.parse(data));
    stream.onopen = () => state("open");
    stream.onerror = () => state("closed");
  };
}

function begin() {
  if (!topics().length) return;
  if (send.begun) return send();
  send = "SharedWorker" in window ? shared(own.dataset.liveWorker) : alone();
  send.begun = true;
  send();
}

// The cart is one in all windows of a browser: a page that shows another one than the page before tells the others, and they look again.
function lookAtCart() {
  document.querySelectorAll("[data-cart]").forEach((element) => soon(element));
  document.dispatchEvent(new CustomEvent("stoa:cart"));
}

const pieces = document.querySelector("[data-cart]")?.dataset.cart;
if (pieces !== undefined) localStorage.cart = pieces;
addEventListener("storage", ({ key }) => { if (key === "cart") lookAtCart(); });
addEventListener("pageshow", ({ persisted }) => { if (persisted) lookAtCart(); });

begin();
document.addEventListener("htmx:afterSettle", begin);
