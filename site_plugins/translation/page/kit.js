"use strict";
(function () {
  const page = document.documentElement;
  const cells = Array.from(document.querySelectorAll("textarea[data-unit]"));
  const ticks = Array.from(document.querySelectorAll("input[data-confirm]"));
  const fields = Array.from(document.querySelectorAll("input[data-field]"));
  const key = "bo-dich:" + page.dataset.kit + ":" + (page.dataset.copy || "");
  const status = document.getElementById("trang-thai");
  const onlyOpen = document.getElementById("chi-can-dich");
  const CODE = /\{\/?\d+\/?\}/g;

  let found = false;
  let unkept = false; // typed since the last saved file, on a device that keeps nothing
  let failing = false;

  function say(text) { status.textContent = text; }

  function digits(text) {
    return Array.from(text.normalize("NFKC")).map(function (letter) {
      const code = letter.codePointAt(0);
      const zero = [0x17E0, 0xAA50, 0x0ED0, 0x0E50].find((z) => code >= z && code < z + 10);
      return zero ? String(code - zero) : letter;
    }).join("").match(/\d+/g) || [];
  }

  function count(list) {
    const counts = new Map();
    list.forEach((item) => counts.set(item, (counts.get(item) || 0) + 1));
    return counts;
  }

  function numbers(text) {
    return digits(text).map((n) => n.replace(/^0+(?=\d)/, ""));
  }

  function unseen(text, fact) {
    const there = numbers(text);
    return numbers(fact).some((n) => !there.includes(n)) && !there.join("").includes(digits(fact).join(""));
  }

  function hints(cell) {
    const text = cell.value.trim();
    if (!text) { return []; }
    const plain = text.replace(CODE, " ");
    const facts = JSON.parse(cell.dataset.facts).filter((fact) => unseen(plain, fact));
    const wanted = count(cell.dataset.source.match(CODE) || []);
    const given = count(text.match(CODE) || []);
    const codes = Array.from(wanted.keys());
    const lost = codes.filter((code) => (given.get(code) || 0) < wanted.get(code));
    const doubled = codes.filter((code) => (given.get(code) || 0) > wanted.get(code));
    return [
      ["chưa thấy, xem lại số: ", Array.from(new Set(facts))],
      ["thiếu mã ", lost],
      ["thừa mã ", doubled],
    ].filter((told) => told[1].length).map((told) => told[0] + told[1].join(", "));
  }

  function isOpen(unit) {
    const cell = unit.querySelector("textarea");
    if (!cell.value.trim()) { return true; }
    if (unit.dataset.state !== "changed") { return false; }
    const tick = unit.querySelector("input[data-confirm]");
    return cell.value.trim() === cell.dataset.given.trim() && !(tick && tick.checked);
  }

  function grow(cell) {
    cell.style.height = "auto";
    cell.style.height = cell.scrollHeight + 4 + "px";
  }

  function show(cell) {
    const unit = cell.closest(".unit");
    unit.querySelector(".printed").textContent = cell.value;
    const told = hints(cell).join("; ");
    const hint = unit.querySelector(".hint");
    if (hint.textContent !== told) { hint.textContent = told; }
    grow(cell);
  }

  // What a copy of the page holds, and a browser's own "save as" writes, are default values.
  function mirror() {
    cells.concat(fields).forEach((box) => { box.defaultValue = box.value; });
    ticks.forEach((tick) => { tick.defaultChecked = tick.checked; });
  }

  function progress() {
    const units = Array.from(document.querySelectorAll(".unit"));
    const done = units.filter((unit) => !isOpen(unit)).length;
    document.getElementById("tien-do").textContent = done + "/" + units.length;
  }

  function filter() {
    document.querySelectorAll("section[data-section]").forEach(function (section) {
      const units = Array.from(section.querySelectorAll(".unit"));
      units.forEach(function (unit) { unit.hidden = onlyOpen.checked && !isOpen(unit); });
      section.hidden = units.every((unit) => unit.hidden);
    });
    cells.forEach(grow);
  }

  // Each box by itself: the same kit may be open twice, and neither takes the other's work back.
  function placeOf(box) {
    if (box.dataset.unit) { return ["cells", box.dataset.unit]; }
    return box.dataset.confirm ? ["ticks", box.dataset.confirm] : ["fields", box.dataset.field];
  }

  function kept() {
    const found = JSON.parse(localStorage.getItem(key) || "{}");
    return { cells: found.cells || {}, ticks: found.ticks || {}, fields: found.fields || {} };
  }

  function keep(box) {
    try {
      const all = kept();
      const [kind, name] = placeOf(box);
      all[kind][name] = box.type === "checkbox" ? box.checked : box.value;
      localStorage.setItem(key, JSON.stringify(all));
      say("Đã giữ trên máy này.");
    } catch (error) {
      unkept = failing = true;
      say("Máy không tự giữ được: nhớ bấm lưu thành tệp.");
    }
  }

  function bringBack() {
    if (failing) { return; }
    try {
      const all = kept();
      cells.concat(ticks, fields).forEach(function (box) {
        const [kind, name] = placeOf(box);
        const value = all[kind][name];
        if (value === undefined) { return; }
        if (box.type === "checkbox") { box.checked = value === true; } else { box.value = String(value); }
        found = true;
      });
    } catch (error) {
      say("");
    }
    cells.forEach(show);
    mirror();
    progress();
  }

  function asFile() {
    const copy = page.cloneNode(true);
    copy.dataset.copy = Date.now().toString(36);
    copy.querySelectorAll("[data-live]").forEach((node) => { node.textContent = ""; });
    copy.querySelectorAll("[hidden]:not([data-shut])").forEach((node) => node.removeAttribute("hidden"));
    copy.querySelectorAll("textarea").forEach((node) => node.removeAttribute("style"));
    copy.querySelector("#chi-can-dich").removeAttribute("checked");
    return "<!DOCTYPE html>\n" + copy.outerHTML;
  }

  function asText() {
    const rows = [document.querySelector("[data-kit-code]").textContent.trim()];
    fields.forEach((field) => rows.push("[" + field.dataset.field + "] " + field.value.trim()));
    cells.filter((cell) => cell.value.trim()).forEach(function (cell) {
      const tick = cell.closest(".unit").querySelector("input[data-confirm]");
      const seen = cell.dataset.state === "KEPT" || (tick && tick.checked) ? " ✓" : "";
      rows.push("[" + cell.dataset.number + " " + cell.dataset.unit + seen + "] " +
        cell.value.trim().replace(/\s*\n\s*/g, " "));
    });
    return rows.join("\n");
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([asFile()], { type: "text/html" }));
    link.download = page.dataset.file;
    document.body.append(link);
    link.click();
    link.remove();
    unkept = false;
    say("Đã lưu tệp " + page.dataset.file + ". Không thấy tệp thì dùng nút chép.");
  }

  function copy() {
    const box = document.getElementById("ban-chep");
    box.value = asText();
    box.closest("[data-shut]").hidden = false;
    box.focus();
    box.select();
    const told = "Hãy chép đoạn chữ dưới đây và gửi đi.";
    if (!navigator.clipboard) { say(told); return; }
    navigator.clipboard.writeText(box.value).then(
      () => say("Đã chép. Dán vào tin nhắn rồi gửi đi."), () => say(told));
  }

  bringBack();
  if (found) { say("Đã lấy lại phần đang dịch dở."); }
  document.addEventListener("input", function (event) {
    const target = event.target;
    if (target === onlyOpen) { filter(); return; }
    if (target.matches("textarea[data-unit]")) { show(target); }
    mirror();
    progress();
    keep(target);
  });
  window.addEventListener("storage", bringBack);
  window.addEventListener("focus", bringBack);
  window.addEventListener("beforeunload", (event) => { if (unkept) { event.preventDefault(); } });
  window.addEventListener("resize", () => cells.forEach(grow));
  document.getElementById("luu").addEventListener("click", save);
  document.getElementById("chep").addEventListener("click", copy);
  document.querySelectorAll("[data-shut='script']").forEach((node) => node.removeAttribute("hidden"));
})();
