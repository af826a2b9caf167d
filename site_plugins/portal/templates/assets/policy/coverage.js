// Shows the rows, and of one language the column, that match every chosen filter. A row matches
// when one of its cells has the chosen text and voice. Without this script all is shown.
"use strict";
(() => {
  const form = document.querySelector(".pc-filters");
  const count = document.querySelector(".cov-count");
  const columns = [...document.querySelectorAll(".cov thead th")].map((th) => th.dataset.language);
  const explainers = [...document.querySelectorAll(".cov [data-status]")];
  const others = document.head.appendChild(document.createElement("style")); // one rule for a column

  const matches = (row, { language, text, voice, status }) =>
    (!status || row.dataset.status === status) &&
    (!(language || text || voice) || [...row.cells].some((cell, place) =>
      place && (!language || columns[place] === language) &&
      (!text || cell.dataset.text === text) &&
      (!voice || cell.dataset.voice === voice)));

  const show = () => {
    const chosen = Object.fromEntries(new FormData(form));
    const place = columns.indexOf(chosen.language || undefined, 1);
    others.textContent = place > 0
      ? `.cov tr > :not(:first-child, :nth-child(${place + 1})) { display: none; }` : "";
    let shown = 0;
    explainers.forEach((row) => {
      row.hidden = !matches(row, chosen);
      shown += !row.hidden;
    });
    count.textContent = shown
      ? `Hiện ${shown} trên ${explainers.length} bài.` : "Không có bài nào như vậy. Hãy chọn lại.";
  };

  form.hidden = count.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
