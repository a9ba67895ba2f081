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
  document.querySelectorAll(".k-saring[open], .k-istilah[open]").forEach((satu) => {
    if (!satu.contains(kejadian.target)) satu.open = false;
  });
});
document.addEventListener("keydown", (kejadian) => {
  if (kejadian.key !== "Escape") return;
  document.querySelectorAll(".k-saring[open], .k-istilah[open]").forEach((satu) => {
    satu.open = false;
    satu.querySelector("summary").focus();
  });
});

/* A choice that is found by searching is called what its label says. */
const namai = () => {
  document.querySelectorAll("select.admin-autocomplete").forEach((pilihan) => {
    const label = document.querySelector(`label[for="${pilihan.id}"]`);
    const kotak = pilihan.nextElementSibling?.querySelector(".select2-selection");
    if (!label || !kotak) return;
    label.id ||= `${pilihan.id}_label`;
    const isi = kotak.querySelector(".select2-selection__rendered");
    isi?.setAttribute("aria-labelledby", label.id);
    kotak.setAttribute("aria-labelledby", isi ? `${label.id} ${isi.id}` : label.id);
  });
};
document.addEventListener("DOMContentLoaded", () => window.django?.jQuery?.(namai)); // after the search boxes are made
document.addEventListener("formset:added", () => setTimeout(namai));

/* One more row inside a page (a placement, an assessor); the newest may be taken away again before saving. */
const tambahBaris = (tombol) => {
  const kumpulan = tombol.closest(".formset");
  const pola = kumpulan.querySelector(":scope > .empty-form");
  const jumlah = tombol.closest(".formset-wrapper").querySelector("[name$='-TOTAL_FORMS']");
  const baris = pola.cloneNode(true);
  baris.classList.remove("empty-form");
  baris.innerHTML = baris.innerHTML.replaceAll("__prefix__", jumlah.value);
  pola.before(baris);
  kumpulan.classList.remove("empty");
  jumlah.value = Number(jumlah.value) + 1;
  document.querySelectorAll(".datetimeshortcuts").forEach((satu) => satu.remove());
  window.DateTimeShortcuts?.init();
  baris.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: jumlah.name.replace("-TOTAL_FORMS", "") } }));
  baris.querySelector("select, input:not([type=hidden])")?.focus();
};
document.addEventListener("click", (kejadian) => {
  const tambah = kejadian.target.closest(".add-row");
  const hapus = kejadian.target.closest(".form-group:not(.original) .delete-template");
  if (tambah) {
    kejadian.preventDefault();
    tambahBaris(tambah);
  } else if (hapus) {
    const jumlah = hapus.closest(".formset-wrapper").querySelector("[name$='-TOTAL_FORMS']");
    hapus.closest(".form-group").remove();
    jumlah.value = Number(jumlah.value) - 1;
  }
});

/* Keys: "/" searches, j and k (or the arrows, once a row has the focus) move between rows, "?" explains. The
   focus itself moves, to the link of the row: Enter opens it and a screen reader says it. Letters rest while
   somebody types, with Ctrl, Alt or Meta, and when switched off. */
(() => {
  const SIMPAN = "k-pintasan-mati";
  const mati = () => { try { return localStorage.getItem(SIMPAN) === "ya"; } catch { return false; } };
  const catat = (ya) => { try { localStorage.setItem(SIMPAN, ya ? "ya" : ""); } catch { /* for this page only */ } };
  const mengetik = (unsur) => unsur.closest("input, select, textarea, [contenteditable], .select2-container, dialog");
  const tautan = () => [...document.querySelectorAll("#result_list tbody tr")].map((baris) => baris.querySelector("a")).filter(Boolean);
  const pindah = (langkah) => {
    const semua = tautan();
    const kini = semua.findIndex((satu) => satu.closest("tr").contains(document.activeElement));
    const tuju = kini < 0 ? (langkah > 0 ? 0 : semua.length - 1) : kini + langkah;
    semua[tuju]?.focus();
    return Boolean(semua[tuju]);
  };
  const bantu = () => {
    const dialog = document.getElementById("k-pintasan");
    if (!dialog) return false;
    document.getElementById("k-pintasan-hidup").checked = !mati();
    if (!dialog.open) dialog.showModal();
    return true;
  };
  const cari = () => {
    const kotak = document.getElementById("searchbar");
    kotak?.focus();
    kotak?.select();
    return Boolean(kotak);
  };
  const huruf = { "/": cari, "?": bantu, j: () => pindah(1), k: () => pindah(-1) };
  const panah = { ArrowDown: () => pindah(1), ArrowUp: () => pindah(-1) };
  document.addEventListener("keydown", (kejadian) => {
    if (kejadian.ctrlKey || kejadian.altKey || kejadian.metaKey || kejadian.defaultPrevented || mengetik(kejadian.target)) return;
    const diBaris = kejadian.target.closest("#result_list tbody tr");
    const tindakan = (mati() ? undefined : huruf[kejadian.key]) ?? (diBaris ? panah[kejadian.key] : undefined);
    if (tindakan?.()) kejadian.preventDefault();
  });
  document.addEventListener("click", (kejadian) => { if (kejadian.target.closest("[data-pintasan]")) bantu(); });
  document.addEventListener("change", (kejadian) => {
    if (kejadian.target.id === "k-pintasan-hidup") catat(!kejadian.target.checked);
  });
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-pintasan]").forEach((satu) => { satu.hidden = false; }));
})();
