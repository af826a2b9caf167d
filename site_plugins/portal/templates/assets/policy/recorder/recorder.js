// The recording page: what follows each press, from choosing a script to handing it over.
import {
  COMPLETE, EMPTY, READY, UNKEPT, UNKNOWN, UNREACHABLE, doubt, refused, seconds, whileRecording, whyNot,
} from "./advice.js";
import { mayRest, stayAwake } from "./awake.js";
import { entryOf, listen as listenToFilter } from "./choice.js";
import { fold } from "./digest.js";
import { archive, save } from "./handover.js";
import { listen as listenToKeys } from "./keys.js";
import { enlarge, setUp as setUpLetters } from "./letters.js";
import { Microphone } from "./microphone.js";
import { Session } from "./session.js";
import { NOTHING_KEPT, openStore, remembered } from "./store.js";
import { introduce, level, page, render, say, turnTo, warn } from "./view.js";

const LONGEST_S = 300;

const microphone = new Microphone();
const blocked = whyNot();
let store = NOTHING_KEPT;
let session = null;
let doing = "";
let take = null;
let underway = Promise.resolve();

const become = (what) => {
  doing = what;
  if (session) render(session, doing, Boolean(blocked));
};

/** What is to be known of the sentence in view. */
const tell = () => {
  const { recording } = session;
  const problem = recording ? doubt(session.lines[session.position], recording) : "";
  const next = session.missing.length ? "" : ` ${COMPLETE}`;
  const done = recording ? `Đã ghi câu này, dài ${seconds(recording)}.${next}` : READY;
  say(problem || done, Boolean(problem));
};

const show = () => {
  become(doing);
  tell();
  page.sentence.focus({ preventScroll: true });
  page.script.scrollIntoView({ block: "start" });
};

const go = (position) => {
  if (doing || !(position in session.lines)) return;
  session.position = position;
  show();
};

const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
};

const keep = async (recordings, here) => {
  recordings.forEach((recording) => here.keep(recording));
  await store.keep(recordings).catch(() => warn(UNKEPT));
};

const showLevel = ({ peak, loudest, elapsed }) => {
  const { text, doubtful } = whileRecording(loudest, elapsed);
  level(peak);
  if (session) say(text, doubtful);
  if (elapsed > LONGEST_S) take.stop();
};

/** Records the sentence in view until told to stop, and keeps it; whether there was anything. */
const capture = async (here) => {
  await microphone.open();
  if (session !== here) return false;
  const { slug, language } = here.entry;
  const about = { slug, language, digest: here.digest, on: today(), handed: false };
  take = microphone.record();
  become("recording");
  const watch = microphone.watch(showLevel);
  const recorded = await take.done.finally(watch.stop);
  level(0);
  if (!recorded.bytes.byteLength) return false;
  await keep([{ ...recorded, ...about, peak: watch.loudest() }], here);
  return true;
};

const record = async () => {
  const here = session;
  let problem = "";
  stopListening();
  become("opening");
  say("Đang mở micro…");
  try {
    if (!(await capture(here))) problem = EMPTY;
  } catch (error) {
    problem = refused(error);
  }
  take = null;
  become("");
  if (session !== here) return;
  if (problem) say(problem, true);
  else tell();
};

const toggleRecording = () => {
  if (take) take.stop();
  else if (!blocked && doing !== "opening") underway = record();
};

const stopListening = () => {
  page.audio.pause();
  URL.revokeObjectURL(page.audio.src);
  if (doing === "listening") become("");
};

const toggleListening = () => {
  if (doing === "listening") return stopListening();
  const { bytes, type } = session.recording;
  microphone.close(); // with it open, phones and Bluetooth headsets play as in a call
  page.audio.src = URL.createObjectURL(new Blob([bytes], { type }));
  become("listening");
  return page.audio.play().catch(stopListening);
};

const handOver = async (event) => {
  event.preventDefault();
  const [readBy, consent] = [fold(page.readBy.value), fold(page.consent.value)];
  remembered.set("read_by", readBy);
  remembered.set("consent", consent);
  const here = session;
  const packed = await archive({ session: here, readBy, consent });
  save(packed);
  await keep(here.recordings.map((recording) => ({ ...recording, handed: true })), here);
  become(doing);
  page.done.textContent = `Đã tải ${packed.name}. Hãy gửi gói này cho cán bộ phụ trách. Cán bộ giải nén ngay tại thư mục gốc của dự án, mọi tệp sẽ vào đúng chỗ.`;
};

const forget = async () => {
  if (!window.confirm("Xóa mọi bản ghi của bài này trên máy? Việc này không lấy lại được.")) return;
  await store.forget(session.entry);
  session.forget();
  page.done.textContent = "";
  become("");
  tell();
};

const open = async (entry) => {
  const asked = window.location.hash;
  try {
    const opened = await Session.open(entry, store);
    if (window.location.hash !== asked) return;
    session = opened;
  } catch (error) {
    warn(blocked || UNREACHABLE);
    turnTo(page.choice);
    return;
  }
  introduce(entry);
  page.done.textContent = "";
  turnTo(page.desk);
  show();
  stayAwake();
};

const leave = async () => {
  stopListening();
  if (take) take.stop();
  if (doing !== "opening") await underway;
  microphone.close();
  mayRest();
  session = null;
  turnTo(page.choice);
};

/** Opens what the address names; an anchor of the page itself (no dot) leaves all as it is. */
const follow = async () => {
  const { hash } = window.location;
  if (hash.length > 1 && !hash.includes(".")) return;
  await leave();
  const entry = entryOf(hash);
  const unknown = hash.length > 1 && !entry ? UNKNOWN : "";
  warn(blocked || unknown || (store === NOTHING_KEPT ? UNKEPT : ""));
  if (entry) await open(entry);
};

const onVisibility = () => {
  if (document.hidden && !take && doing !== "opening") microphone.close();
  if (session) stayAwake();
};

const onUnload = (event) => {
  if (!take && !(session && session.pending.length)) return;
  event.preventDefault();
  event.returnValue = "";
};

/** Asks, once and after a press, that recordings are not cleared away when space runs short. */
const askToStay = () => {
  if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
};

const listen = () => {
  page.record.addEventListener("click", toggleRecording);
  page.listen.addEventListener("click", toggleListening);
  page.audio.addEventListener("ended", stopListening);
  page.previous.addEventListener("click", () => go(session.position - 1));
  page.next.addEventListener("click", () => go(session.position + 1));
  page.missing.addEventListener("click", () => go(session.nextMissing));
  page.handover.addEventListener("submit", handOver);
  page.forget.addEventListener("click", forget);
  page.smaller.addEventListener("click", () => enlarge(-1));
  page.larger.addEventListener("click", () => enlarge(1));
  page.record.addEventListener("click", askToStay, { once: true });
  listenToKeys(
    {
      " ": toggleRecording,
      ArrowLeft: () => go(session.position - 1),
      ArrowRight: () => go(session.position + 1),
    },
    () => session,
  );
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("hashchange", follow);
  window.addEventListener("beforeunload", onUnload);
};

const begin = async () => {
  store = await openStore().catch(() => NOTHING_KEPT);
  page.readBy.value = remembered.get("read_by");
  page.consent.value = remembered.get("consent");
  setUpLetters();
  listenToFilter();
  listen();
  await follow();
};

begin();
