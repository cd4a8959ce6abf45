// A row of links that is wider than the phone: the current one is moved into view.
for (const link of document.querySelectorAll(".office-nav [aria-current]")) {
  const row = link.closest(".office-nav");
  row.scrollLeft = link.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
}
