// − and + around a number field; without this script the field is an ordinary number field.
function button(sign, label) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = sign;
  made.setAttribute("aria-label", label);
  return made;
}

for (const place of document.querySelectorAll("[data-stepper]")) {
  const input = place.querySelector("input");
  const less = button("−", place.dataset.less);
  const more = button("+", place.dataset.more);
  const min = Number(input.min || 0);
  const max = input.max ? Number(input.max) : Infinity;
  const value = () => (Number.isFinite(input.valueAsNumber) ? input.valueAsNumber : min);
  const tell = () => {
    less.disabled = value() <= min;
    more.disabled = value() >= max;
  };
  const move = (by) => {
    input.value = String(Math.min(max, Math.max(min, Math.trunc(value()) + by)));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    tell();
  };
  less.addEventListener("click", () => move(-1));
  more.addEventListener("click", () => move(1));
  input.addEventListener("input", tell);
  place.prepend(less);
  place.append(more);
  tell();
  // A basket line saves itself when its quantity changes.
  if (place.hasAttribute("data-save")) input.addEventListener("change", () => input.form.requestSubmit());
}
