// How a sentence and a script are named; `voice/recording_file.py` computes the same.

// What Python's str.split() takes for white space; JavaScript's \s differs at the edges.
const WHITE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** A line in NFC, its white space single spaces, none at the ends. */
export const fold = (line) => line.normalize("NFC").replace(WHITE, " ").replace(/^ | $/g, "");

const sha256 = async (text) => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** The name of one sentence: 8 hexadecimal digits. */
export const lineDigest = async (line) => (await sha256(fold(line))).slice(0, 8);

/** The name of a whole script: 32 hexadecimal digits. */
export const scriptDigest = async (lines) =>
  (await sha256(lines.map(fold).join("\n"))).slice(0, 32);
