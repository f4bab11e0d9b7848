"use strict";
// A line above the records that leaves those whose text has every word, case and accents aside.
(() => {
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const records = [...document.querySelectorAll(".record")];
  const texts = new Map(records.map((record) => [record, plain(record.textContent)]));
  const heading = document.getElementById("records");
  if (!heading) return;
  const label = document.createElement("label");
  label.className = "search";
  const input = document.createElement("input");
  input.type = "search";
  input.placeholder = heading.dataset.search;
  input.setAttribute("aria-label", heading.dataset.search);
  const count = document.createElement("p");
  count.setAttribute("role", "status");
  label.append(input, count);
  heading.after(label);
  input.addEventListener("input", () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const record of records) {
      record.hidden = !words.every((word) => texts.get(record).includes(word));
      shown += !record.hidden;
    }
    count.textContent = words.length ? heading.dataset.found.replace("{found}", shown) : "";
  });
})();
