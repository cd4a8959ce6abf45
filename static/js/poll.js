// Waits for the server's word: asks data-url for {"state": …} and reloads when it differs from data-state.
const place = document.querySelector("[data-poll]");
const LIMIT = 10 * 60 * 1000;
const started = Date.now();
let wait = 2000;

async function ask() {
  try {
    const answer = await fetch(place.dataset.url, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    const { state } = answer.ok ? await answer.json() : {};
    if (state && state !== place.dataset.state) {
      location.reload();
      return;
    }
  } catch {
    // The net is away for a moment; the next question may get through.
  }
  wait = Math.min(wait * 1.3, 15000);
  if (Date.now() - started < LIMIT) setTimeout(whenSeen, wait);
  else document.querySelector("[data-poll-stopped]")?.removeAttribute("hidden");
}

function whenSeen() {
  if (document.visibilityState === "visible") ask();
  else document.addEventListener("visibilitychange", whenSeen, { once: true });
}

if (place) setTimeout(whenSeen, wait);
