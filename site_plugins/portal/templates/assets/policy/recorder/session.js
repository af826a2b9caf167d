// One script being recorded: its sentences, which of them are recorded, and where one stands.
import { doubt } from "./advice.js";
import { fold, lineDigest } from "./digest.js";

export class Session {
  /** `kept` are recordings `{slug, language, digest, bytes, type, on, seconds, peak, …}`. */
  constructor(entry, lines, digests, kept) {
    this.entry = entry;
    this.lines = lines;
    this.digests = digests;
    this.kept = new Map(kept.map((recording) => [recording.digest, recording]));
    this.position = this.missing[0] || 0;
  }

  /** Fetches the script; throws when it cannot be had. */
  static async open(entry, store) {
    const response = await fetch(entry.scriptUrl, { cache: "no-cache" });
    if (!response.ok) throw new Error(String(response.status));
    const lines = (await response.text()).split("\n").map(fold).filter(Boolean);
    if (!lines.length) throw new Error("an empty script");
    const digests = await Promise.all(lines.map(lineDigest));
    return new Session(entry, lines, digests, await store.of(entry));
  }

  get digest() {
    return this.digests[this.position];
  }

  /** A sentence said twice is recorded once. */
  recordingOf(index) {
    return this.kept.get(this.digests[index]);
  }

  get recording() {
    return this.recordingOf(this.position);
  }

  /** The recordings of today's sentences; those of sentences edited away are not among them. */
  get recordings() {
    return [...new Set(this.digests)].map((digest) => this.kept.get(digest)).filter(Boolean);
  }

  /** The indices of the sentences without a recording. */
  get missing() {
    return this.lines.map((_, index) => index).filter((index) => !this.recordingOf(index));
  }

  /** The next sentence without a recording, from here on and around the end; undefined if none. */
  get nextMissing() {
    const after = this.missing.filter((index) => index > this.position);
    return after.concat(this.missing).find((index) => index !== this.position);
  }

  /** The indices of the sentences whose recording should be listened to again. */
  get doubtful() {
    return this.lines
      .map((_, index) => index)
      .filter((index) => this.recordingOf(index) && doubt(this.lines[index], this.recordingOf(index)));
  }

  /** The recordings that were not handed over yet. */
  get pending() {
    return this.recordings.filter((recording) => !recording.handed);
  }

  keep(recording) {
    this.kept.set(recording.digest, recording);
  }

  forget() {
    this.kept.clear();
  }
}
