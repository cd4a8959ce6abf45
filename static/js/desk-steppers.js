// − and + beside a field: the same buttons that without this script send the form.
export function step(button) {
  const [name, by] = button.value.split(":");
  const input = button.form?.elements[name];
  const value = Number(input?.value);
  if (!input || input.value.trim() === "" || !Number.isFinite(value)) return false;
  const is_money = name !== "quantity";
  const least = { price: 0.1, quantity: 1 }[name] ?? 0;
  // In fen, so that 0.1 and 0.2 make 0.3.
  const moved = Math.max(Math.round(value * 100) + Math.round(Number(by) * 100), least * 100) / 100;
  input.value = is_money ? moved.toFixed(2) : String(moved);
  input.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}
