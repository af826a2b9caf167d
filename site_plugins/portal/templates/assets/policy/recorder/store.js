// Keeps recordings on the device, so that a reload, a call or an empty battery loses nothing.

const RECORDINGS = "recordings";

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const finished = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

/** All keys [slug, language, digest] of one script: an array sorts after every string. */
const keysOf = ({ slug, language }) => IDBKeyRange.bound([slug, language], [slug, language, []]);

/** Stands in where the browser keeps nothing: what is recorded lives as long as the page. */
export const NOTHING_KEPT = {
  of: async () => [],
  keep: async () => {
    throw new Error("nothing is kept");
  },
  forget: async () => {},
};

/** The store of this site; rejects where the browser keeps nothing (some private windows). */
export const openStore = async () => {
  const request = indexedDB.open("ghi-am", 1);
  request.onupgradeneeded = () =>
    request.result.createObjectStore(RECORDINGS, { keyPath: ["slug", "language", "digest"] });
  const database = await settled(request);
  const change = (work) => {
    const transaction = database.transaction(RECORDINGS, "readwrite");
    work(transaction.objectStore(RECORDINGS));
    return finished(transaction);
  };
  return {
    of: (entry) =>
      settled(database.transaction(RECORDINGS).objectStore(RECORDINGS).getAll(keysOf(entry))),
    keep: (recordings) => change((store) => recordings.forEach((one) => store.put(one))),
    forget: (entry) => change((store) => store.delete(keysOf(entry))),
  };
};

/** A small setting of this device; where none can be kept, each visit starts anew. */
export const remembered = {
  get: (key) => {
    try {
      return localStorage.getItem(`ghi-am.${key}`) || "";
    } catch (error) {
      return "";
    }
  },
  set: (key, value) => {
    try {
      localStorage.setItem(`ghi-am.${key}`, value);
    } catch (error) {
      // The announcer types it again next time.
    }
  },
};
