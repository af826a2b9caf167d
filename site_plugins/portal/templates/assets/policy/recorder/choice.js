// The list of scripts: its links are the index, and one can look for a title or a language.
const links = [...document.querySelectorAll(".rec-entries a")];

const plain = (text) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

/** The script `{slug, language, lang, dir, title, scriptUrl, waits}` of an address' fragment, or null. */
export const entryOf = (fragment) => {
  const link = links.find((one) => one.getAttribute("href") === fragment);
  if (!link) return null;
  const title = link.querySelector("span");
  return {
    slug: link.dataset.slug,
    language: link.dataset.language,
    scriptUrl: link.dataset.script,
    waits: link.dataset.waits || "",
    lang: title.lang,
    dir: title.dir,
    title: title.textContent,
  };
};

/** Shows only what holds every letter that is typed, with or without its marks. */
export const listen = () => {
  const field = document.getElementById("rec-filter");
  if (!field) return;
  const none = document.getElementById("rec-none");
  const texts = links.map((link) => plain(link.textContent));
  const show = () => {
    const wanted = plain(field.value.trim());
    links.forEach((link, index) => {
      link.parentElement.hidden = !texts[index].includes(wanted);
    });
    none.hidden = links.some((link) => !link.parentElement.hidden);
  };
  field.addEventListener("input", show);
  show();
};
