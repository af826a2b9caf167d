// The keyboard: a field keeps its keys, and a button its space.

const elsewhere = ({ key, target }) =>
  target.closest("input, textarea, select") || (key === " " && target.closest("button, a, summary"));

const modified = (event) => event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;

/** Runs `actions[key]` for each key pressed while `ready()`; holding a key down is one press. */
export const listen = (actions, ready) => {
  document.addEventListener("keydown", (event) => {
    const action = actions[event.key];
    if (!action || !ready() || elsewhere(event) || modified(event)) return;
    event.preventDefault();
    if (!event.repeat) action();
  });
};
