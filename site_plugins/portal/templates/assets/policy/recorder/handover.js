// What an announcer hands over: recordings and their side file, as they lie in the project.
import { scriptDigest } from "./digest.js";
import { zip } from "./zip.js";

const EXTENSIONS = { "audio/webm": "webm", "audio/mp4": "m4a", "audio/ogg": "ogg" };

/** A YAML string in double quotes: JSON, with those letters escaped that YAML does not print. */
const quoted = (text) =>
  JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** `read_on` is the day of the last recording, so that the same recordings give the same bytes. */
const sideFile = async ({ session, readBy, consent }) => {
  const days = session.recordings.map((recording) => recording.on).sort();
  return [
    `read_by: ${quoted(readBy)}`,
    `consent: ${quoted(consent)}`,
    `read_on: ${days[days.length - 1]}`,
    `script: ${quoted(await scriptDigest(session.lines))}`,
    `sentences: [${session.digests.map(quoted).join(", ")}]`,
    "",
  ].join("\n");
};

const audioFiles = (session, folder) => {
  const width = Math.max(2, String(session.lines.length).length);
  const files = session.digests.map((digest, index) => {
    const recording = session.recordingOf(index);
    if (!recording) return null;
    const number = String(index + 1).padStart(width, "0");
    const extension = EXTENSIONS[recording.type.split(";")[0]];
    return { name: `${folder}/${number}-${digest}.${extension}`, bytes: new Uint8Array(recording.bytes) };
  });
  return files.filter(Boolean);
};

/** Gives a file to the browser's own downloads. */
export const save = ({ name, blob }) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

/** The archive `{name, blob}`; unpacked at the project's root, everything lies in its place. */
export const archive = async ({ session, readBy, consent }) => {
  const { slug, language } = session.entry;
  const folder = `audio/recordings/${slug}/${language}`;
  const side = new TextEncoder().encode(await sideFile({ session, readBy, consent }));
  const files = [...audioFiles(session, folder), { name: `${folder}.yml`, bytes: side }];
  return { name: `ghi-am.${slug}.${language}.zip`, blob: zip(files) };
};
