// The size of the sentence in view, in pixels: at least 16 point and 24 pixels, as on paper.
import { remembered } from "./store.js";
import { page } from "./view.js";

const [LEAST, USUAL, MOST, STEP] = [24, 28, 40, 4];

const size = () => Math.min(MOST, Math.max(LEAST, Number(remembered.get("size")) || USUAL));

/** Shows the size that this device remembers. */
export const setUp = () => {
  page.desk.style.setProperty("--rec-size", `${size()}px`);
  page.smaller.disabled = size() === LEAST;
  page.larger.disabled = size() === MOST;
};

/** Some steps larger, or smaller. */
export const enlarge = (steps) => {
  remembered.set("size", size() + steps * STEP);
  setUp();
};
