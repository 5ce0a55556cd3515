// <div data-camera="/frames">: what is before the camera is read, by the browser itself or, where it reads no codes, by the house,
// picture after picture. The code leads to data-to, or is typed into the field for scans, one after another. Without a camera a
// photograph does: it is made small here.
const FORMATS = ["ean_13", "ean_8", "upc_a", "upc_e", "code_128", "qr_code"];
const EVERY = 250;
const SIDE = 1600;
const FRAME = 960;
const AWAY = 6;
const LONGEST = 120_000;

async function reader(frames) {
  const known = "BarcodeDetector" in window ? await BarcodeDetector.getSupportedFormats().catch(() => []) : [];
  const formats = FORMATS.filter((one) => known.includes(one));
  if (!formats.includes("ean_13")) return (video) => ask(frames, video);
  const detector = new BarcodeDetector({ formats });
  return async (video) => (await detector.detect(video))[0]?.rawValue;
}

async function ask(frames, video) {
  const form = new FormData();
  form.append("_csrf", document.querySelector("[name=_csrf]").value);
  form.append("picture", await jpeg(video, video.videoWidth, video.videoHeight, FRAME), "frame.jpg");
  const answer = await fetch(frames, { method: "POST", body: form });
  if (answer.status === 200) return answer.text();
  if (!answer.ok) throw new Error(answer.statusText);
}

function jpeg(picture, width, height, side) {
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = Object.assign(document.createElement("canvas"), { width: width * scale, height: height * scale });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
}

// A code counts again when pictures were looked at without it: on a slow line a long time says nothing. Ends when `found` has enough, when it is stopped, and after a while.
async function look(video, read, found) {
  const stream = video.srcObject;
  const end = Date.now() + LONGEST;
  let last;
  let away = 0;
  while (stream.active && Date.now() < end) {
    const code = await read(video).catch(() => null);
    if (code && stream.active && (code !== last || away >= AWAY)) {
      navigator.vibrate?.(60);
      if (!found(code)) return;
    }
    if (code) [last, away] = [code, 0];
    else if (code !== null) away += 1;
    await new Promise((again) => setTimeout(again, EVERY));
  }
}

const stop = (video) => video.srcObject?.getTracks().forEach((track) => track.stop());

/** Shows what the camera sees; false when it may not be used. */
export async function watch(video, frames, found) {
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
  } catch {
    return false;
  }
  video.hidden = false;
  await video.play();
  await look(video, await reader(frames), found);
  stop(video);
  video.hidden = true;
  return true;
}

// --- The shop: the first code leads to its article

async function lead(part, button) {
  button.hidden = true;
  const denied = part.querySelector("[role=alert]");
  denied.hidden = true;
  denied.hidden = await watch(part.querySelector("video"), part.dataset.camera, (code) => location.assign(`${part.dataset.to}?code=${encodeURIComponent(code)}`));
  button.hidden = false;
}

// --- The till: every code goes into the field for scans, while the page around it changes

function type(code) {
  const field = document.querySelector(".till-scan [name=code]");
  if (!field) return false;
  field.value = code;
  field.form.requestSubmit();
  return true;
}

async function open(part) {
  const old = document.querySelector("body > .camera");
  if (old) return stop(old.querySelector("video"));
  const shown = part.cloneNode(true);
  shown.hidden = false;
  shown.querySelector("button").addEventListener("click", () => stop(shown.querySelector("video")));
  document.body.append(shown);
  if (await watch(shown.querySelector("video"), part.dataset.camera, type)) return shown.remove();
  shown.querySelector("[role=alert]").hidden = false;
  shown.querySelector("button").addEventListener("click", () => shown.remove());
}

if (navigator.mediaDevices) {
  for (const part of document.querySelectorAll("[data-to]")) {
    const button = part.querySelector("button");
    part.hidden = false;
    button.addEventListener("click", () => lead(part, button));
  }
  document.documentElement.dataset.cameras = "some";
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-watch]")) open(document.querySelector(".till-camera"));
  });
}

for (const form of document.querySelectorAll("form[data-photo]")) {
  const field = form.querySelector("input[type=file]");
  field.addEventListener("change", async () => {
    if (!field.files.length) return;
    const files = new DataTransfer();
    files.items.add(await small(field.files[0]).catch(() => field.files[0]));
    field.files = files.files;
    form.requestSubmit();
  });
}

async function small(file) {
  const picture = await createImageBitmap(file);
  return new File([await jpeg(picture, picture.width, picture.height, SIDE)], "code.jpg", { type: "image/jpeg" });
}
