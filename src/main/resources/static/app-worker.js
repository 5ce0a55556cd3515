// The shop without a network: the orders that somebody has opened here, with their codes, and a page that says so for all else.
// Signing in or out leaves nothing of it. SHELL comes from /shop/worker.js, which imports this file.
const SHELL_KEPT = "stoa-shell";
const OWN = "stoa-own";
const OFFLINE = "/shop/offline";
const MINE = /^\/shop\/(account|orders\/\d+\/[\w-]+)$/;
const FILES = /^\/(static|brand|media)\//;
const NAMED = /(?:href|src)="(\/(?:static|brand|media)\/[^"#]+)/g;
const KEPT_MAX = 40;
// Whoever stands in a store's cellar waits no longer than this for a page that lies here already.
const PATIENCE = 4000;

addEventListener("install", (event) => event.waitUntil(keepShell().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(begin()));
addEventListener("message", (event) => { if (event.data?.shell) event.waitUntil(keepShell()); });

async function begin() {
  await registration.navigationPreload?.enable();
  await clients.claim();
}

async function keepShell() {
  const cache = await caches.open(SHELL_KEPT);
  const before = await cache.keys();
  await cache.addAll(self.SHELL);
  const page = await fetch(OFFLINE, { cache: "reload" });
  if (!page.ok) throw new Error(`${OFFLINE}: ${page.status}`);
  const files = await keep(cache, OFFLINE, page);
  const wanted = new Set([OFFLINE, ...self.SHELL, ...files].map((path) => new URL(path, location.href).href));
  await Promise.all(before.filter((old) => !wanted.has(old.url)).map((old) => cache.delete(old)));
}

// A page with what it shows; it says itself when that was.
async function keep(cache, path, page) {
  const html = await page.text();
  const files = [...new Set([...html.matchAll(NAMED)].map((found) => found[1].replaceAll("&amp;", "&")))];
  await Promise.all(files.map(async (file) => (await caches.match(file)) || cache.add(file).catch(() => {})));
  const dated = html.replace("<html ", `<html data-kept="${new Date().toISOString()}" `);
  await cache.put(path, new Response(dated, { headers: { "Content-Type": "text/html;charset=UTF-8" } }));
  return files;
}

// Counts who was signed in: what was asked for before is not kept after.
let turn = 0;

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && /^\/shop\/sign-(in|out)/.test(url.pathname)) event.respondWith(cleared(request));
  if (request.method !== "GET") return;
  const mine = MINE.test(url.pathname) && !url.search;
  if (request.mode === "navigate" || mine) event.respondWith(page(event, url.pathname, mine));
  else if (FILES.test(url.pathname)) event.respondWith(file(request));
});

// Nobody sees the next page before what was kept is gone, nor is kept what an open page asks for meanwhile.
async function cleared(request) {
  await forget();
  try {
    return await fetch(request);
  } finally {
    await forget();
  }
}

async function forget() {
  turn += 1;
  await caches.delete(OWN);
}

// The address of a file changes with its content.
async function file(request) {
  return (await caches.match(request.url)) ?? fetch(request);
}

async function page(event, path, mine) {
  const whose = turn;
  const kept = mine ? await caches.match(path) : undefined;
  try {
    const answer = await inTime(ask(event), kept);
    if (mine) event.waitUntil(mind(path, answer.clone(), whose));
    return answer;
  } catch {
    return kept ?? (event.request.mode === "navigate" ? await caches.match(OFFLINE) : undefined) ?? Response.error();
  }
}

async function ask(event) {
  return (await event.preloadResponse) ?? fetch(event.request);
}

function inTime(answer, kept) {
  if (!kept) return answer;
  return Promise.race([answer, new Promise((_, late) => setTimeout(late, PATIENCE))]);
}

// Who is led away from the list of their orders is signed in no more, wherever that was ended.
async function mind(path, answer, whose) {
  const cache = await caches.open(OWN);
  if (whose !== turn) return;
  if (answer.ok && !answer.redirected) {
    await keep(cache, path, answer);
    const pages = (await cache.keys()).filter(({ url }) => MINE.test(new URL(url).pathname));
    await Promise.all(pages.slice(0, -KEPT_MAX).map((oldest) => cache.delete(oldest)));
  } else if (path === "/shop/account" && (await cache.match(path))) await forget();
}

addEventListener("push", (event) => {
  const { title, body, href, tag } = event.data.json();
  event.waitUntil(registration.showNotification(title, { body, tag, icon: "/shop/icon.png", data: { href } }));
});

// A push service may give this browser another address: what was wished at the old one goes on at the new one.
addEventListener("pushsubscriptionchange", (event) => event.waitUntil(moved(event.oldSubscription, event.newSubscription)));

async function moved(old, given) {
  if (!old) return;
  const { applicationServerKey } = old.options;
  const fresh = given ?? (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }));
  const { endpoint, keys } = fresh.toJSON();
  await fetch("/hooks/push/moved", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ from: old.endpoint, endpoint, p256dh: keys.p256dh, auth: keys.auth }),
  });
}

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show(new URL(event.notification.data.href, location.origin).href));
});

// The page is there already, or takes the place of another page of the shop, or comes in a window of its own.
async function show(href) {
  const windows = await clients.matchAll({ type: "window" });
  const there = windows.find(({ url }) => url === href) ?? windows[0];
  if (!there) return clients.openWindow(href);
  await there.focus();
  return there.url === href ? there : there.navigate(href);
}
