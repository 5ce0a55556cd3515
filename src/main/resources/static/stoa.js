// Small manners of every page: theme, keys, dialogs, toasts, forms that submit themselves. Pages work without it.
const root = document.documentElement;

// Times are shown by the visitor's own clock, from the second page on.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.includes(`zone=${zone}`)) document.cookie = `zone=${zone};path=/;max-age=31536000;samesite=lax`;

function chooseTheme() {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  document.cookie = `theme=${root.dataset.theme};path=/;max-age=31536000;samesite=lax`;
}

/** Shows a sentence for a while, for longer when it `stays`; `undo` may be a URL or a function. */
export function toast(text, undo, stays = undo) {
  let shelf = document.querySelector(".toasts");
  if (!shelf) {
    shelf = Object.assign(document.createElement("div"), { className: "toasts", role: "status" });
    document.body.append(shelf);
  }
  const note = Object.assign(document.createElement("div"), { className: "toast", textContent: text });
  if (typeof undo === "function") {
    const button = Object.assign(document.createElement("button"), { className: "link", type: "button", textContent: shelf.dataset.undo ?? "Undo" });
    button.addEventListener("click", () => { note.remove(); undo(); });
    note.append(button);
  }
  shelf.append(note);
  setTimeout(() => note.remove(), stays ? 60_000 : 6_000);
}

document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-theme-toggle],[data-open],[data-close],[data-step],[data-print]");
  if (!target) return;
  if (target.matches("[data-theme-toggle]")) chooseTheme();
  if (target.matches("[data-open]")) document.getElementById(target.dataset.open)?.showModal();
  if (target.matches("[data-close]")) target.closest("dialog")?.close();
  if (target.matches("[data-print]")) print();
  if (target.matches("[data-step]")) step(target);
});

function step(button) {
  const input = button.parentElement.querySelector("input");
  const wanted = Number(input.value || 0) + Number(button.dataset.step);
  input.value = Math.min(Number(input.max || 999), Math.max(Number(input.min || 0), wanted));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

// <select data-submit> and <input data-submit> send their form when they change.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
});

// <button data-key="F2"> or <a data-key="/">: a single letter only counts while nobody types.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
  const typing = event.target.closest("input,select,textarea,[contenteditable]");
  if (typing && event.key.length === 1) return;
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target || target.disabled || target.closest("[hidden]")) return;
  event.preventDefault();
  if (target.matches("input,select,textarea")) target.focus();
  else target.click();
  // What a key has opened is typed into next.
  if (target.matches("summary") && target.parentElement.open) target.parentElement.querySelector("input:not([type=hidden])")?.focus();
});

// <button data-copy="Copied">: copies the code beside it, and says so for a moment.
document.documentElement.dataset.copies = "";
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const code = button.closest(".sample, .copies").querySelector("code");
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code);
    document.execCommand("copy");
  }
  button.dataset.label ??= button.textContent;
  button.textContent = button.dataset.copy;
  setTimeout(() => { button.textContent = button.dataset.label; }, 2000);
});

// <a data-alt="1">: a place of the till, also while one types.
document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = document.querySelector(`[data-alt="${event.code.replace(/^(Digit|Numpad)/, "")}"]`);
  if (!target) return;
  event.preventDefault();
  target.click();
});

// Arrows walk through what a search suggests, Escape leaves it.
document.addEventListener("keydown", (event) => {
  const search = event.target.closest(".search:has(.suggest)");
  if (!search || event.target.matches("[role=combobox]")) return;
  const stops = [search.querySelector("input"), ...search.querySelectorAll(".suggest a")];
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps && stops.length > 1) {
    event.preventDefault();
    stops.at((stops.indexOf(event.target) + steps[event.key]) % stops.length).focus();
  }
  if (event.key === "Escape") search.querySelector(".suggest").replaceChildren();
});

