// Signs in with a key of this device, or makes one. Where the browser knows no passkeys, nothing of it is shown.
const known = window.PublicKeyCredential?.parseRequestOptionsFromJSON && window.PublicKeyCredential?.parseCreationOptionsFromJSON;

async function send(button, address, body) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", [button.dataset.header]: button.dataset.token },
    body: JSON.stringify(body ?? {}),
  });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

const ways = {
  async use(button) {
    const options = await send(button, "/shop/sign-in/passkey/options");
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const key = await navigator.credentials.get({ publicKey });
    return send(button, `/shop/sign-in/passkey?back=${encodeURIComponent(button.dataset.back)}`, key.toJSON());
  },
  async make(button) {
    const options = await send(button, "/shop/account/passkeys/options");
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const key = await navigator.credentials.create({ publicKey });
    return send(button, "/shop/account/passkeys", key.toJSON());
  },
};

async function begin(button, failed) {
  button.disabled = true;
  failed.hidden = true;
  try {
    location.assign((await ways[button.dataset.passkey](button)).to);
  } catch (stopped) {
    button.disabled = false;
    failed.hidden = false;
  }
}

for (const part of known ? document.querySelectorAll("[data-passkeys]") : []) {
  const button = part.querySelector("[data-passkey]");
  part.hidden = false;
  button.addEventListener("click", () => begin(button, part.querySelector("[role=alert]")));
}
