// Scans come faster than answers: they wait in a row, each is sent when the one before it is in the basket, and what is being typed
// meanwhile stays. Whatever did not arrive is named, for nobody looks at the screen while scanning.
const waiting = [];
let sent;

const field = () => document.querySelector("#main .till-scan [name=code]");

function send(code) {
  const typed = field();
  if (!typed) return missed([code, ...waiting.splice(0)]);
  const begun = typed.value;
  typed.value = code;
  typed.form.requestSubmit();
  typed.value = begun;
}

function missed(codes) {
  const detail = { value: `${document.querySelector(".till-scan")?.dataset.missed ?? ""} ${codes.join(", ")}`, stays: true };
  document.dispatchEvent(new CustomEvent("toast", { detail }));
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches(".till-scan")) return;
  const typed = event.target.elements.code;
  if (sent === undefined && typed.value.trim()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (typed.value.trim()) waiting.push(typed.value);
  typed.value = "";
}, true);

// The form that asked, also when the answer has replaced it.
const isScan = (event) => event.detail.requestConfig?.elt.matches(".till-scan");

document.addEventListener("htmx:beforeRequest", (event) => {
  if (!isScan(event)) return;
  const typed = event.detail.requestConfig.elt.elements.code;
  sent = typed.value;
  typed.value = "";
});

// The field is another one after each answer.
let begun = "";
document.addEventListener("htmx:beforeSwap", () => { begun = field()?.value ?? ""; });
document.addEventListener("htmx:afterSwap", () => {
  if (begun && field()) field().value = begun;
  begun = "";
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (!isScan(event) || event.detail.successful) return;
  const code = sent;
  sent = undefined;
  missed([code, ...waiting.splice(0)]);
});

// Before it has settled the new form does not send as the old one did.
document.addEventListener("htmx:afterSettle", (event) => {
  if (sent === undefined || !isScan(event)) return;
  sent = undefined;
  const unknown = waiting.length && document.querySelector("[data-unknown]");
  if (unknown) document.dispatchEvent(new CustomEvent("toast", { detail: { value: unknown.dataset.unknown, stays: true } }));
  if (waiting.length) send(waiting.shift());
});
