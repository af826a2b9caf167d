// Keeps the screen on while somebody reads from it, where the browser can.
let lock = null;

/** Call again whenever the page comes back into view: hiding it ends the lock. */
export const stayAwake = async () => {
  if (!navigator.wakeLock || document.hidden || (lock && !lock.released)) return;
  lock = await navigator.wakeLock.request("screen").catch(() => null);
};

export const mayRest = () => {
  if (lock) lock.release();
  lock = null;
};
