// Shows the cards that match every chosen filter. Without this script all cards are shown.
"use strict";
(() => {
  const form = document.querySelector(".pc-filters");
  const cards = [...document.querySelectorAll(".pc-card")];
  const none = document.querySelector(".pc-none");
  if (!form) return;

  const matches = (card, { topic, status, language }) =>
    (!topic || card.dataset.topics.split("|").includes(topic)) &&
    (!status || card.dataset.status === status) &&
    (!language || card.dataset.languages.split("|").includes(language));

  const show = () => {
    const chosen = Object.fromEntries(new FormData(form));
    cards.forEach((card) => { card.hidden = !matches(card, chosen); });
    none.hidden = cards.some((card) => !card.hidden);
  };

  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
