// Shows the rows, and of one language the column, that match every chosen filter. A row matches
// when one of its cells has the chosen text and voice. Without this script all is shown.
"use strict";
(() => {
  const form = document.querySelector(".pc-filters");
  const count = document.querySelector(".cov-count");
  const columns = [...document.querySelectorAll(".cov thead th")].map((th) => th.dataset.language);
  const rows = [...document.querySelectorAll(".cov tr")];
  const explainers = rows.filter((row) => row.dataset.status);

  const matches = (row, { language, text, voice, status }) =>
    (!status || row.dataset.status === status) &&
    [...row.cells].some((cell, place) =>
      place && (!language || columns[place] === language) &&
      (!text || cell.dataset.text === text) &&
      (!voice || cell.dataset.voice === voice));

  const show = () => {
    const chosen = Object.fromEntries(new FormData(form));
    const hidden = columns.map((tag) => Boolean(tag && chosen.language && tag !== chosen.language));
    rows.forEach((row) => [...row.cells].forEach((cell, place) => { cell.hidden = hidden[place]; }));
    explainers.forEach((row) => { row.hidden = !matches(row, chosen); });
    const shown = explainers.filter((row) => !row.hidden).length;
    count.textContent = shown ? `Hiện ${shown} trên ${explainers.length} bài.` : "Không có bài nào như vậy. Hãy chọn lại.";
  };

  form.hidden = count.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
