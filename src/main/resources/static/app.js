// The shop as an app: keeps its worker running, and says so where a page comes from this device and not from the house.
const shell = document.querySelector("script[data-shell]").dataset.shell;
const page = document.documentElement;
const OWN = "stoa-own";

async function begin() {
  await navigator.serviceWorker.register("/shop/worker.js", { scope: "/shop" });
  const { active } = await navigator.serviceWorker.ready;
  const controlled = navigator.serviceWorker.controller;
  // Another language or brand: the page for times without a network is to wear it too.
  if (controlled && localStorage.shell !== shell) active.postMessage({ shell: true });
  localStorage.shell = shell;
  // The first page of all came before there was a worker to keep it.
  if (!controlled) navigator.serviceWorker.addEventListener("controllerchange", () => fetch(location.href).catch(() => {}), { once: true });
}

function moment(text) {
  return new Intl.DateTimeFormat(page.lang, { dateStyle: "medium", timeStyle: "short" }).format(new Date(text));
}

// Kept pages are for looking at: what changes something needs the network.
function old() {
  const note = document.getElementById("kept");
  note.querySelector("time").textContent = moment(page.dataset.kept);
  document.querySelectorAll("main form button, main form input").forEach((part) => { part.disabled = true; });
}

// On the page that stands for all others: the orders that lie here.
async function list(place) {
  const cache = await caches.open(OWN);
  for (const { url } of (await cache.keys()).reverse()) {
    if (!/\/shop\/orders\//.test(url)) continue;
    const kept = new DOMParser().parseFromString(await (await cache.match(url)).text(), "text/html");
    const row = document.createElement("li");
    const link = Object.assign(document.createElement("a"), { href: url, textContent: kept.title });
    row.append(link, Object.assign(document.createElement("span"), { className: "soft", textContent: kept.querySelector("h1")?.textContent ?? "" }));
    place.querySelector("ul").append(row);
    place.hidden = false;
  }
}

if ("serviceWorker" in navigator) begin().catch(() => { /* in a private window, for example; the shop works without */ });
if (page.dataset.kept && document.getElementById("kept")) old();
const own = document.getElementById("kept-orders");
if (own && "caches" in window) list(own);
if (page.dataset.kept) addEventListener("online", () => location.reload());
