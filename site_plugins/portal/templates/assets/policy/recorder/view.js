// What is seen of a session. Nothing is decided here.
const named = (name) => document.getElementById(`rec-${name}`);

const SHOWN_DB = 60;
const MOST_NAMED = 10;

export const page = {
  notice: named("notice"),
  choice: named("choice"),
  desk: named("desk"),
  script: named("script"),
  sentence: named("sentence"),
  record: named("record"),
  previous: named("previous"),
  next: named("next"),
  listen: named("listen"),
  missing: named("missing"),
  audio: named("audio"),
  handover: named("handover"),
  readBy: named("read-by"),
  consent: named("consent"),
  done: named("done"),
  forget: named("forget"),
  smaller: named("smaller"),
  larger: named("larger"),
};

/** Writes only what changed, or a screen reader would say it ten times a second. */
const write = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};

/** A warning across the top, "" for none. */
export const warn = (text) => {
  write(page.notice, text);
  page.notice.hidden = !text;
};

/** What is going on; `doubtful` when something should be done about it. */
export const say = (text, doubtful = false) => {
  write(named("state"), text);
  named("state").classList.toggle("rec-doubt", doubtful);
};

/** The bar of the level, for a peak of 1: 60 dB wide, as the ear hears it. */
export const level = (peak) => {
  const shown = Math.max(0, 1 + (20 * Math.log10(peak + 1e-9)) / SHOWN_DB);
  named("level").style.transform = `scaleX(${Math.min(1, shown)})`;
};

/** One section of the two. */
export const turnTo = (section) => {
  page.choice.hidden = section !== page.choice;
  page.desk.hidden = section !== page.desk;
};

/** What stays as it is while one script is recorded. */
export const introduce = ({ title, lang, dir, waits }) => {
  write(named("title"), title);
  ["title", "before", "sentence", "after"].forEach((name) => { Object.assign(named(name), { lang, dir }); });
  write(named("waits"), waits ? `Bài đang ${waits}: lời đọc còn có thể đổi, câu nào đổi phải ghi lại.` : "");
  named("waits").hidden = !waits;
};

const numbered = (indices) =>
  indices.slice(0, MOST_NAMED).map((index) => index + 1).join(", ") +
  (indices.length > MOST_NAMED ? ", …" : "");

const left = ({ missing, lines, doubtful, pending }) => {
  if (missing.length === lines.length) return "Chưa ghi câu nào.";
  const sentences = [`Đã ghi đủ ${lines.length} câu.`];
  if (missing.length)
    sentences[0] = `Còn thiếu ${missing.length} câu (câu ${numbered(missing)}); vẫn tải được phần đã ghi.`;
  if (doubtful.length) sentences.push(`Nên nghe lại câu ${numbered(doubtful)}.`);
  if (pending.length) sentences.push(`${pending.length} câu chưa tải về.`);
  return sentences.join(" ");
};

/** The session as it stands; `doing` is "", "opening", "recording" or "listening". */
export const render = (session, doing, blocked) => {
  const { lines, position, recording, missing } = session;
  const idle = doing === "";
  write(named("place"), `Câu ${position + 1}/${lines.length}.`);
  write(named("progress"), `${lines.length - missing.length}/${lines.length} câu đã ghi`);
  write(named("before"), lines[position - 1] || "");
  write(page.sentence, lines[position]);
  write(named("after"), lines[position + 1] || "");
  write(page.record, doing === "recording" ? "Dừng" : recording ? "Ghi lại" : "Ghi");
  page.record.classList.toggle("rec-on", doing === "recording");
  page.record.disabled = blocked || doing === "opening";
  write(page.listen, doing === "listening" ? "Dừng nghe" : "Nghe lại");
  page.listen.disabled = !recording || doing === "recording" || doing === "opening";
  page.previous.disabled = !idle || position === 0;
  page.next.disabled = !idle || position === lines.length - 1;
  page.missing.disabled = !idle || session.nextMissing === undefined;
  named("download").disabled = !idle || missing.length === lines.length;
  page.forget.disabled = !idle || session.kept.size === 0;
  write(named("left"), left(session));
};
