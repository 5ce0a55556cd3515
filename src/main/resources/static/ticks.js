// <form data-ticks="articles anna">: what is ticked in a list stays ticked on its other pages, in another order and under another filter, in
// this window, until it was sent or is cleared. Without this the ticks of one page are sent.
const SENT = "ticks sent";
const keyOf = (list) => `ticks ${list}`;

function remember(form) {
  const key = keyOf(form.dataset.ticks);
  const elsewhere = form.querySelector(".bulk-elsewhere");
  const clear = form.querySelector(".bulk-clear");
  const away = form.querySelector("[data-away]");
  const read = () => new Set(JSON.parse(sessionStorage.getItem(key) ?? "[]"));

  function keep(ticked) {
    sessionStorage.setItem(key, JSON.stringify([...ticked]));
    show();
  }

  // What other pages show is ticked out of sight, so that it is counted and sent like the rest.
  function show() {
    const ticked = read();
    clear.hidden = !ticked.size;
    for (const box of form.querySelectorAll(".table input[name=product]")) box.checked = ticked.delete(box.value);
    elsewhere.replaceChildren(...[...ticked].map((value) => Object.assign(document.createElement("input"), { type: "checkbox", name: "product", value, checked: true })));
    away.textContent = ticked.size ? away.dataset.away.replace("{0}", ticked.size.toLocaleString(document.documentElement.lang)) : "";
  }

  form.addEventListener("change", ({ target }) => {
    if (target.name !== "product") return;
    const ticked = read();
    if (!target.checked) ticked.delete(target.value);
    else if (ticked.size < Number(form.dataset.ticksMax)) ticked.add(target.value);
    else document.dispatchEvent(new CustomEvent("toast", { detail: form.dataset.ticksFull }));
    keep(ticked);
  });
  clear.addEventListener("click", () => {
    keep(new Set());
    form.querySelector(".bulk summary").focus();
  });
  form.addEventListener("submit", () => sessionStorage.setItem(SENT, form.dataset.ticks));
  // A browser ticks again what was ticked when one comes back, and a list that stays open gets other rows.
  addEventListener("pageshow", show);
  new MutationObserver(show).observe(form.querySelector(".table"), { subtree: true, childList: true, attributeFilter: ["value"] });
  sessionStorage.removeItem(SENT);
  // An answer that says what is wrong has the ticks that were sent.
  keep(new Set([...read(), ...[...form.querySelectorAll("input[name=product][checked]")].map((box) => box.value)]));
}

const form = document.querySelector("form[data-ticks]");
if (form) remember(form);

const taken = document.querySelector("[data-ticks-taken]")?.dataset.ticksTaken;
if (taken && sessionStorage.getItem(SENT) === taken) {
  sessionStorage.removeItem(keyOf(taken));
  sessionStorage.removeItem(SENT);
}
