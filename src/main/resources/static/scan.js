// <div data-camera="/where">: a code before the camera leads there. Where the browser reads no codes, a photograph does: it is
// made small here and read by the house.
const FORMATS = ["ean_13", "ean_8", "upc_a", "upc_e", "code_128", "code_39", "itf", "qr_code"];
const EVERY = 200;
const SIDE = 1600;

async function watch(part, button, video, denied) {
  button.disabled = true;
  denied.hidden = true;
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.hidden = false;
    button.hidden = true;
    await video.play();
    await look(new BarcodeDetector({ formats: FORMATS }), video, part.dataset.camera);
  } catch {
    denied.hidden = false;
    button.hidden = false;
    video.hidden = true;
    button.disabled = false;
  }
}

async function look(detector, video, to) {
  const [found] = await detector.detect(video);
  if (!found) return new Promise((again) => setTimeout(again, EVERY)).then(() => look(detector, video, to));
  video.srcObject.getTracks().forEach((track) => track.stop());
  navigator.vibrate?.(60);
  return location.assign(`${to}?code=${encodeURIComponent(found.rawValue)}`);
}

async function small(file) {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = Object.assign(document.createElement("canvas"), { width: picture.width * scale, height: picture.height * scale });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
  return new File([blob], "code.jpg", { type: "image/jpeg" });
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

const canWatch = "BarcodeDetector" in window && navigator.mediaDevices && (await BarcodeDetector.getSupportedFormats()).length > 0;
for (const part of canWatch ? document.querySelectorAll("[data-camera]") : []) {
  const button = part.querySelector("button");
  part.hidden = false;
  button.addEventListener("click", () => watch(part, button, part.querySelector("video"), part.querySelector("[role=alert]")));
}
