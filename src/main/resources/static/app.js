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
  const own = navigator.languages.find((language) => language.startsWith(page.lang)) ?? page.lang;
  return new Intl.DateTimeFormat(own, { dateStyle: "medium", timeStyle: "short" }).format(new Date(text));
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

const begun = "serviceWorker" in navigator ? begin() : Promise.reject(new DOMException("", "NotSupportedError"));
begun.catch(() => { /* in a private window, for example; the shop works without */ });
if (page.dataset.kept && document.getElementById("kept")) old();
const own = document.getElementById("kept-orders");
if (own && "caches" in window) list(own);
if (page.dataset.kept) addEventListener("online", () => location.reload());

// "Tell me": a switch per order, and one for all of an account. What was wished here is known here only.
function bytes(base64) {
  return Uint8Array.from(atob(base64.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

async function browser() {
  await begun;
  const { pushManager } = await navigator.serviceWorker.ready;
  const { key } = await (await fetch("/shop/push-key")).json();
  return (await pushManager.getSubscription()) ?? pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
}

async function wish(bell, on) {
  const { endpoint, keys } = (await browser()).toJSON();
  const answer = await fetch(bell.dataset.bell, {
    method: "POST",
    headers: { "Content-Type": "application/json", [bell.dataset.header]: bell.dataset.token },
    body: JSON.stringify({ on, endpoint, p256dh: keys.p256dh, auth: keys.auth }),
  });
  if (!answer.ok) throw new Error(`${bell.dataset.bell}: ${answer.status}`);
  if (on) localStorage[`bell ${bell.dataset.bell}`] = endpoint;
  else localStorage.removeItem(`bell ${bell.dataset.bell}`);
}

async function ring(bell) {
  const box = bell.querySelector("input");
  if (!("PushManager" in window)) {
    box.disabled = true;
    return say(bell, "unable");
  }
  box.addEventListener("change", () => change(bell, box));
  if (Notification.permission === "denied") say(bell, "denied");
  await begun;
  const { pushManager } = await navigator.serviceWorker.ready;
  const endpoint = (await pushManager.getSubscription())?.endpoint;
  const known = localStorage[`bell ${bell.dataset.bell}`];
  // The browser has another address than when this was wished, and perhaps nobody told the house.
  if (known && endpoint && known !== endpoint) await wish(bell, true).catch(() => {});
  if (!box.disabled) box.checked = !!endpoint && localStorage[`bell ${bell.dataset.bell}`] === endpoint;
}

// Why no message can come, by what the browser calls it: forbidden, or there is nobody who brings them, as in private windows.
const WHY = { NotAllowedError: "denied", AbortError: "unable", NotSupportedError: "unable", SecurityError: "unable" };

function say(bell, what) {
  const words = bell.querySelector("[role=status]");
  words.textContent = words.dataset[what];
}

async function change(bell, box) {
  box.disabled = true;
  try {
    if (box.checked && (await Notification.requestPermission()) !== "granted") throw new DOMException("", "NotAllowedError");
    await wish(bell, box.checked);
  } catch (stopped) {
    box.checked = !box.checked;
    say(bell, WHY[stopped.name] ?? "failed");
  }
  box.disabled = false;
}

if (!page.dataset.kept) document.querySelectorAll("[data-bell]").forEach((bell) => ring(bell).catch(() => { /* said once it is pressed */ }));
