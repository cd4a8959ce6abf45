// Pages are cached for everyone, so the number in the basket comes by a call of its own.
const places = [...document.querySelectorAll("[data-basket-count]")];
const url = places.find((place) => place.dataset.url)?.dataset.url;

async function show() {
  try {
    const answer = await fetch(url, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok) return;
    const { count } = await answer.json();
    for (const place of places) {
      place.hidden = !(count > 0);
      place.textContent = count > 99 ? "99+" : String(count);
      place.setAttribute("aria-label", `${count} ${place.dataset.label}`);
    }
  } catch {
    // Without the number the link still leads to the basket.
  }
}

if (url) {
  show();
  window.addEventListener("pageshow", (event) => event.persisted && show());
}
