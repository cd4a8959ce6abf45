// One tap, one submission. The server is idempotent anyway; this saves the buyer from doubt.
const sent = new WeakSet();

const buttonsOf = (form) => [...form.querySelectorAll("button, input[type=submit]"),
  ...document.querySelectorAll(`button[form="${CSS.escape(form.id || "-")}"]`)];

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("data-many")) return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  // After the browser has gathered the fields: a disabled button's own value would be left out.
  setTimeout(() => {
    for (const button of buttonsOf(form)) {
      if (button.disabled) continue;
      button.disabled = true;
      button.setAttribute("data-sent", "");
    }
  }, 0);
});

// Back from the next page: the buttons work again.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const button of document.querySelectorAll("[data-sent]")) {
    button.disabled = false;
    button.removeAttribute("data-sent");
    if (button.form) sent.delete(button.form);
  }
});
