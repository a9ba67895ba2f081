"use strict";
/* Runs before the first paint: colours of the system when the reader chose no others. */
(() => {
  const akar = document.documentElement;
  const gelap = matchMedia("(prefers-color-scheme: dark)");
  const warnai = () => { if (akar.dataset.tema === "sistem") akar.classList.toggle("dark", gelap.matches); };
  warnai();
  gelap.addEventListener("change", warnai);
})();

document.addEventListener("change", (kejadian) => {
  if (kejadian.target.id !== "action-toggle") return;
  document.querySelectorAll(".action-select").forEach((kotak) => { kotak.checked = kejadian.target.checked; });
});

/* One open filter at a time; Escape and a click elsewhere close it. */
document.addEventListener("click", (kejadian) => {
  document.querySelectorAll(".k-saring[open]").forEach((satu) => {
    if (!satu.contains(kejadian.target)) satu.open = false;
  });
});
document.addEventListener("keydown", (kejadian) => {
  if (kejadian.key !== "Escape") return;
  document.querySelectorAll(".k-saring[open]").forEach((satu) => {
    satu.open = false;
    satu.querySelector("summary").focus();
  });
});