// At a till they walk from the field for scans, or the one that asks for somebody, through what was found, and back.
document.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [document.querySelector(".till-ask input") ?? document.querySelector(".till-scan .search input"), ...document.querySelectorAll(".till-hit")];
  const at = stops.indexOf(event.target);
  if (!step || at < 0 || stops.length === 1) return;
  event.preventDefault();
  stops.at((at + step) % stops.length).focus();
});

// What stands in the field to type into next is selected: a scan, or the sum put right, replaces it.
function selectTyped() {
  const field = document.querySelector("#main input[autofocus]");
  if (field?.value === field?.defaultValue) field?.select();
}
selectTyped();
document.addEventListener("htmx:afterSettle", (event) => { if (event.target.id === "main") selectTyped(); });

// <form data-count="USD">: notes and coins are added up while one counts.
function addUp(form) {
  const digits = Number(form.dataset.digits);
  const money = new Intl.NumberFormat(form.dataset.locale, { style: "currency", currency: form.dataset.count });
  const shown = (minor) => money.format(minor / 10 ** digits).replace("-", "−");
  let counted = 0;
  for (const field of form.querySelectorAll("[data-worth]")) {
    const worth = Number(field.dataset.worth) * (/^\d{1,5}$/.test(field.value.trim()) ? Number(field.value) : 0);
    field.parentElement.querySelector("[data-sum]").value = worth ? shown(worth) : "";
    counted += worth;
  }
  const off = counted - Number(form.dataset.expected);
  form.querySelector("[data-counted]").value = shown(counted);
  form.querySelector("[data-off]").value = shown(off);
  form.dataset.off = off === 0 ? "none" : off > 0 ? "over" : "short";
}
document.addEventListener("input", (event) => { const form = event.target.closest("form[data-count]"); if (form) addUp(form); });
document.querySelectorAll("form[data-count]").forEach(addUp);

// Enter goes on to what is counted next, and never closes the drawer.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches("[data-worth]")) return;
  event.preventDefault();
  const fields = [...event.target.form.querySelectorAll("[data-worth], [name=reason]")];
  fields[fields.indexOf(event.target) + 1].focus();
});

// A receipt is printed on paper from a roll: a page as tall as the receipt.
addEventListener("beforeprint", () => {
  const receipt = document.querySelector(".receipt");
  if (!receipt) return;
  const page = new CSSStyleSheet();
  page.replaceSync(`@page receipt { size: 80mm ${Math.ceil((receipt.scrollHeight * 25.4) / 96) + 12}mm; margin: 4mm; }`);
  document.adoptedStyleSheets = [page];
});

// A scanner types, wherever the focus is: what nobody else takes goes into the field for scans.
document.addEventListener("keydown", (event) => {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input,select,textarea,dialog")) return;
  if (event.key === " " && event.target.closest("a,button,summary")) return;
  document.querySelector(".till-scan .search input")?.focus();
});

// A combobox as WAI-ARIA has it: the cursor stays in the field, arrows choose, Enter goes there, Escape closes the list.
const options = (field) => [...field.form.querySelectorAll("[role=option]")];

function choose(field, option) {
  options(field).forEach((one) => one.setAttribute("aria-selected", one === option));
  if (option) field.setAttribute("aria-activedescendant", option.id);
  else field.removeAttribute("aria-activedescendant");
  option?.scrollIntoView({ block: "nearest" });
}

function expand(field, open) {
  const list = field.form.querySelector("[role=listbox]");
  if (!open) field.form.querySelector(".suggest").replaceChildren();
  field.setAttribute("aria-expanded", String(open && !!list));
  field.form.querySelector("[role=status]").textContent = (open && list?.dataset.told) || "";
  choose(field, null);
}

