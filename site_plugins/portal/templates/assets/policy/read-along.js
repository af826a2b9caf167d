// Marks in the transcript what is being said, and plays from the sentence that is pressed.
// Without this script the transcript is a plain list; the player's own slider seeks by keyboard.
"use strict";
(() => {
  const audio = document.querySelector(".pc-player audio");
  const lines = [...document.querySelectorAll(".pc-transcript li")];
  if (!audio || !lines.length) return;
  const starts = lines.map((line) => Number(line.dataset.start));
  let said = null;

  const mark = () => {
    const now = lines[starts.filter((start) => start <= audio.currentTime).length - 1] || null;
    if (now === said) return;
    if (said) said.removeAttribute("aria-current");
    if (now) now.setAttribute("aria-current", "true");
    said = now;
  };

  lines.forEach((line, index) => line.addEventListener("click", () => {
    audio.currentTime = starts[index];
    audio.play().catch(() => {}); // broken off where another file has to be loaded
  }));
  audio.addEventListener("timeupdate", mark);
  audio.addEventListener("seeked", mark);
})();
