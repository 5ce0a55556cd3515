// The page of the API: finds while somebody types, opens what a link points to. The page works without it.

const field = document.querySelector("[data-find]");
const found = document.querySelector("[data-found]");
const whole = field.value === "" ? found.innerHTML : null;

function find() {
  if (whole === null) return;
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const one of document.querySelectorAll(".operation")) {
    one.hidden = !words.every((word) => one.dataset.words.includes(word));
    count += !one.hidden;
  }
  for (const group of document.querySelectorAll("[data-group]")) {
    const left = group.querySelectorAll(".operation:not([hidden])").length;
    group.hidden = left === 0;
    const link = document.querySelector(`.office-nav a[href="#${group.querySelector("h2").id}"]`);
    link.hidden = group.hidden;
    link.querySelector(".num").textContent = left;
  }
  document.querySelector("[data-aside]").hidden = words.length > 0;
  document.querySelector("[data-none]").hidden = count > 0;
  if (words.length) found.textContent = `${count} of ${found.dataset.found} operations.`;
  else found.innerHTML = whole;
  history.replaceState(null, "", words.length ? `?q=${encodeURIComponent(field.value.trim())}` : location.pathname + location.hash);
}

field.addEventListener("input", find);
field.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !field.value) return;
  event.preventDefault();
  field.value = "";
  find();
});
field.form.addEventListener("submit", (event) => { if (whole !== null) event.preventDefault(); });

function reveal() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target?.closest?.("details");
  if (!fold) return;
  fold.open = true;
  fold.scrollIntoView();
}

addEventListener("hashchange", reveal);
reveal();