document.addEventListener("htmx:afterSwap", (event) => {
  const field = event.target.closest(".suggest")?.parentElement.querySelector("[role=combobox]");
  if (field) expand(field, document.activeElement === field);
});
document.addEventListener("keydown", (event) => {
  const field = event.target.closest("[role=combobox]");
  if (!field || event.isComposing) return;
  const all = options(field);
  const at = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
  const next = { ArrowDown: at + 1, ArrowUp: at < 0 ? all.length - 1 : at - 1 }[event.key];
  if (next !== undefined && all.length) {
    event.preventDefault();
    choose(field, all[next]);
  } else if (event.key === "Enter" && all[at]) {
    event.preventDefault();
    location.assign(all[at].dataset.href);
  } else if (event.key === "Escape" && all.length) {
    event.preventDefault();
    expand(field, false);
  } else if (event.key === "Tab") expand(field, false);
});
document.addEventListener("pointerdown", (event) => {
  if (event.target.closest(".suggest [role=option]")) event.preventDefault();
});
document.addEventListener("click", (event) => {
  const option = event.target.closest(".suggest [role=option]");
  if (option) location.assign(option.dataset.href);
  document.querySelectorAll("[role=combobox][aria-expanded=true]").forEach((field) => {
    if (!field.form.contains(event.target)) expand(field, false);
  });
});

// A form is sent once: a second tap while the answer is on its way does nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.matches("[hx-post],[hx-put],[hx-delete],[data-again]")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

// A server may answer an htmx request with HX-Trigger: {"toast": "Saved"}.
document.addEventListener("toast", (event) => toast(event.detail?.value ?? event.detail, null, event.detail?.stays));
// Without a network nothing is sent, and a press must not look as if it had done something.
document.addEventListener("htmx:sendError", (event) => { if (!event.detail.requestConfig?.elt.matches(".till-scan")) toast(document.querySelector(".toasts").dataset.offline); });
document.querySelector("[aria-invalid=true]")?.focus();

// What was wrong with a field is not said of what is typed or chosen now; its place is kept, so that nothing moves under the hand.
document.addEventListener("input", ({ target }) => {
  target.removeAttribute("aria-invalid");
  const said = document.getElementById(`${target.id}-error`) ?? target.closest("[role=radiogroup]")?.parentElement.querySelector(":scope > .error");
  if (!said?.matches(".error")) return;
  said.dataset.over = "yes";
  if (document.getElementById(`${target.id}-hint`)) target.setAttribute("aria-describedby", `${target.id}-hint`);
  else target.removeAttribute("aria-describedby");
});

// On a narrow screen the places stand in one row: the one where the reader is comes into sight.
document.querySelectorAll("nav [aria-current=page]").forEach((place) => { place.parentElement.scrollLeft = place.offsetLeft - place.parentElement.offsetLeft - 16; });

// <time data-minutes="Here for {0} min">: how long ago, as time goes by.
function ago() {
  for (const since of document.querySelectorAll("time[data-minutes]")) {
    since.textContent = since.dataset.minutes.replace("{0}", Math.max(0, Math.floor((Date.now() - Date.parse(since.dateTime)) / 60_000)));
  }
}
setInterval(ago, 10_000);
document.addEventListener("stoa:live", () => setTimeout(ago, 600));
ago();

// Whoever presses something by key, and is given the same page again, stands where they stood.
const called = (one) => [location.pathname, one.form?.action, one.name, one.ariaLabel ?? one.querySelector("span")?.textContent ?? one.textContent].join();
const stood = () => {
  const one = document.activeElement;
  return one.matches("#main :focus-visible:not([rel=next], [rel=prev])") ? called(one) : "";
};
const stand = (there) => [...document.querySelectorAll("#main :is(a, button, input, select)")].find((one) => called(one) === there)?.focus();
try {
  if (sessionStorage.stood && document.activeElement === document.body && !document.querySelector("[autofocus]")) stand(sessionStorage.stood);
  addEventListener("pagehide", () => { sessionStorage.stood = stood(); });
} catch { /* a browser that keeps nothing */ }
