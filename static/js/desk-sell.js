// Listing on a phone: photos go up in the background while the next step is filled in. Every form works without this.
import { step } from "./desk-steppers.js";
import { Uploads } from "./desk-uploads.js";

document.body.classList.add("has-script");
const place = () => document.querySelector("[data-step]");
const strip = document.querySelector("[data-upload]");
const uploads = strip ? new Uploads(strip) : null;
const away = (url) => !new URL(url, location.href).pathname.includes("/desk/sell/");
let asked = 0;
let timer = 0;

// The next step takes the place of this one; the page stays, so that a photo on its way is not cut off.
async function show(request, form, button) {
  let answer;
  try {
    answer = await request;
  } catch {
    uploads.say("offline");
    return false;
  }
  if (answer.status === 403 && form) {
    // The form's cookie is gone: sent the plain way, the answer is a page that keeps what was typed.
    for (const [name, value] of button?.name ? [[button.name, button.value]] : []) {
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
    form.submit();
    return true;
  }
  if (answer.type === "opaqueredirect") {
    // On sale, or signed out: this same page knows, and shows what it has to say.
    location.reload();
    return true;
  }
  if (away(answer.url)) {
    location.assign(answer.url);
    return true;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.querySelector("[data-step]");
  if (!next) {
    location.assign(answer.url);
    return true;
  }
  uploads.quiet();
  place().replaceWith(next);
  document.title = page.title;
  if (answer.url !== location.href) history.pushState(null, "", answer.url);
  const said = page.querySelector(".messages");
  document.querySelector(".messages")?.remove();
  if (said) document.querySelector("[data-step]").before(said);
  scrollTo(0, 0);
  (next.querySelector(".form-errors, h1") || next).setAttribute("tabindex", "-1");
  (next.querySelector(".form-errors, h1") || next).focus({ preventScroll: true });
  return true;
}

async function send(form, button) {
  // A second tap while the first is on its way says nothing new.
  form.setAttribute("aria-busy", "true");
  const fields = new FormData(form);
  if (button?.name) fields.append(button.name, button.value);
  const is_last = button?.name === "publish";
  if (is_last) await uploads.settled();
  const how = { method: "POST", body: fields, credentials: "same-origin", redirect: is_last ? "manual" : "follow" };
  const is_shown = await show(fetch(form.action, how), form, button);
  if (!is_shown) form.removeAttribute("aria-busy");
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.hasAttribute("data-swap") || !uploads) return;
  event.preventDefault();
  if (form.getAttribute("aria-busy") !== "true") send(form, event.submitter);
}, true);

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap]");
  if (link && uploads && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    show(fetch(link.href, { credentials: "same-origin" }));
    return;
  }
  const button = event.target.closest("button[name=bump]");
  if (button && step(button)) event.preventDefault();
});

document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-photo-form]");
  if (!form || event.target.type !== "file" || !uploads || !event.target.files.length) return;
  const files = [...event.target.files];
  event.target.value = "";
  // The next step first: making a large photo smaller keeps a cheap phone busy for seconds.
  show(fetch(form.dataset.next, { credentials: "same-origin" })).finally(() => uploads.take(files, form));
});

// What a pack brings, asked of the server's one function.
document.addEventListener("input", (event) => {
  const form = event.target.closest("[data-brings]");
  if (!form || !["price", "packing_cost"].includes(event.target.name)) return;
  clearTimeout(timer);
  timer = setTimeout(async () => {
    const mine = ++asked;
    const query = new URLSearchParams({
      price: form.elements.price.value,
      packing_cost: form.elements.packing_cost.value,
    });
    try {
      const answer = await fetch(`${form.dataset.brings}?${query}`, { credentials: "same-origin" });
      const text = await answer.text();
      // A page or an answer that comes late must not be shown over a newer price.
      if (answer.status === 200 && !answer.redirected && mine === asked) {
        form.querySelector("[data-brings-here]").innerHTML = text;
      }
    } catch {
      uploads.say("offline");
    }
  }, 250);
});

addEventListener("popstate", () => location.reload());
