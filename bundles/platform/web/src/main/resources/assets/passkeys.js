// Passkeys: asks the browser for one and puts its answer into the hidden fields of the form, which is then sent as any other.
(() => {
  "use strict";
  if (!window.PublicKeyCredential) return;
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (form) =>
    form.dataset.known.split(" ").filter((id) => id).map((id) => ({ type: "public-key", id: bytes(id) }));

  const make = (form) => navigator.credentials.create({ publicKey: {
    challenge: bytes(form.dataset.challenge),
    rp: { id: form.dataset.site, name: form.dataset.siteName },
    user: { id: bytes(form.dataset.user), name: form.dataset.login, displayName: form.dataset.name },
    pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: known(form),
    authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    attestation: "none" } });
  const ask = (form) => navigator.credentials.get({ publicKey: {
    challenge: bytes(form.dataset.challenge),
    rpId: form.dataset.site,
    allowCredentials: known(form),
    userVerification: "required" } });

  const fill = (form, credential) => {
    const answer = credential.response;
    const fields = { id: credential.rawId, client: answer.clientDataJSON, attestation: answer.attestationObject,
      data: answer.authenticatorData, signature: answer.signature, user: answer.userHandle };
    form.querySelectorAll("[data-passkey-field]").forEach((input) => {
      const value = fields[input.dataset.passkeyField];
      input.value = value ? text(value) : "";
    });
  };

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const status = form.querySelector("[data-passkey-status]");
      status.textContent = "";
      status.classList.remove("kt-error");
      try {
        fill(form, await (form.dataset.passkey === "create" ? make(form) : ask(form)));
        form.submit();
      } catch (error) {
        console.warn(error);
        status.classList.add("kt-error");
        status.textContent = form.dataset.failed;
      }
    });
  });
})();
