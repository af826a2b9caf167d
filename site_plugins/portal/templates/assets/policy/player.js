// An Ogg file says only at its end how long it lasts. Where a server gives no part of a file but the
// whole, the player would show no length: there the MP3 is played instead.
"use strict";
(() => {
  const audio = document.querySelector(".pc-player audio");
  const mp3 = audio && audio.querySelector("source[type='audio/mpeg']");
  if (!mp3) return;

  audio.addEventListener("loadedmetadata", () => {
    if (audio.duration !== Infinity || audio.currentSrc === mp3.src) return;
    const wasPlaying = !audio.paused;
    audio.src = mp3.src;
    if (wasPlaying) audio.play();
  });
})();
