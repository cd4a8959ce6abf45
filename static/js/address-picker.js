// Province, city and county as three lists. The county's code goes to the hidden field, its words to
// the typed field, which is all there is without this script.
// The list is [[code, name, parent_code, level], …]; level 1 is a province, its parent is empty.
function chooser(label, id) {
  const field = document.createElement("div");
  field.className = "field";
  const title = document.createElement("label");
  title.textContent = label;
  title.htmlFor = id;
  const select = document.createElement("select");
  select.id = id;
  field.append(title, select);
  return { field, select };
}

function fill(select, areas, choose, chosen) {
  select.replaceChildren(new Option(choose, ""));
  for (const [code, name] of areas) select.append(new Option(name, code, false, code === chosen));
}

async function start(place) {
  const answer = await fetch(place.dataset.src);
  if (!answer.ok) return;
  const areas = (await answer.json()).map(([code, name, parent]) => [String(code), name, String(parent ?? "")]);
  const byCode = new Map(areas.map((area) => [area[0], area]));
  const below = (parent) => areas.filter((area) => area[2] === parent);
  const provinces = areas.filter((area) => !byCode.has(area[2]));
  const code = place.querySelector("input[type=hidden]");
  const typed = place.querySelector("[data-typed]");
  const text = typed.querySelector("input");
  const { dataset } = place;
  const lists = [chooser(dataset.province, `${text.id}-1`), chooser(dataset.city, `${text.id}-2`), chooser(dataset.county, `${text.id}-3`)];
  const [province, city, county] = lists.map((list) => list.select);

  const path = [];
  for (let area = byCode.get(code.value); area; area = byCode.get(area[2])) path.unshift(area[0]);

  const write = () => {
    const last = [county, city, province].find((list) => list.value)?.value ?? "";
    // Some cities have no counties: then the city is the end of the path.
    const whole = last !== "" && below(last).length === 0;
    code.value = whole ? last : "";
    text.value = [province, city, county].filter((list) => list.value).map((list) => byCode.get(list.value)[1]).join(" ");
    code.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const follow = (list, parent, chosen = "") => {
    const found = parent ? below(parent) : [];
    fill(list, found, dataset.choose, found.length === 1 ? found[0][0] : chosen);
    list.disabled = found.length === 0;
  };
  fill(province, provinces, dataset.choose, path[0]);
  follow(city, province.value, path[1]);
  follow(county, city.value, path[2]);
  province.addEventListener("change", () => { follow(city, province.value); follow(county, city.value); write(); });
  city.addEventListener("change", () => { follow(county, city.value); write(); });
  county.addEventListener("change", write);

  const row = document.createElement("div");
  row.className = "address-selects";
  row.append(...lists.map((list) => list.field));
  const error = typed.querySelector(".field-error");
  if (error) place.append(error);
  place.append(row);
  // The typed field still travels with the form, out of sight.
  text.required = false;
  typed.hidden = true;
  if (code.value) write();
}

for (const place of document.querySelectorAll("[data-address-picker]")) {
  start(place).catch(() => { /* the typed field stays */ });
}
